import { expect, test } from 'vitest';
import { byMonth, byStage, sumOf } from './by-month.ts';

const count = (stage: string, month: string, records: number, flag = 0) => ({
  ...{ pack: 'food', stage, month, records, late: 0, refuse: 0, flag, unknown: 0 },
  stageName: { zh: stage, en: stage },
});
const COUNTS = [count('sale', '2026-11', 3, 1), count('make', '2026-11', 2), count('sale', '2026-02', 4)];

test('stages are summed over months, those with the most records first', () => {
  expect(byStage(COUNTS).map(({ stage, records, flag }) => [stage, records, flag])).toEqual([
    ['sale', 7, 1],
    ['make', 2, 0],
  ]);
});

test('months are summed over stages, the newest first, and know each stage that they have', () => {
  const months = byMonth(COUNTS);
  expect(months.map(({ month, records, flag }) => [month, records, flag])).toEqual([
    ['2026-11', 5, 1],
    ['2026-02', 4, 0],
  ]);
  expect(months[0]?.stages.get('make')?.records).toBe(2);
  expect(months[1]?.stages.has('make')).toBe(false);
  expect(sumOf(COUNTS)).toEqual({ records: 9, late: 0, refuse: 0, flag: 1, unknown: 0 });
});
