import fc from 'fast-check';
import Value from 'typebox/value';
import { expect, test } from 'vitest';
import { Time } from './schema/terms.ts';
import { epochMs, epochMsRounded } from './time.ts';

test('reads offsets, Z, lower case and any number of digits, cutting what is finer than a millisecond', () => {
  const expected = Date.UTC(2022, 1, 15, 7, 33, 31, 116);
  for (const text of [
    '2022-02-15T01:33:31.116-06:00',
    '2022-02-15T07:33:31.116Z',
    '2022-02-15t07:33:31.1169999z',
    '2022-02-15T13:18:31.116000+05:45',
  ]) {
    expect(epochMs(text), text).toBe(expected);
  }
  expect(epochMs('2022-02-15T07:33:31Z')).toBe(expected - 116);
  expect(epochMs('2022-02-15T07:33:31.1Z')).toBe(expected - 16);
});

test('is NaN for what has no offset or is no time', () => {
  for (const text of [
    '',
    '2022-02-15',
    '2022-02-15T07:33:31',
    '20220215T073331Z',
    'yesterday',
    '2022-02-15T07:33:31.Z',
  ]) {
    expect(epochMs(text), text).toBeNaN();
  }
});

test('agrees with Date on every day, first century and leap days included', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(dates, (date) => epochMs(date.toISOString()) === date.getTime()));
  expect(epochMs('0050-03-01T00:00:00Z') - epochMs('0050-02-28T00:00:00Z')).toBe(86_400_000);
});

test('is NaN for a day or an hour that is not, as the schema of a time says', () => {
  const two = fc.integer({ min: 0, max: 70 }).map((n) => String(n).padStart(2, '0'));
  const year = fc.constantFrom('0000', '0001', '1900', '2000', '2024', '2026', '9999', '10000');
  const zone = fc.oneof(
    fc.constantFrom('Z', 'z', '+08:00', '-00:00', '+24:00', '+00:60'),
    fc.tuple(two, two).map(([h, m]) => `+${h}:${m}`),
  );
  const time = fc.tuple(year, fc.array(two, { minLength: 5, maxLength: 5 }), zone);
  fc.assert(
    fc.property(time, ([yyyy, [month, day, hour, minute, second], offset]) => {
      const text = `${yyyy}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
      expect(Number.isNaN(epochMs(text)), text).toBe(!Value.Check(Time, text));
    }),
    { numRuns: 5_000, examples: [[['2024', ['02', '29', '23', '59', '60'], 'Z']]] },
  );
  for (const text of ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z', '0000-12-31T23:59:59Z']) {
    expect(epochMs(text), text).toBeNaN();
  }
});

test('is NaN beyond the years 1 to 9999, which a time can leave by its offset', () => {
  expect(epochMs('0001-01-01T00:00:00Z')).toBe(Date.parse('0001-01-01T00:00:00Z'));
  expect(epochMs('9999-12-31T23:59:59.9999Z')).toBe(Date.parse('9999-12-31T23:59:59.999Z'));
  expect(epochMs('0001-01-01T14:00:00+14:00')).toBe(epochMs('0001-01-01T00:00:00Z'));
  for (const text of [
    '0001-01-01T00:00:00+00:01',
    '0001-01-01T13:59:59.999+14:00',
    '9999-12-31T23:59:59-00:01',
    '9999-12-31T23:59:60Z',
    '10000-01-01T00:00:00+01:00',
  ]) {
    expect(epochMs(text), text).toBeNaN();
  }
});

test('rounds half up at the fourth digit, and carries', () => {
  const base = Date.UTC(2023, 0, 18, 11, 4, 3);
  expect(epochMsRounded('2023-01-18T11:04:03.1415Z')).toBe(base + 142);
  expect(epochMsRounded('2023-01-18T11:04:03.14149999Z')).toBe(base + 141);
  expect(epochMsRounded('2023-12-31T23:59:59.9995Z')).toBe(Date.UTC(2024, 0, 1));
  for (const text of [
    '2023-01-18T11:04:03Z',
    '2023-01-18T11:04:03.000+00:59',
    '2023-01-18T12:54:03.0+01:50',
    '2023-01-18T20:04:03.0+09:00',
  ]) {
    expect(epochMsRounded(text), text).toBe(base - (text.endsWith(':59') ? 59 * 60_000 : 0));
  }
});
