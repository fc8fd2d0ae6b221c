/** What an organisation has to look after first: what is overdue, then what soon is. Pure. */
import type { Compliance } from '@suyuan/api';

type Words = Compliance['packs'][number]['name'];

export interface ClockDue {
  readonly pack: string;
  readonly packName: Words;
  readonly clock: string;
  readonly name: Words;
  readonly overdue: number;
  /** Due within seven days. */
  readonly soon: number;
}

/** Clocks of which something is overdue or soon due, the most overdue first. */
export function dueFirst(packs: Compliance['packs']): readonly ClockDue[] {
  return packs
    .flatMap(({ id, name: packName, clocks }) => {
      const names = new Map(clocks.map(({ clock, name }) => [clock, name]));
      return [...names].map(([clock, name]) => {
        const own = clocks.filter((each) => each.clock === clock);
        const overdue = sum(own.filter(({ state }) => state === 'overdue').map(({ count }) => count));
        return { pack: id, packName, clock, name, overdue, soon: sum(own.map(({ soon }) => soon)) };
      });
    })
    .filter(({ overdue, soon }) => overdue + soon > 0)
    .toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon);
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((all, each) => all + each, 0);
}
