import { expect, test } from 'vitest';
import { free, joined, overlaps } from './spans.ts';

const span = (first: number, last: number) => ({ first, last });

test('what was printed in pieces is told in as few as there are, and what is left is told', () => {
  const spans = [span(5, 9), span(1, 4), span(20, 20), span(8, 12)];
  expect(joined(spans)).toEqual([span(1, 12), span(20, 20)]);
  expect(free(25, spans)).toEqual([span(13, 19), span(21, 25)]);
  expect(free(3, [])).toEqual([span(1, 3)]);
  expect(free(3, [span(1, 3)])).toEqual([]);
  expect([overlaps(span(1, 4), span(4, 9)), overlaps(span(1, 4), span(5, 9))]).toEqual([true, false]);
});
