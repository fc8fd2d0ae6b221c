/** What can be exported. Each is a path of the same parameters and headers; its words are `kind.…` of the page's texts. */
interface ExportKind {
  readonly name: 'events';
  readonly path: string;
  /** That fetches the same, where there is one. */
  readonly command?: string;
}

export const EXPORT_KINDS: readonly ExportKind[] = [
  { name: 'events', path: '/v1/exports/events', command: 'suyuan export' },
];
export type ExportName = ExportKind['name'];

export const EXPORT_FORMATS = ['epcis', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Records of a part: for a bad line, as the server has it by itself, and the most that it gives. */
export const EXPORT_COUNTS = [1_000, 10_000, 50_000] as const;
export const EXPORT_COUNT_DEFAULT: ExportCount = 10_000;
export type ExportCount = (typeof EXPORT_COUNTS)[number];

export interface ExportWanted {
  readonly kind: ExportName;
  readonly format: ExportFormat;
  readonly count: ExportCount;
}
