/** What is late comes before what is due soon, and that before what waits by no day. */
import { expect, test } from 'vitest';
import { dated, inOrder, waiting } from './tasks.ts';

test('one kind is one task: what is late tells of itself, what is not late of what is soon, and nothing of nothing', () => {
  const clock = { kind: 'clock', pack: 'special-equipment', item: 'maintenance' } as const;
  expect(dated(clock, { late: 2, soon: 5, day: '2026-11-01' })).toEqual([
    { ...clock, urgency: 'late', count: 2, day: '2026-11-01' },
  ]);
  expect(dated(clock, { late: 0, soon: 5, day: '2026-12-01' })).toEqual([
    { ...clock, urgency: 'soon', count: 5, day: '2026-12-01' },
  ]);
  // A clock of hours has no last day.
  expect(dated(clock, { late: 1, soon: 0, day: undefined })).toEqual([{ ...clock, urgency: 'late', count: 1 }]);
  expect(dated(clock, { late: 0, soon: 0, day: '2027-01-01' })).toEqual([]);
  expect(waiting({ kind: 'partner' }, 0)).toEqual([]);
});

test('by urgency, then by the day, then by kind, then the most', () => {
  const tasks = [
    ...waiting({ kind: 'finding', pack: 'food' }, 3),
    ...waiting({ kind: 'finding', pack: 'edible-agri' }, 9),
    ...waiting({ kind: 'draft' }, 1),
    ...dated({ kind: 'licence' }, { late: 0, soon: 1, day: '2026-12-20' }),
    ...dated({ kind: 'clock', item: 'b' }, { late: 0, soon: 1, day: '2026-12-01' }),
    ...dated({ kind: 'clock', item: 'a' }, { late: 1, soon: 0, day: undefined }),
    ...dated({ kind: 'licence' }, { late: 1, soon: 0, day: '2026-11-01' }),
  ];
  expect(inOrder(tasks).map(({ kind, item, pack }) => item ?? pack ?? kind)).toEqual([
    ...['licence', 'a'],
    ...['b', 'licence'],
    ...['draft', 'edible-agri', 'food'],
  ]);
});
