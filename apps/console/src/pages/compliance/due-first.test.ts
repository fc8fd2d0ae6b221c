import type { ClockState, Compliance } from '@suyuan/api';
import { expect, test } from 'vitest';
import { dueFirst } from './due-first.ts';

type Pack = Compliance['packs'][number];

const words = (text: string): Pack['name'] => ({ zh: text, en: text });
const counted = (clock: string, state: ClockState, [count, soon = 0]: readonly [number, number?]) => ({
  ...{ clock, state, count, soon },
  name: words(clock),
});
const aPack = (id: string, clocks: Pack['clocks']): Pack => ({
  ...{ id, version: '1', name: words(id), records: 1, late: 0, rules: [], ledgers: [] },
  clocks,
});

test('what is overdue comes before what soon is, of whichever pack; what neither is does not come', () => {
  const due = dueFirst([
    aPack('lifts', [
      counted('inspection', 'open', [90, 9]),
      counted('maintenance', 'open', [4, 2]),
      counted('maintenance', 'overdue', [1]),
      counted('drill', 'open', [5]),
      counted('registration', 'done', [7]),
    ]),
    aPack('food', [counted('recall', 'overdue', [3])]),
  ]);
  expect(due.map(({ pack, clock, overdue, soon }) => [pack, clock, overdue, soon])).toEqual([
    ['food', 'recall', 3, 0],
    ['lifts', 'maintenance', 1, 2],
    ['lifts', 'inspection', 0, 9],
  ]);
});
