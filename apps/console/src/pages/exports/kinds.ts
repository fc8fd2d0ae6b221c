/** What can be exported. Each is a path of the same parameters and headers; its words are `….events`, `….chains` of the page's texts. */
interface ExportKind {
  readonly path: string;
  /** That fetches the same. */
  readonly command: string;
  /** Records of a part: for a bad line, as the server has it by itself, and the most that it gives. */
  readonly counts: readonly [number, number, number];
}

export const EXPORT_KINDS = {
  events: { path: '/v1/exports/events', command: 'suyuan export', counts: [1_000, 10_000, 50_000] },
  chains: { path: '/v1/exports/chains', command: 'suyuan export --chains', counts: [100, 500, 5_000] },
} as const satisfies Readonly<Record<string, ExportKind>>;
export type ExportName = keyof typeof EXPORT_KINDS;
export const EXPORT_NAMES = ['events', 'chains'] as const satisfies readonly ExportName[];

export const EXPORT_FORMATS = ['epcis', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportWanted {
  readonly kind: ExportName;
  readonly format: ExportFormat;
  readonly count: number;
}

/** Of another kind with so many records as it has by itself. */
export function wantedOf(kind: ExportName, format: ExportFormat): ExportWanted {
  return { kind, format, count: EXPORT_KINDS[kind].counts[1] };
}
