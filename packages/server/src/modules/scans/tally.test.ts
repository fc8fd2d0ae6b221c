import { expect, test } from 'vitest';
import { dayOf, isDoubtful, type Tally, tallyOf, together } from './tally.ts';

const at = (day: number, hour = 4): Date => new Date(Date.UTC(2026, 5, day, hour));

/** Look-ups by browsers of their own, so many on each of these days of June. */
function lookedUp(days: readonly number[], browsersADay: number, of = 'browser'): Tally {
  const each = days.flatMap((day) =>
    Array.from({ length: browsersADay }, (_, i) => tallyOf(`${of} ${day} ${i}`, at(day))),
  );
  return each.reduce(together);
}

test('look-ups add up, and the first stays the first, to the minute', () => {
  const [first, second] = [tallyOf('a', new Date('2026-06-01T04:05:59.999Z')), tallyOf('a', at(2))];
  expect(together(first, second)).toMatchObject({
    scans: 2,
    firstAt: new Date('2026-06-01T04:05:00Z'),
    lastOn: '2026-06-02',
  });
  // What was counted before may be written after.
  expect(together(second, first)).toMatchObject({ scans: 2, firstAt: first.firstAt, lastOn: '2026-06-02' });
});

test('a day begins at midnight in China', () => {
  expect([dayOf(new Date('2026-06-01T15:59:59Z')), dayOf(new Date('2026-06-01T16:00:00Z'))]).toEqual([
    '2026-06-01',
    '2026-06-02',
  ]);
});

test('many browsers on several days are doubtful, for half a year', () => {
  const many = lookedUp([1, 2, 3], 15);
  expect(isDoubtful(many, at(3))).toBe(true);
  expect(isDoubtful(many, new Date('2026-11-30T00:00:00Z'))).toBe(true);
  expect(isDoubtful(many, new Date('2026-12-02T00:00:00Z'))).toBe(false);
});

test('neither one browser that looks again and again, nor a family, nor a whole school on two days', () => {
  const sameAgain = [1, 2, 3, 4].flatMap((day) => Array.from({ length: 50 }, () => tallyOf('one', at(day))));
  expect(isDoubtful(sameAgain.reduce(together), at(4))).toBe(false);
  expect(isDoubtful(lookedUp([1, 2, 3, 4, 5], 2), at(5))).toBe(false);
  expect(isDoubtful(lookedUp([1, 2], 150), at(2))).toBe(false);
});

test('a thing that is looked up now and then for years is not doubtful by its age', () => {
  const now = new Date(Date.UTC(2029, 0, 1));
  const months = Array.from({ length: 30 }, (_, month) => new Date(Date.UTC(2026, month, 3)));
  const told = months.flatMap((month, i) =>
    [0, 1, 2, 3].map((j) => tallyOf(`${i} ${j}`, new Date(+month + j * 864e5))),
  );
  expect(told.reduce(together)).toMatchObject({ scans: 120, doubtedOn: null });
  expect(isDoubtful(told.reduce(together), now)).toBe(false);
});

test('two programs that count the same days come to as many days as one', () => {
  const [one, other] = [lookedUp([1, 2], 15, 'one'), lookedUp([1, 2], 15, 'other')];
  expect(together(one, other).days).toBe(2);
  expect(isDoubtful(together(one, other), at(2))).toBe(false);
  const both = together(lookedUp([1, 2], 8, 'one'), lookedUp([2, 3], 8, 'other'));
  expect([both.days, both.scans, isDoubtful(both, at(3))]).toEqual([3, 32, true]);
  expect(together(lookedUp([2, 3], 8, 'other'), lookedUp([1, 2], 8, 'one'))).toEqual(both);
});
