/** Counts of stages and months, as an inspector reads them. Pure. */
import type { ComplianceMonths } from '@suyuan/api/months';

type Count = ComplianceMonths['counts'][number];
export type Counts = Pick<Count, 'records' | 'late' | 'refuse' | 'flag' | 'unknown'>;
export type StageRow = Counts & Pick<Count, 'stage' | 'stageName'>;

export interface MonthRow extends Counts {
  readonly month: string;
  /** By stage, those that the month has. */
  readonly stages: ReadonlyMap<string, Counts>;
}

export function sumOf(counts: readonly Counts[]): Counts {
  const sum = (of: keyof Counts): number => counts.reduce((all, each) => all + each[of], 0);
  return {
    records: sum('records'),
    late: sum('late'),
    refuse: sum('refuse'),
    flag: sum('flag'),
    unknown: sum('unknown'),
  };
}

/** Those with the most records first. */
export function byStage(counts: readonly Count[]): readonly StageRow[] {
  const stages = Map.groupBy(counts, ({ stage }) => stage);
  return [...stages.values()]
    .flatMap((own) => own.slice(0, 1).map(({ stage, stageName }) => ({ stage, stageName, ...sumOf(own) })))
    .toSorted((a, b) => b.records - a.records || (a.stage < b.stage ? -1 : 1));
}

/** The newest first. */
export function byMonth(counts: readonly Count[]): readonly MonthRow[] {
  return [...Map.groupBy(counts, ({ month }) => month)]
    .map(([month, own]) => ({ month, stages: new Map(own.map((each) => [each.stage, each])), ...sumOf(own) }))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
}
