import { expect, test } from 'vitest';
import { dueIn } from './due-in.ts';

const at = (time: string): number => Date.parse(`2026-11-27T${time}+08:00`);

test('days are of China: the last day is today until its midnight, and a day late from then on', () => {
  const lastDay = '2026-11-27';
  expect(dueIn({ lastDay }, at('00:00:00'))).toEqual({ unit: 'day', count: 0 });
  expect(dueIn({ lastDay }, at('23:59:59'))).toEqual({ unit: 'day', count: 0 });
  expect(dueIn({ lastDay }, at('23:59:59') + 1000)).toEqual({ unit: 'day', count: -1 });
  expect(dueIn({ lastDay: '2026-11-30' }, at('23:59:59'))).toEqual({ unit: 'day', count: 3 });
  expect(dueIn({ lastDay: '2026-11-25' }, at('00:00:00'))).toEqual({ unit: 'day', count: -2 });
});

test('a clock in hours is told in days far from its end, then in hours, and in minutes within the hour', () => {
  const dueAt = '2026-11-27T12:00:00+08:00';
  expect(dueIn({ dueAt }, at('10:10:00'))).toEqual({ unit: 'hour', count: 2 });
  expect(dueIn({ dueAt }, at('11:00:00'))).toEqual({ unit: 'hour', count: 1 });
  expect(dueIn({ dueAt }, at('11:10:30'))).toEqual({ unit: 'minute', count: 50 });
  expect(dueIn({ dueAt }, at('11:59:59'))).toEqual({ unit: 'minute', count: 1 });
  expect(dueIn({ dueAt }, at('12:00:00'))).toEqual({ unit: 'minute', count: -1 });
  expect(dueIn({ dueAt }, at('12:31:00'))).toEqual({ unit: 'minute', count: -31 });
  expect(dueIn({ dueAt }, at('14:30:00'))).toEqual({ unit: 'hour', count: -2 });
  expect(dueIn({ dueAt: '2026-12-01T12:00:00+08:00' }, at('12:00:00'))).toEqual({ unit: 'day', count: 4 });
  expect(dueIn({ dueAt: '2026-11-20T12:00:00+08:00' }, at('12:00:00'))).toEqual({ unit: 'day', count: -7 });
});

test('what has no time is due at none', () => {
  expect(dueIn({}, at('12:00:00'))).toBeUndefined();
});
