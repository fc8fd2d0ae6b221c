/**
 * RFC 3339 times as numbers.
 *
 * Written out rather than left to `Date.parse`: engines differ over what it accepts, it drops the digits
 * that CBV 2.0 §8.9 rounds by, and capture reads one or more times an event.
 */

const TIME = /^(\d{4,6})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Milliseconds since 1970 UTC, finer digits cut off; NaN when the text is no RFC 3339 time with an offset. */
export function epochMs(text: string): number {
  const match = TIME.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const minutes =
    dayNumber(Number(year), Number(month), Number(day)) * 1440 + Number(hour) * 60 + Number(minute) - offset;
  return minutes * 60_000 + Number(second) * 1000 + milliseconds(fraction);
}

/** As `epochMs`, but rounded half up at the fourth digit (CBV 2.0 §8.9). */
export function epochMsRounded(text: string): number {
  return epochMs(text) + (ROUNDS_UP.test(text) ? 1 : 0);
}

/** The same instant in the same words, with every digit that was given; a text that is no RFC 3339 time as it is. */
export function timeToTheDigit(text: string): string {
  const match = TIME.exec(text);
  const ms = epochMs(text);
  if (match === null || Number.isNaN(ms)) return text;
  const [, , , , , , second, fraction = ''] = match;
  // The leap second and the one after it have one number of milliseconds.
  const leap = second === '60' ? 'L' : '';
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
