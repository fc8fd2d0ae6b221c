import { describe, expect, test } from 'vitest';
import { type ClockUnit, type DueOptions, dueOf, monthlyDue, startOfDay } from './index.ts';

/** A moment in China, as `2026-02-13 10:00`. */
function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

function lastDay(start: string, amount: number, unit: ClockUnit, options?: DueOptions): string | undefined {
  return dueOf(at(start), { amount, unit }, options).lastDay;
}

describe('days, months and years (民法典 §201 to §203)', () => {
  test('the day of the beginning does not count, whatever its hour, and the last day runs to 24:00', () => {
    for (const start of ['2026-03-02 00:00', '2026-03-02 23:59']) {
      expect(dueOf(at(start), { amount: 3, unit: 'day' })).toEqual({
        atMs: at('2026-03-06 00:00'),
        lastDay: '2026-03-05',
        isProvisional: false,
        isPaused: false,
      });
    }
  });

  test.each([
    ['2028-02-29 12:00', 1, 'year', '2029-02-28'],
    ['2028-02-29 12:00', 4, 'year', '2032-02-29'],
    ['2027-02-28 12:00', 1, 'year', '2028-02-28'],
    ['2026-01-31 12:00', 1, 'month', '2026-02-28'],
    ['2028-01-31 12:00', 1, 'month', '2028-02-29'],
    ['2026-03-31 12:00', 1, 'month', '2026-04-30'],
    ['2026-02-28 12:00', 1, 'month', '2026-03-28'],
    ['2026-12-31 12:00', 2, 'month', '2027-02-28'],
    ['2026-11-15 12:00', 14, 'month', '2028-01-15'],
    ['2026-12-31 12:00', 1, 'day', '2027-01-01'],
    ['2026-12-25 12:00', 30, 'day', '2027-01-24'],
    ['2028-02-28 12:00', 2, 'day', '2028-03-01'],
  ] as const)('%s, within %i %s: %s', (start, amount, unit, last) => {
    expect(lastDay(start, amount, unit)).toBe(last);
  });

  test('a last day on a holiday stays the last day, unless the clock rolls over (§203 ¶1)', () => {
    expect(lastDay('2026-09-25 12:00', 7, 'day')).toBe('2026-10-02');
    expect(lastDay('2026-09-25 12:00', 7, 'day', { rollsOverHolidays: true })).toBe('2026-10-08');
    expect(lastDay('2026-09-08 12:00', 1, 'month', { rollsOverHolidays: true })).toBe('2026-10-08');
    expect(lastDay('2026-10-03 12:00', 7, 'day', { rollsOverHolidays: true })).toBe('2026-10-10'); // a worked Saturday
    expect(lastDay('2026-10-04 12:00', 7, 'day', { rollsOverHolidays: true })).toBe('2026-10-12'); // a Sunday
  });

  test('rolling over is provisional where the days it looks at are', () => {
    const year = { amount: 1, unit: 'year' } as const;
    expect(dueOf(at('2026-02-06 12:00'), year, { rollsOverHolidays: true })).toMatchObject({
      lastDay: '2027-02-09',
      isProvisional: true,
    });
    expect(dueOf(at('2023-12-29 12:00'), { amount: 1, unit: 'day' }, { rollsOverHolidays: true })).toMatchObject({
      lastDay: '2024-01-02', // from a Saturday of a year without a notice into one with
      isProvisional: true,
    });
    expect(dueOf(at('2026-02-06 12:00'), year)).toMatchObject({ lastDay: '2027-02-06', isProvisional: false });
  });
});

describe('hours', () => {
  test('run from the moment, through nights, weekends and holidays, and name no last day', () => {
    const due = dueOf(at('2026-09-30 17:30'), { amount: 24, unit: 'hour' }, { rollsOverHolidays: true });
    expect(due).toEqual({ atMs: at('2026-10-01 17:30'), isProvisional: false, isPaused: false });
    expect('lastDay' in due).toBe(false);
    expect(dueOf(at('2026-12-31 23:30'), { amount: 2, unit: 'hour' }).atMs).toBe(at('2027-01-01 01:30'));
    expect(dueOf(at('2026-12-31 23:30'), { amount: 0.5, unit: 'hour' }).atMs).toBe(at('2027-01-01 00:00'));
  });

  test('minutes run as hours do, and move by as long as they were paused', () => {
    const started = at('2026-12-31 23:40');
    const half = { amount: 30, unit: 'minute' } as const;
    expect(dueOf(started, half)).toEqual({ atMs: at('2027-01-01 00:10'), isProvisional: false, isPaused: false });
    const pauses = [{ fromMs: at('2026-12-31 23:50'), untilMs: at('2027-01-01 00:05') }];
    expect(dueOf(started, half, { pauses }).atMs).toBe(at('2027-01-01 00:25'));
    expect(dueOf(started, { amount: 60, unit: 'minute' })).toEqual(dueOf(started, { amount: 1, unit: 'hour' }));
  });
});

describe('working days', () => {
  test.each([
    ['2026-02-13 10:00', 1, '2026-02-14'], // a worked Saturday
    ['2026-02-13 10:00', 2, '2026-02-24'], // over the Spring Festival
    ['2026-02-13 10:00', 6, '2026-02-28'], // the worked Saturday after it
    ['2026-02-16 10:00', 1, '2026-02-24'], // begun on a holiday
    ['2026-09-30 10:00', 1, '2026-10-08'],
    ['2026-09-30 10:00', 3, '2026-10-10'],
    ['2026-09-30 10:00', 4, '2026-10-12'],
    ['2026-09-18 10:00', 1, '2026-09-20'], // a worked Sunday
    ['2025-12-31 10:00', 1, '2026-01-04'], // over the turn of the year to a worked Sunday
    ['2026-05-08 10:00', 5, '2026-05-14'],
  ])('%s, within %i: %s', (start, amount, last) => {
    expect(dueOf(at(start), { amount, unit: 'workday' })).toMatchObject({ lastDay: last, isProvisional: false });
  });

  test('are provisional once a year without a notice counts, and not before', () => {
    expect(dueOf(at('2026-12-30 10:00'), { amount: 1, unit: 'workday' }).isProvisional).toBe(false);
    expect(dueOf(at('2026-12-31 10:00'), { amount: 1, unit: 'workday' })).toMatchObject({
      lastDay: '2027-01-04',
      isProvisional: true,
    });
    expect(lastDay('2027-02-04 10:00', 1, 'workday')).toBe('2027-02-09');
  });
});

describe('zones', () => {
  test('the same moment begins on other days, and its last day ends at other moments', () => {
    const startMs = Date.parse('2026-03-05T20:00:00Z');
    const within = { amount: 5, unit: 'day' } as const;
    expect(dueOf(startMs, within)).toMatchObject({ lastDay: '2026-03-11', atMs: Date.parse('2026-03-11T16:00:00Z') });
    expect(dueOf(startMs, within, { zone: 'UTC' })).toMatchObject({
      lastDay: '2026-03-10',
      atMs: Date.parse('2026-03-11'),
    });
    // Over the change to summer time on 8 March.
    const newYork = dueOf(startMs, within, { zone: 'America/New_York' });
    expect(newYork).toMatchObject({ lastDay: '2026-03-10', atMs: Date.parse('2026-03-11T04:00:00Z') });
    expect(dueOf(startMs, { amount: 120, unit: 'hour' }, { zone: 'America/New_York' }).atMs).toBe(
      Date.parse('2026-03-10T20:00:00Z'),
    );
  });
});

describe('pauses', () => {
  const start = '2026-03-02 09:00';
  const pause = (from: string, until?: string) =>
    until === undefined ? { fromMs: at(from) } : { fromMs: at(from), untilMs: at(until) };
  const hoursWith = (...pauses: readonly ReturnType<typeof pause>[]) =>
    (dueOf(at(start), { amount: 24, unit: 'hour' }, { pauses }).atMs - at(start)) / 3_600_000;
  const daysWith = (...pauses: readonly ReturnType<typeof pause>[]) => lastDay(start, 5, 'day', { pauses });

  test('hours move by as long as they were paused', () => {
    expect(hoursWith()).toBe(24);
    expect(hoursWith(pause('2026-03-02 10:00', '2026-03-02 12:30'))).toBe(26.5);
    expect(
      hoursWith(pause('2026-03-02 20:00', '2026-03-02 21:00'), pause('2026-03-02 10:00', '2026-03-02 11:00')),
    ).toBe(26);
  });

  test('hours that were paused twice over move once', () => {
    expect(
      hoursWith(pause('2026-03-02 10:00', '2026-03-02 12:00'), pause('2026-03-02 11:00', '2026-03-02 13:00')),
    ).toBe(27);
    expect(
      hoursWith(pause('2026-03-02 10:00', '2026-03-02 14:00'), pause('2026-03-02 11:00', '2026-03-02 12:00')),
    ).toBe(28);
  });

  test('what was paused before the beginning, and after the end, moves nothing', () => {
    expect(hoursWith(pause('2026-03-01 10:00', '2026-03-02 09:00'))).toBe(24);
    expect(hoursWith(pause('2026-03-01 10:00', '2026-03-02 10:00'))).toBe(25);
    expect(hoursWith(pause('2026-03-03 09:00', '2026-03-03 12:00'))).toBe(24);
    expect(hoursWith(pause('2026-03-03 08:59', '2026-03-03 12:00'))).toBe(27 + 1 / 60);
    // The first pause moves the end past where the second begins.
    expect(
      hoursWith(pause('2026-03-02 10:00', '2026-03-02 12:00'), pause('2026-03-03 10:00', '2026-03-03 11:00')),
    ).toBe(27);
    expect(daysWith(pause('2026-03-08 00:00', '2026-03-20 00:00'))).toBe('2026-03-07');
  });

  test('a day that is even partly paused does not count', () => {
    expect(daysWith()).toBe('2026-03-07');
    expect(daysWith(pause('2026-03-04 10:00', '2026-03-04 10:01'))).toBe('2026-03-08');
    expect(daysWith(pause('2026-03-04 23:00', '2026-03-06 01:00'))).toBe('2026-03-10');
    expect(daysWith(pause('2026-03-04 00:00', '2026-03-05 00:00'))).toBe('2026-03-08'); // midnight is the next day's
    expect(daysWith(pause('2026-03-04 10:00', '2026-03-04 11:00'), pause('2026-03-04 15:00', '2026-03-04 16:00'))).toBe(
      '2026-03-08',
    );
    expect(daysWith(pause('2026-03-07 23:59', '2026-03-08 12:00'))).toBe('2026-03-09');
  });

  test('the day of the beginning counts neither way', () => {
    expect(daysWith(pause('2026-03-02 10:00', '2026-03-02 18:00'))).toBe('2026-03-07');
    expect(daysWith(pause('2026-02-20 10:00', '2026-03-03 08:00'))).toBe('2026-03-08');
  });

  test('a pause of no length, or that ends before it begins, moves nothing', () => {
    expect(daysWith(pause('2026-03-04 10:00', '2026-03-04 10:00'))).toBe('2026-03-07');
    expect(daysWith(pause('2026-03-05 10:00', '2026-03-04 10:00'))).toBe('2026-03-07');
  });

  test('working days that are paused do not count, and holidays in a pause move nothing more', () => {
    const pauses = [pause('2026-09-30 12:00', '2026-10-08 12:00')];
    expect(lastDay('2026-09-29 10:00', 2, 'workday')).toBe('2026-10-08');
    expect(lastDay('2026-09-29 10:00', 2, 'workday', { pauses })).toBe('2026-10-10');
  });

  test('months and years move by the days that were paused', () => {
    const pauses = [pause('2026-02-10 10:00', '2026-02-12 10:00')];
    expect(lastDay('2026-01-31 09:00', 1, 'month', { pauses })).toBe('2026-03-03');
    expect(lastDay('2026-01-31 09:00', 1, 'year', { pauses })).toBe('2027-02-03');
  });

  test('while it is paused there is no due time, and nothing is late', () => {
    for (const unit of ['hour', 'day', 'workday', 'month'] as const) {
      const due = dueOf(at(start), { amount: 20, unit }, { pauses: [pause('2026-03-02 15:00')] });
      expect(due).toEqual({ atMs: Number.POSITIVE_INFINITY, isProvisional: false, isPaused: true });
    }
    const overlapping = [pause('2026-03-04 10:00'), pause('2026-03-04 08:00', '2026-03-05 10:00')];
    expect(dueOf(at(start), { amount: 5, unit: 'day' }, { pauses: overlapping }).isPaused).toBe(true);
  });

  test('an open pause that began after the clock ran out changes nothing', () => {
    const hours = { amount: 24, unit: 'hour' } as const;
    expect(dueOf(at(start), hours, { pauses: [pause('2026-03-03 09:00')] })).toMatchObject({ isPaused: false });
    expect(dueOf(at(start), hours, { pauses: [pause('2026-03-03 08:59')] })).toMatchObject({ isPaused: true });
    expect(daysWith(pause('2026-03-08 00:00'))).toBe('2026-03-07');
    expect(daysWith(pause('2026-03-07 23:59'))).toBeUndefined();
  });
});

describe('extensions', () => {
  const start = '2026-03-02 09:00';
  const pauses = [{ fromMs: at('2026-03-03 10:00'), untilMs: at('2026-03-04 10:00') }];

  test('run from where the clock with its pauses would have ended', () => {
    const extension = { amount: 10, unit: 'day' } as const;
    expect(lastDay(start, 5, 'day', { extension })).toBe('2026-03-17');
    expect(lastDay(start, 5, 'day', { extension, pauses })).toBe('2026-03-19');
    expect(lastDay(start, 24, 'hour', { extension })).toBe('2026-03-13');
    const hours = { extension: { amount: 12, unit: 'hour' } } as const;
    expect(dueOf(at(start), { amount: 24, unit: 'hour' }, { ...hours, pauses }).atMs).toBe(at('2026-03-04 21:00'));
    expect(dueOf(at(start), { amount: 5, unit: 'day' }, hours)).toEqual({
      atMs: at('2026-03-08 12:00'),
      isProvisional: false,
      isPaused: false,
    });
  });

  test('are moved by what is paused while they run, and wait while it is', () => {
    const extension = { amount: 10, unit: 'day' } as const;
    const during = { fromMs: at('2026-03-10 10:00'), untilMs: at('2026-03-10 11:00') };
    expect(lastDay(start, 5, 'day', { extension, pauses: [during] })).toBe('2026-03-18');
    expect(
      dueOf(at(start), { amount: 5, unit: 'day' }, { extension, pauses: [{ fromMs: during.fromMs }] }).isPaused,
    ).toBe(true);
    const before = [{ fromMs: at('2026-03-03 10:00') }];
    expect(dueOf(at(start), { amount: 5, unit: 'day' }, { extension, pauses: before }).isPaused).toBe(true);
  });

  test('do not roll over where the first period ends, only at their own end', () => {
    const options = { extension: { amount: 1, unit: 'day' }, rollsOverHolidays: true } as const;
    expect(lastDay('2026-09-29 12:00', 2, 'day', options)).toBe('2026-10-08');
    expect(lastDay('2026-10-04 12:00', 7, 'day', options)).toBe('2026-10-12');
  });

  test('of provisional working days are provisional, and stay so', () => {
    const within = { amount: 3, unit: 'workday' } as const;
    const extension = { amount: 1, unit: 'day' } as const;
    expect(dueOf(at('2026-12-31 10:00'), within, { extension })).toMatchObject({ isProvisional: true });
    expect(dueOf(at('2026-12-31 10:00'), within, { extension: { amount: 1, unit: 'hour' } }).isProvisional).toBe(true);
    expect(dueOf(at('2026-12-28 10:00'), within, { extension: within })).toMatchObject({ isProvisional: true });
  });
});

describe('by the nth of each month', () => {
  test('the nth of the next month is the last day in time', () => {
    expect(monthlyDue('2026-09', 10)).toEqual({
      atMs: startOfDay('2026-10-11'),
      lastDay: '2026-10-10',
      isProvisional: false,
      isPaused: false,
    });
    expect(monthlyDue('2026-12', 10).lastDay).toBe('2027-01-10');
    expect(monthlyDue('2026-12', 10, { zone: 'UTC' }).atMs).toBe(Date.parse('2027-01-11'));
  });

  test('a month without such a day ends on its last', () => {
    expect(monthlyDue('2026-01', 31).lastDay).toBe('2026-02-28');
    expect(monthlyDue('2028-01', 31).lastDay).toBe('2028-02-29');
    expect(monthlyDue('2026-02', 31).lastDay).toBe('2026-03-31');
    expect(monthlyDue('2026-02', 1).lastDay).toBe('2026-03-01');
  });

  test('what is no month, and no day of a month, is refused', () => {
    expect(() => monthlyDue('2026-13', 10)).toThrow(RangeError);
    expect(() => monthlyDue('2026', 10)).toThrow(RangeError);
    for (const day of [0, 32, 1.5, Number.NaN]) expect(() => monthlyDue('2026-01', day)).toThrow(RangeError);
  });
});

test('moments, pauses and periods that are none are refused', () => {
  const day = { amount: 1, unit: 'day' } as const;
  for (const ms of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => dueOf(ms, day)).toThrow(RangeError);
    expect(() => dueOf(0, day, { pauses: [{ fromMs: ms }] })).toThrow(RangeError);
    expect(() => dueOf(0, day, { pauses: [{ fromMs: 0, untilMs: ms }] })).toThrow(RangeError);
    expect(() => dueOf(0, { amount: ms, unit: 'hour' })).toThrow(RangeError);
  }
  for (const amount of [-1, 1.5, 36_526]) expect(() => dueOf(0, { amount, unit: 'day' })).toThrow(RangeError);
  expect(() => dueOf(0, day, { extension: { amount: -1, unit: 'hour' } })).toThrow(RangeError);
  expect(() => dueOf(0, day, { zone: 'Asia/Nowhere' })).toThrow(RangeError);
});
