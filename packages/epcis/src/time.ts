/**
 * RFC 3339 times as numbers.
 *
 * Written out rather than left to `Date.parse`: engines differ over what it accepts, it drops the digits
 * that CBV 2.0 §8.9 rounds by, and capture reads one or more times an event.
 */

// Leap years of the Gregorian calendar are those divisible by 4, save full centuries not divisible by 400.
const LEAP_YEAR = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DATE =
  '(?!0000)(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)' +
  `|02-(?:0[1-9]|1\\d|2[0-8]))|${LEAP_YEAR}-02-29)`;
// A leap second ends a quarter of an hour in every time zone in use.
const CLOCK = '(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:14|29|44|59):60)(?:\\.\\d+)?';
const ZONE = '(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)';

/** RFC 3339 §5.6 with an offset, a day that is in the calendar, and a year from 0001 to 9999 as it is written. */
export const TIME_PATTERN = `^${DATE}[Tt]${CLOCK}${ZONE}$`;
const TIME = new RegExp(TIME_PATTERN);
/** Behind the seconds of a time that fits `TIME_PATTERN`. */
const REST = /^(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * The instants that are kept, here and in the database: those that have a year of four digits in UTC too (RFC 3339
 * §1), so that every one of them can be written. An offset can lead a time out of them, 0001-01-01T00:00:00+14:00.
 */
const INSTANT_MIN_MS = dayNumber(1, 1, 1) * 86_400_000;
const INSTANT_MAX_MS = dayNumber(10_000, 1, 1) * 86_400_000 - 1;

/**
 * Milliseconds since 1970 UTC, finer digits cut off; NaN when the text is no RFC 3339 time with an offset, or no
 * instant from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.
 */
export function epochMs(text: string): number {
  const match = TIME.test(text) ? REST.exec(text.slice(19)) : null;
  if (match === null) return Number.NaN;
  const [, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const at = (from: number, to: number): number => Number(text.slice(from, to));
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const minutes = dayNumber(at(0, 4), at(5, 7), at(8, 10)) * 1440 + at(11, 13) * 60 + at(14, 16) - offset;
  const ms = minutes * 60_000 + at(17, 19) * 1000 + milliseconds(fraction);
  return ms >= INSTANT_MIN_MS && ms <= INSTANT_MAX_MS ? ms : Number.NaN;
}

/** As `epochMs`, but rounded half up at the fourth digit (CBV 2.0 §8.9). */
export function epochMsRounded(text: string): number {
  return epochMs(text) + (ROUNDS_UP.test(text) ? 1 : 0);
}

/** The same instant in the same words, with every digit that was given; a text that is no RFC 3339 time as it is. */
export function timeToTheDigit(text: string): string {
  const ms = epochMs(text);
  if (Number.isNaN(ms)) return text;
  const fraction = REST.exec(text.slice(19))?.[1] ?? '';
  // The leap second and the one after it have one number of milliseconds.
  const leap = text.slice(17, 19) === '60' ? 'L' : '';
  return `${Math.floor(ms / 1000)}${leap}.${fraction.replace(/0+$/, '')}`;
}

const ROUNDS_UP = /\.\d{3}[5-9]/;

function milliseconds(fraction: string): number {
  return fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
