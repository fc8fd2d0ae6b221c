import { expect, test } from 'vitest';
import { recordsOf } from './filed-records.ts';
import type { Line } from './use-filed.ts';

const lineOf = (line: number, eventID: string, cells: Line['cells']): Line => ({
  ...{ line, eventID, cells, state: 'same', eventTime: '2026-06-10T00:00:00.000Z' },
});

test('lines of one record are chosen together, by the words of the first', () => {
  const lines = [
    lineOf(1, 'a', ['小白菜', '', 100, '苏州', '绿野']),
    lineOf(2, 'a', ['菠菜', '', 50, '苏州', '绿野']),
    lineOf(3, 'b', ['', '']),
  ];
  expect(recordsOf(lines)).toEqual([
    { eventID: 'a', first: 1, last: 2, words: '小白菜 · 100 · 苏州' },
    { eventID: 'b', first: 3, last: 3, words: '' },
  ]);
});
