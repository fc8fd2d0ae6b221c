/** Days as numbers: 0 is 1970-01-01. Reckoning in them knows no zone and no summer time. */

export const DAY_MS = 86_400_000;
// Years of four digits: so days compare as texts.
const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;

/** @throws RangeError when the text is no YYYY-MM-DD of the calendar from 1000 to 9999. */
export function dayNumber(day: string): number {
  const ms = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Engines take 2026-02-30 for 2 March, or for nothing.
  if (!Number.isFinite(ms) || new Date(ms).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`no day of the calendar: ${day}`);
  }
  return ms / DAY_MS;
}

/** @throws RangeError outside the years 1000 to 9999. */
export function dayText(day: number): string {
  const text = new Date(day * DAY_MS).toISOString().replace(/T.*/, '');
  if (!DAY.test(text)) throw new RangeError(`no day of the calendar: ${text}`);
  return text;
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

export function isWeekend(day: number): boolean {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** 民法典 §202: the day of the same number in the last month, or that month's last day where there is none. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const number = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(number, date.getUTCDate()));
  return date.getTime() / DAY_MS;
}
