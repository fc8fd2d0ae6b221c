/** Statutory clocks: until when something is to be done. */
import { CHINA } from './china.ts';
import { addMonths, dayNumber, dayText } from './day-number.ts';
import { CHINA_ZONE, dayOf, endOfDay } from './local-day.ts';
import { type Pause, pausedDays, type Stretch, stretchesOf } from './pause.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workdayAt } from './workday.ts';

export type ClockUnit = 'minute' | 'hour' | 'day' | 'workday' | 'month' | 'year';

export interface Duration {
  readonly amount: number;
  readonly unit: ClockUnit;
}

export interface Due {
  /** First moment that is late. While paused there is none: Infinity, so that nothing is late. */
  readonly atMs: number;
  /** Last day in words of the zone, YYYY-MM-DD; none for minutes and hours, and none while paused. */
  readonly lastDay?: string;
  /** Working days of a year that no notice is known for went into it, reckoned from the law alone. */
  readonly isProvisional: boolean;
  /** Paused before it ran out, and not resumed. */
  readonly isPaused: boolean;
}

export interface DueOptions {
  readonly pauses?: readonly Pause[];
  /** Runs from where the clock with its pauses would have ended; a pause during it does not count either. */
  readonly extension?: Duration;
  /** IANA name; Asia/Shanghai by default. */
  readonly zone?: string;
  /** China's by default. */
  readonly calendar?: WorkCalendar;
  /**
   * 民法典 §203 ¶1: a last day on which people do not work becomes the next working day. Off by default: reporting
   * clocks in calendar days are kept by authorities that take reports on every day. Minutes and hours never roll over.
   */
  readonly rollsOverHolidays?: boolean;
}

/** Of what runs from a moment to a moment, through holidays; all other units end with a day. */
const MOMENT_UNIT_MS = { minute: 60_000, hour: 3_600_000 } as const;
/** A hundred years: no period of the law is longer, and counting needs an end. */
const AMOUNT_MAX: Readonly<Record<ClockUnit, number>> = {
  minute: 52_596_000,
  hour: 876_600,
  day: 36_525,
  workday: 26_100,
  month: 1200,
  year: 100,
};

/** Whether what runs for so many of these ends at a moment, and not with a day. */
export function endsAtMoment(unit: ClockUnit): unit is keyof typeof MOMENT_UNIT_MS {
  return Object.hasOwn(MOMENT_UNIT_MS, unit);
}

interface Clock {
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly pausedMs: readonly Stretch[];
  readonly pausedDays: readonly Stretch[];
}

/** Where a clock stands: at a moment, at the end of a day (its number), or paused. */
type Standing =
  | { readonly at: 'moment'; readonly ms: number; readonly isProvisional: boolean }
  | { readonly at: 'day'; readonly day: number; readonly isProvisional: boolean }
  | { readonly at: 'pause' };

/**
 * When what began at a moment is late.
 *
 * - 民法典 §201: in days, months and years the day of the beginning does not count; minutes and hours run from the
 *   moment, and through holidays.
 * - §202: months and years end on the day of the same number, or on the month's last where there is none.
 * - §203 ¶2: the last day runs to 24:00.
 * - A pause moves minutes and hours by its length. Of days, working days, months and years a day that is even partly paused does
 *   not count, in favour of whoever is held to the clock; the day of the beginning counts in neither case. A pause that
 *   begins after the clock ran out changes nothing.
 *
 * @throws RangeError for a moment or pause that is no number, an amount that is negative, broken (minutes and hours may be) or
 *   above a hundred years, and a zone that is none.
 */
export function dueOf(startMs: number, within: Duration, options: DueOptions = {}): Due {
  const { pauses = [], extension, zone = CHINA_ZONE, calendar = CHINA, rollsOverHolidays = false } = options;
  checkMoments(startMs, pauses);
  const pausedMs = stretchesOf(pauses);
  const clock = { zone, calendar, pausedMs, pausedDays: pausedDays(pausedMs, zone) };
  let standing = run({ at: 'moment', ms: startMs, isProvisional: false }, within, clock);
  if (extension !== undefined) standing = run(standing, extension, clock);
  if (rollsOverHolidays) standing = rollOver(standing, calendar);
  return dueAt(standing, zone);
}

/**
 * By the nth of each month, for the month before (稀土: 每月 10 日前录上月): the due moment for a period. The nth itself
 * is in time; a month without such a day ends on its last.
 *
 * @throws RangeError for a month that is no YYYY-MM, and a day that is not from 1 to 31.
 */
export function monthlyDue(
  periodMonth: string,
  dayOfNextMonth: number,
  { zone = CHINA_ZONE }: { readonly zone?: string } = {},
): Due {
  if (!Number.isInteger(dayOfNextMonth) || dayOfNextMonth < 1 || dayOfNextMonth > 31) {
    throw new RangeError(`no day of a month: ${dayOfNextMonth}`);
  }
  const nextMonth = addMonths(dayNumber(`${periodMonth}-01`), 1);
  const day = Math.min(nextMonth + dayOfNextMonth, addMonths(nextMonth, 1)) - 1;
  return dueAt({ at: 'day', day, isProvisional: false }, zone);
}

function run(from: Standing, within: Duration, clock: Clock): Standing {
  checkAmount(within);
  if (from.at === 'pause') return from;
  if (endsAtMoment(within.unit)) return runMs(from, within.amount * MOMENT_UNIT_MS[within.unit], clock);
  const start = from.at === 'day' ? from.day : dayNumber(dayOf(from.ms, clock.zone));
  const reached = runDays(start, daysOf(start, within), { ...clock, skipsHolidays: within.unit === 'workday' });
  if (reached.at === 'day' && from.isProvisional) return { ...reached, isProvisional: true };
  return reached;
}

function runMs(from: Exclude<Standing, { at: 'pause' }>, amountMs: number, clock: Clock): Standing {
  const startMs = from.at === 'day' ? endOfDay(from.day, clock.zone) : from.ms;
  let ms = startMs + amountMs;
  for (const pause of clock.pausedMs) {
    if (pause.until <= startMs) continue;
    if (pause.from >= ms) break;
    if (!Number.isFinite(pause.until)) return { at: 'pause' };
    ms += pause.until - Math.max(pause.from, startMs);
  }
  return { at: 'moment', ms, isProvisional: from.isProvisional };
}

/** Months and years are as many days as they have from this start: a paused day moves their end by a day as well. */
function daysOf(start: number, { amount, unit }: Duration): number {
  if (unit === 'month') return addMonths(start, amount) - start;
  return unit === 'year' ? addMonths(start, amount * 12) - start : amount;
}

function runDays(start: number, amount: number, clock: Clock & { readonly skipsHolidays: boolean }): Standing {
  let [day, counted, isProvisional] = [start, 0, false];
  const pauses = clock.pausedDays.values();
  let pause = pauses.next().value;
  while (counted < amount) {
    day += 1;
    while (pause !== undefined && pause.until < day) pause = pauses.next().value;
    if (pause !== undefined && pause.from <= day) {
      if (!Number.isFinite(pause.until)) return { at: 'pause' };
      day = pause.until;
    } else if (clock.skipsHolidays) {
      const standing = workdayAt(day, clock.calendar);
      isProvisional ||= standing.isProvisional;
      if (standing.isWorkday) counted += 1;
    } else counted += 1;
  }
  return { at: 'day', day, isProvisional };
}

function rollOver(standing: Standing, calendar: WorkCalendar): Standing {
  if (standing.at !== 'day') return standing;
  let { day, isProvisional } = standing;
  for (; ; day += 1) {
    const here = workdayAt(day, calendar);
    isProvisional ||= here.isProvisional;
    if (here.isWorkday) return { at: 'day', day, isProvisional };
  }
}

function dueAt(standing: Standing, zone: string): Due {
  if (standing.at === 'pause') return { atMs: Number.POSITIVE_INFINITY, isProvisional: false, isPaused: true };
  const { isProvisional } = standing;
  if (standing.at === 'moment') return { atMs: standing.ms, isProvisional, isPaused: false };
  return { atMs: endOfDay(standing.day, zone), lastDay: dayText(standing.day), isProvisional, isPaused: false };
}

function checkMoments(startMs: number, pauses: readonly Pause[]): void {
  for (const ms of [startMs, ...pauses.flatMap(({ fromMs, untilMs = fromMs }) => [fromMs, untilMs])]) {
    if (!Number.isFinite(ms)) throw new RangeError(`no moment: ${ms}`);
  }
}

function checkAmount({ amount, unit }: Duration): void {
  const isCount = endsAtMoment(unit) ? Number.isFinite(amount) : Number.isInteger(amount);
  if (!isCount || amount < 0 || amount > AMOUNT_MAX[unit]) throw new RangeError(`no period: ${amount} ${unit}`);
}
