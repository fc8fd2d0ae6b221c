import { expect, test } from 'vitest';
import { lastTwoYears } from './last-two-years.ts';

test('two years end with the day that it is in China', () => {
  expect(lastTwoYears(Date.parse('2026-11-28T15:59:59Z'))).toEqual({ from: '2024-11-29', until: '2026-11-28' });
  expect(lastTwoYears(Date.parse('2026-11-28T16:00:00Z'))).toEqual({ from: '2024-11-30', until: '2026-11-29' });
  expect(lastTwoYears(Date.parse('2026-12-31T04:00:00Z'))).toEqual({ from: '2025-01-01', until: '2026-12-31' });
});

test('a leap day is as any other', () => {
  expect(lastTwoYears(Date.parse('2028-02-29T04:00:00Z'))).toEqual({ from: '2026-03-02', until: '2028-02-29' });
  expect(lastTwoYears(Date.parse('2030-02-28T04:00:00Z'))).toEqual({ from: '2028-02-29', until: '2030-02-28' });
});
