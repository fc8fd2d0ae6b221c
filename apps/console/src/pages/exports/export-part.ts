import { EXPORT_KINDS, type ExportWanted } from './kinds.ts';

/** Where a part begins, and where all parts end, as positions of the log; of the first, neither is known yet. */
export interface Bounds {
  readonly from: number;
  readonly until?: number;
}

export interface ExportPart {
  /** As its file will be called. */
  readonly fileName: string;
  /** Of chains, the own records that it goes by. */
  readonly records: number;
  /** Gives this very part at any time, whatever is recorded meanwhile. */
  readonly path: string;
  /** Of the part after it; undefined where it is the last. */
  readonly next: Bounds | undefined;
}

export function partPath({ kind, format, count }: ExportWanted, { from, until }: Bounds): string {
  const query = new URLSearchParams({ format, from: String(from), count: String(count) });
  if (until !== undefined) query.set('until', String(until));
  return `${EXPORT_KINDS[kind].path}?${query}`;
}

/** From what the server tells of it before it is written. */
export function exportPart(wanted: ExportWanted, told: Headers): ExportPart {
  const position = (name: string): number => Number(told.get(`suyuan-export-${name}`));
  const [from, to, until] = [position('from'), position('to'), position('until')];
  return {
    fileName: /filename="([^"]+)"/.exec(told.get('content-disposition') ?? '')?.[1] ?? '',
    records: position(wanted.kind === 'chains' ? 'own' : 'records'),
    path: partPath(wanted, { from, until }),
    next: to < until ? { from: to + 1, until } : undefined,
  };
}
