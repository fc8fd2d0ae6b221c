/** Clocks against laws that hold for all of them, and working days against a count by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import china from './china.json' with { type: 'json' };
import { type ClockUnit, type Duration, dayOf, dueOf, isWorkday, type Pause, startOfDay } from './index.ts';

const UNITS: readonly ClockUnit[] = ['minute', 'hour', 'day', 'workday', 'month', 'year'];
const starts = fc.integer({ min: Date.parse('2024-01-01T00:00+08:00'), max: Date.parse('2026-12-31T23:59+08:00') });
const units = fc.constantFrom(...UNITS);
const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe');
const HOUR_MS = 3_600_000;

function durations(max: number): fc.Arbitrary<Duration> {
  return fc.record({ amount: fc.nat({ max }), unit: units });
}

/** Within two months of the start, closed. */
function pausesOf(startMs: number): fc.Arbitrary<readonly Pause[]> {
  const pause = fc.tuple(fc.integer({ min: -300, max: 1500 }), fc.nat({ max: 200 }));
  return fc
    .array(pause, { maxLength: 5 })
    .map((list) =>
      list.map(([from, hours]) => ({ fromMs: startMs + from * HOUR_MS, untilMs: startMs + (from + hours) * HOUR_MS })),
    );
}

const cases = starts.chain((startMs) =>
  fc.record({ startMs: fc.constant(startMs), pauses: pausesOf(startMs), zone: zones }),
);

test('more time never ends earlier, and no clock ends before it begins', () => {
  fc.assert(
    fc.property(cases, durations(40), fc.nat({ max: 20 }), ({ startMs, pauses, zone }, within, more) => {
      const due = dueOf(startMs, within, { pauses, zone });
      const longer = dueOf(startMs, { ...within, amount: within.amount + more }, { pauses, zone });
      expect(due.atMs).toBeGreaterThanOrEqual(startMs);
      expect(longer.atMs).toBeGreaterThanOrEqual(due.atMs);
      const extended = dueOf(startMs, within, { pauses, zone, extension: { amount: more, unit: within.unit } });
      expect(extended.atMs).toBeGreaterThanOrEqual(due.atMs);
    }),
  );
});

test('one pause more never ends a clock earlier, and their order does not matter', () => {
  fc.assert(
    fc.property(cases, durations(40), ({ startMs, pauses, zone }, within) => {
      const due = dueOf(startMs, within, { pauses, zone });
      expect(dueOf(startMs, within, { pauses: pauses.slice(1), zone }).atMs).toBeLessThanOrEqual(due.atMs);
      expect(dueOf(startMs, within, { pauses: pauses.toReversed(), zone })).toEqual(due);
      expect(dueOf(startMs, within, { pauses: [...pauses, ...pauses], zone })).toEqual(due);
    }),
  );
});

test('without a pause the last day is as many days from the first as the period has', () => {
  fc.assert(
    fc.property(starts, fc.nat({ max: 2000 }), zones, (startMs, amount, zone) => {
      const { lastDay = '', atMs } = dueOf(startMs, { amount, unit: 'day' }, { zone });
      expect((Date.parse(lastDay) - Date.parse(dayOf(startMs, zone))) / 86_400_000).toBe(amount);
      expect(dayOf(atMs - 1, zone)).toBe(lastDay);
      expect(dayOf(atMs, zone) > lastDay).toBe(true);
    }),
  );
});

test('hours with pauses are as many unpaused milliseconds as the period has', () => {
  fc.assert(
    fc.property(cases, fc.nat({ max: 60 }), ({ startMs, pauses }, amount) => {
      const { atMs } = dueOf(startMs, { amount, unit: 'hour' }, { pauses });
      let unpaused = 0; // every pause begins and ends at a whole hour from the start
      for (let ms = startMs; ms < atMs; ms += HOUR_MS) {
        if (!pauses.some(({ fromMs, untilMs = ms }) => fromMs <= ms && ms < untilMs)) unpaused += 1;
      }
      expect(unpaused).toBe(amount);
    }),
  );
});

/** What the notices say of a day, read off the rows of the file for each day anew. */
function isWorkedByNotice(day: string): boolean {
  if (china.years.some(({ work }) => work.includes(day))) return true;
  if (china.years.some(({ off }) => off.some(({ from, to }) => from <= day && day <= to))) return false;
  return !/^(Sat|Sun)/.test(new Date(`${day}T12:00:00Z`).toUTCString());
}

test('working days are those that a count day by day finds, with pauses and without', () => {
  const known = starts.filter((ms) => ms < Date.parse('2026-08-01T00:00+08:00'));
  const some = known.chain((startMs) => fc.tuple(fc.constant(startMs), fc.oneof(fc.constant([]), pausesOf(startMs))));
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 45 }), ([startMs, pauses], amount) => {
      let ms = startOfDay(dayOf(startMs)) + 12 * HOUR_MS; // noon, in a zone without summer time
      for (let left = amount; left > 0; ) {
        ms += 24 * HOUR_MS;
        const [from, to] = [ms - 12 * HOUR_MS, ms + 12 * HOUR_MS];
        const isPaused = pauses.some(({ fromMs, untilMs = to }) => fromMs < to && untilMs > from && untilMs > fromMs);
        if (!isPaused && isWorkedByNotice(dayOf(ms))) left -= 1;
      }
      const due = dueOf(startMs, { amount, unit: 'workday' }, { pauses });
      expect(due).toMatchObject({ lastDay: dayOf(ms), isPaused: false });
      expect(isWorkday(dayOf(ms)).isWorkday).toBe(true);
    }),
    { numRuns: 300 },
  );
});
