/** A text like `2027-03-05` as a day: dates of expiry and making, of which master data are full. */
import { TIME_ORIGIN_MS } from './facts-layout.ts';

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** To the last day of the year 9999 and as far back, which is before the year 0. */
const DAYS_MAX = 2_912_449;

/** Days since 2026-01-01; undefined for any other text. */
export function packDate(text: string): number | undefined {
  if (text.length !== 10 || !DATE.test(text)) return undefined;
  const days = (Date.parse(`${text}T00:00:00Z`) - TIME_ORIGIN_MS) / DAY_MS;
  return unpackDate(days) === text ? days : undefined;
}

/** Undefined for days that no date of four digits has. */
export function unpackDate(days: number): string | undefined {
  if (!(Math.abs(days) <= DAYS_MAX)) return undefined;
  const text = new Date(days * DAY_MS + TIME_ORIGIN_MS).toISOString().slice(0, 10);
  return DATE.test(text) ? text : undefined;
}
