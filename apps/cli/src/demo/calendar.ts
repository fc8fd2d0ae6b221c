/** Times of the demonstration, in China Standard Time, as milliseconds since 1970. All lie before November 2026. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;

/** A local time of 2026; `month` counts from 1. Days beyond the month's end run on into the next. */
export function chinaTime(month: number, day: number, hour = 0): number {
  return Date.UTC(2026, month - 1, day, hour) - CHINA_OFFSET_MS;
}

/** The local date as YYYY-MM-DD. */
export function chinaDate(timeMs: number): string {
  return new Date(timeMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The local date as YYMMDD, as lot numbers carry it. */
export function dateDigits(timeMs: number): string {
  return chinaDate(timeMs).replaceAll('-', '').slice(2);
}
