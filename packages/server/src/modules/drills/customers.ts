/** Where a lot went, and what was made of it: how much to whom, and when last. Pure. */
import type { DrillCustomer } from '@suyuan/api/drills';
import { type Move, summed } from './moves.ts';

/** A row before its party and product are named. */
export type Recipient = Omit<DrillCustomer, 'party' | 'name'> & { readonly to: string | undefined };

/** Own hand-overs first, then by code; @param moves each hand-over once */
export function recipientsOf(moves: readonly Move[]): Recipient[] {
  const left = moves.filter(({ kind }) => kind === 'shipped' || kind === 'sold');
  const groups = Map.groupBy(left, ({ event, party = '', lot, kind }) =>
    JSON.stringify([event.isOwn, kind === 'sold', party, lot]),
  );
  const rows = [...groups.values()].flatMap((group): Recipient[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        ...{ to: first.party, code: first.lot, ...summed(group), ...lastOf(group) },
        ...{ isDirect: first.event.isOwn, isRetail: first.kind === 'sold' },
      },
    ];
  });
  return rows.sort(
    (a, b) => Number(b.isDirect) - Number(a.isDirect) || compare(a.to ?? '', b.to ?? '') || compare(a.code, b.code),
  );
}

/** When the last of them was; nothing where no time is open. */
export function lastOf(moves: readonly Move[]): { readonly lastAt?: string } {
  const times = moves.map(({ event }) => event.facts.eventTimeMs).filter((atMs) => !Number.isNaN(atMs));
  return times.length === 0 ? {} : { lastAt: new Date(times.reduce((a, b) => Math.max(a, b))).toISOString() };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
