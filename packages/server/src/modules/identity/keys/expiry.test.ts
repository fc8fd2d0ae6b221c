import { expect, test } from 'vitest';
import { readExpiry } from './expiry.ts';

const now = new Date('2026-12-01T10:00:00Z');

test.each([
  ['90d', '2027-03-01T10:00:00.000Z'],
  ['12h', '2026-12-01T22:00:00.000Z'],
  ['2027-01-01', '2027-01-01T00:00:00.000Z'],
  ['2027-01-01T08:00:00+08:00', '2027-01-01T00:00:00.000Z'],
  ['2026-12-01T10:00:01Z', '2026-12-01T10:00:01.000Z'],
])('%s ends a key at %s', (text, at) => {
  expect(readExpiry(text, now)?.toISOString()).toBe(at);
});

test.each([
  ...['', '0d', '-1d', '90', '9w', '1.5d', 'tomorrow', '999999d'],
  ...['2026-12-01', '2026-12-01T10:00:00Z', '2027-02-31', '2027-13-01', '2027-01-01T08:00:00', '01/02/2027'],
])('%j is no moment that a key can end at', (text) => {
  expect(readExpiry(text, now)).toBeUndefined();
});
