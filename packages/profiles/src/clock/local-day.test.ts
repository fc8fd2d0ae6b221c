import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, startOfDay } from './index.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

test('a day in China begins at 16:00 UTC of the day before, and is China’s unless another zone is named', () => {
  expect(startOfDay('2026-10-01')).toBe(Date.parse('2026-09-30T16:00:00Z'));
  expect(dayOf(Date.parse('2026-09-30T15:59:59.999Z'))).toBe('2026-09-30');
  expect(dayOf(Date.parse('2026-09-30T16:00:00Z'))).toBe('2026-10-01');
  expect(dayOf(Date.parse('2026-09-30T16:00:00Z'), 'America/New_York')).toBe('2026-09-30');
});

test('the hour of a day’s beginning follows summer time', () => {
  // New York changes on 8 March and 1 November 2026, at two in the morning: the days after it begin otherwise.
  expect(startOfDay('2026-03-08', 'America/New_York')).toBe(Date.parse('2026-03-08T05:00:00Z'));
  expect(startOfDay('2026-03-09', 'America/New_York')).toBe(Date.parse('2026-03-09T04:00:00Z'));
  expect(startOfDay('2026-11-01', 'America/New_York')).toBe(Date.parse('2026-11-01T04:00:00Z'));
  expect(startOfDay('2026-11-02', 'America/New_York')).toBe(Date.parse('2026-11-02T05:00:00Z'));
  // China had summer time itself, from 1986 to 1991.
  expect(startOfDay('1988-07-01')).toBe(Date.parse('1988-06-30T15:00:00Z'));
});

test('a day whose midnight summer time took away begins at one, and a day that a zone left out where the next does', () => {
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'));
  expect(dayOf(Date.parse('2018-11-04T02:59:59.999Z'), 'America/Sao_Paulo')).toBe('2018-11-03');
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
});

test('the first moment of a day is in it and the moment before is not, in every zone', () => {
  const days = fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2090-01-01') });
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (ms, zone) => {
      const day = dayOf(ms, zone);
      fc.pre(!(zone === 'Pacific/Kiritimati' && ms < Date.parse('1995-01-05'))); // it left out a day then
      const start = startOfDay(day, zone);
      expect(start).toBeLessThanOrEqual(ms);
      expect(dayOf(start, zone)).toBe(day);
      expect(dayOf(start - 1, zone) < day).toBe(true);
    }),
  );
});

test('the last days that a text can hold are read as well', () => {
  expect(startOfDay('9999-12-31', 'UTC')).toBe(Date.parse('9999-12-31T00:00:00Z'));
  expect(startOfDay('1000-01-01', 'UTC')).toBe(Date.parse('1000-01-01T00:00:00Z'));
});

test.each(['2026-02-29', '2026-13-01', '2026-2-3', '2026-02-03T00:00', '', '0999-01-01'])('%j is no day', (day) => {
  expect(() => startOfDay(day)).toThrow(RangeError);
});

test('a zone that is none, and a moment that is none, are refused', () => {
  expect(() => dayOf(0, 'Asia/Nowhere')).toThrow(RangeError);
  expect(() => dayOf(Number.NaN)).toThrow(RangeError);
});
