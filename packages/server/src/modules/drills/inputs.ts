/** Of what a lot was made, or from whom it came: each lot with its suppliers and amounts. Pure. */
import type { DrillInput } from '@suyuan/api/drills';
import { lastOf } from './customers.ts';
import { type Move, summed } from './moves.ts';

/** A row before its parties and product are named. */
export type Source = Omit<DrillInput, 'from' | 'name'> & {
  readonly suppliers: readonly string[];
  readonly isMade: boolean;
};

export interface SourcesOf {
  /** Of all units that the walk up reached, each hand-over once. */
  readonly moves: readonly Move[];
  /** IDs of the events by which they flow into what was asked for. */
  readonly flows: ReadonlySet<string>;
  /** Lots that were asked for. */
  readonly asked: ReadonlySet<string>;
}

export function sourcesOf({ moves, flows, asked }: SourcesOf): Source[] {
  const rows = [...Map.groupBy(moves, ({ lot }) => lot)].flatMap(([code, group]): Source[] => {
    const used = group.filter(({ kind, event }) => kind === 'used' && flows.has(event.eventID));
    const taken = group.filter(({ kind, event }) => kind === 'received' && event.isOwn);
    // What was asked for is no input of itself; it came from somebody where it was received.
    if (asked.has(code) ? taken.length === 0 : used.length === 0 && taken.length === 0) return [];
    const inflow = asked.has(code) ? [] : used;
    const [sumUsed, sumTaken] = [summed(inflow), summed(taken)];
    const suppliers = taken.length > 0 ? taken : group.filter(({ kind, event }) => kind === 'received' && !event.isOwn);
    return [
      {
        ...{ code, used: sumUsed.amounts, received: sumTaken.amounts, unknown: sumUsed.unknown + sumTaken.unknown },
        suppliers: [...new Set(suppliers.flatMap(({ party }) => party ?? []))].sort(),
        isMade: group.some(({ kind }) => kind === 'made'),
        ...lastOf(taken.length > 0 ? taken : inflow),
      },
    ];
  });
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}
