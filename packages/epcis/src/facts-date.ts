/** A text like `2027-03-05` as a number: dates of expiry and making, of which master data are full. */
import { unzigzag, zigzag } from './zigzag.ts';

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** Every month has 31 days here: what is kept is the text, whether or not the calendar has it. */
const DAYS_A_MONTH = 31;
const DAYS_A_YEAR = 12 * DAYS_A_MONTH;
const ORIGIN = 2026 * DAYS_A_YEAR;
const END = 10_000 * DAYS_A_YEAR;

/** Distance from 2026-01-01, its sign in the lowest bit; undefined for any other text. */
export function packDate(text: string): number | undefined {
  if (text.length !== 10 || !DATE.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return zigzag(year * DAYS_A_YEAR + (month - 1) * DAYS_A_MONTH + day - 1 - ORIGIN);
}

/** Undefined for a number that no date of four digits has. */
export function unpackDate(packed: number): string | undefined {
  const days = unzigzag(packed) + ORIGIN;
  if (days < 0 || days >= END) return undefined;
  const month = Math.floor((days % DAYS_A_YEAR) / DAYS_A_MONTH) + 1;
  const year = String(Math.floor(days / DAYS_A_YEAR)).padStart(4, '0');
  return `${year}-${twoDigits(month)}-${twoDigits((days % DAYS_A_MONTH) + 1)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
