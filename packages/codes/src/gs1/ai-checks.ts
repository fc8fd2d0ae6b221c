/** The checks that parts of values of application identifiers must stand, by the names used in the table. */
import type { Reason } from '../parsed.ts';
import { hasValidCheckDigit, isDigits } from './check-digit.ts';
import { hasValidCheckPair } from './check-pair.ts';
import { COUNTRIES, COUNTRY_LETTERS, CURRENCIES, MEDIA_TYPES, PACKAGE_TYPES } from './code-lists.ts';

/** Why the value breaks the rule; undefined when it does not. */
export type Check = (value: string) => Reason | undefined;

const unless = (holds: (value: string) => boolean, reason: Reason): Check => {
  return (value) => (holds(value) ? undefined : reason);
};
const listed = (list: ReadonlySet<string>): Check => unless((value) => list.has(value), 'registry');
const matching = (pattern: RegExp): Check => unless((value) => pattern.test(value), 'registry');
/** Digits from `from` to `to`, compared as numbers. */
const between = (from: number, to: number, reason: Reason): Check =>
  unless((value) => Number(value) >= from && Number(value) <= to, reason);

// General Specifications §1.4.4: a company prefix has 4 digits at least.
export const PREFIX_MIN = 4;
const LATITUDE_MAX = 1_800_000_000; // seven decimals of a degree, 90° south being 0
const LONGITUDE_MAX = 3_600_000_000; // likewise, 180° west being 0

const CHECKS: Readonly<Record<string, Check>> = {
  'check-digit': unless(hasValidCheckDigit, 'check-digit'),
  'check-pair': unless(hasValidCheckPair, 'check-digit'),
  prefix: unless((value) => isDigits(value.slice(0, PREFIX_MIN)) && value.length >= PREFIX_MIN, 'alphabet'),
  'prefix-second': unless((value) => isDigits(value.slice(1, PREFIX_MIN + 1)), 'alphabet'),
  date: unless((value) => isDayOrMonth(twentieth(value)), 'date'),
  'date-day': unless((value) => isDate(twentieth(value)), 'date'),
  'date-long': unless(isDate, 'date'),
  hour: between(0, 23, 'date'),
  sixty: between(0, 59, 'date'),
  time: unless((value) => Number(value.slice(0, 2)) <= 23 && Number(value.slice(2)) <= 59, 'date'),
  country: listed(COUNTRIES),
  'country-or-999': unless((value) => value === '999' || COUNTRIES.has(value), 'registry'),
  'country-letters': listed(COUNTRY_LETTERS),
  currency: listed(CURRENCIES),
  sex: matching(/^[0129]$/),
  escapes: matching(/^(?:[^%]|%[0-9A-Fa-f]{2})*$/),
  'yes-no': matching(/^[01]$/),
  minus: matching(/^-$/),
  winding: matching(/^[019]$/),
  // A filler of zeros is no value: other digits there are characters that do not belong.
  zero: unless((value) => /^0+$/.test(value), 'alphabet'),
  'not-zero': matching(/[1-9]/),
  'no-leading-zero': matching(/^(?!0)/),
  'not-digits-only': unless((value) => !isDigits(value), 'alphabet'),
  latitude: between(0, LATITUDE_MAX, 'registry'),
  longitude: between(0, LONGITUDE_MAX, 'registry'),
  'piece-of-total': unless(isPieceOfTotal, 'registry'),
  'place-of-total': unless(isPlaceOfTotal, 'registry'),
  'importer-index': matching(/^[-\w]$/),
  'package-type': listed(PACKAGE_TYPES),
  'media-type': listed(MEDIA_TYPES),
  iban: unless(isIban, 'check-digit'),
  // What a North American coupon says inside is for tills to read; nothing that is traced carries one.
  coupon: () => undefined,
  'coupon-offer': () => undefined,
};

/** The check of that name; a name that there is none for breaks the build's tests, so the table has none. */
export function checkNamed(name: string): Check {
  return CHECKS[name] ?? (() => 'registry');
}

/** Six digits as eight. The century matters for 29 February only, and 2000 was a leap year as 1900 was not. */
function twentieth(yymmdd: string): string {
  return `20${yymmdd}`;
}

/** Whether YYYYMMDD is a day of the calendar. */
export function isDate(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || yyyymmdd.length !== 8) return false;
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** General Specifications §3.4.2: day 00 says that only the month is meant. */
function isDayOrMonth(yyyymmdd: string): boolean {
  return isDate(yyyymmdd.endsWith('00') ? `${yyyymmdd.slice(0, 6)}01` : yyyymmdd);
}

function isPieceOfTotal(value: string): boolean {
  const [piece, total] = [value.slice(0, value.length / 2), value.slice(value.length / 2)];
  return Number(piece) > 0 && Number(piece) <= Number(total);
}

function isPlaceOfTotal(value: string): boolean {
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value);
  return match !== null && Number(match[1]) <= Number(match[2]);
}

const IBAN_DIVISOR = 97n; // ISO 13616: the number, its first four characters moved to the end, leaves 1

function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(value)) return false;
  const moved = value.slice(4) + value.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % IBAN_DIVISOR === 1n;
}
