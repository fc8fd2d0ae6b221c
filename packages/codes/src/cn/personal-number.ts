/**
 * 公民身份号码, the number of a person (GB 11643-1999): known so that it is never taken for a code.
 *
 *   division of GB/T 2260 6 · birth date 8 · sequence 3 · check 1 (MOD 11-2 of ISO/IEC 7064, X for ten)
 *   until 1999: division 6 · birth date without the century 6 · sequence 3, no check
 */
import { isDate } from '../gs1/ai-checks.ts';
import { hasValidCheckDigit } from '../gs1/check-digit.ts';
import { isDivision, isListedDivision } from './divisions.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** `checked` by its check character, `listed` by a division of today, `likely` for fifteen digits of the form only. */
export type PersonalNumber = 'checked' | 'listed' | 'likely';

/** Whether the text is the number of a person, and what tells so; undefined for any other text. */
export function personalNumberOf(text: string): PersonalNumber | undefined {
  if (text.length === 18) return isChecked(text) ? 'checked' : undefined;
  if (text.length !== 15 || !hasOldForm(text)) return undefined;
  return isListedDivision(text.slice(0, 6)) ? 'listed' : 'likely';
}

// The standard's own example was born in 1880; no year of later than this century is a birth.
const BORN = /^(?:1[89]|20)/;

function isChecked(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const born = text.slice(6, 14);
  if (!BORN.test(born) || !isDate(born) || !isDivision(text.slice(0, 6))) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
  return CHECKS.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

function hasOldForm(text: string): boolean {
  if (!/^[1-9]\d{14}$/.test(text)) return false;
  if (!isDivision(text.slice(0, 6)) || !isDate(`19${text.slice(6, 12)}`)) return false;
  return !isEarTag(text) && !isDevice(text);
}

/** Ear tags of livestock have fifteen digits too: the kind of animal 1, division 6, sequence 8. */
function isEarTag(text: string): boolean {
  return /^[123]/.test(text) && isListedDivision(text.slice(1, 7));
}

/** So have mobile devices (IMEI, which begin with 35 as Fujian does), with the check digit of Luhn. */
function isDevice(text: string): boolean {
  if (!text.startsWith('35')) return false;
  const sum = [...text].reverse().reduce((total, digit, i) => {
    const weighed = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** In an address a space is %20, and what stands before may be any escape. */
const GAP = '(?:%20|-)?';
const BEGIN = '(?<=^|[^0-9A-Za-z]|%[0-9A-Fa-f]{2})';
const ANY_RUN = new RegExp(`${BEGIN}(?:\\d(?:${GAP}\\d){16}${GAP}[\\dXx]|\\d(?:${GAP}\\d){14})(?![0-9A-Za-z])`, 'g');

/** The text with every number of a person in it made unreadable, for logs and problems. */
export function withoutPersonalNumbers(text: string): string {
  if (!LONG_ENOUGH.test(text)) return text;
  return text.replace(ANY_RUN, (run, at: number) => {
    const number = run.replace(/%20|-/g, '');
    return isPrivate(number) && !isKey(text, at, number) ? '*'.repeat(number.length) : run;
  });
}

/** What every run begins with; most texts have none, and are left without a closer look. */
const LONG_ENOUGH = new RegExp(`\\d(?:${GAP}\\d){14}`);

/** Eighteen characters that stand by themselves, within any text, with a date where a birth stands. */
const WHOLE_RUN = new RegExp(`${BEGIN}[1-9]\\d{5}(?:1[89]|20)\\d{2}[01]\\d[0-3]\\d{4}[\\dXx](?![0-9A-Za-z])`, 'g');

/**
 * Where in a text numbers of persons stand, each as the place of its first character: after a colon, a slash or an
 * equals sign of an address, or among words. Only those of eighteen characters: fifteen digits without a check are as
 * likely a lot with a division and a date when they are a part of something. A GS1 key spelled out is none.
 */
export function personalNumbersIn(text: string): readonly number[] {
  return [...text.matchAll(WHOLE_RUN)]
    .filter(({ 0: number, index }) => isChecked(number) && !isKey(text, index, number))
    .map(({ index }) => index);
}

const OLD_LENGTH = 15;
const CENTURIES = new Set(['18', '19', '20']);

/**
 * Whether a text of any size may hold one, spelled out in plain digits. It looks at every fifteenth character, and at the
 * whole run where that is a digit: many times as fast as a search for a pattern, which begins anew at each digit.
 */
export function mayHoldPersonalNumber(text: string): boolean {
  for (let at = OLD_LENGTH - 1; at < text.length; at += OLD_LENGTH) {
    if (!isDigitAt(text, at)) continue;
    let begin = at;
    while (isDigitAt(text, begin - 1)) begin -= 1;
    while (isDigitAt(text, at)) at += 1;
    if (isPersonalRun(text, begin, at)) return true;
  }
  return false;
}

/** Whether a run of digits, with an X after it where there are seventeen, is the number of a person. */
function isPersonalRun(text: string, begin: number, end: number): boolean {
  const digits = end - begin;
  if (digits === OLD_LENGTH) return personalNumberOf(text.slice(begin, end)) !== undefined;
  if (digits !== 17 && digits !== 18) return false;
  // Nearly all logistic units lack a century and a month where those would stand.
  if (text.charAt(begin + 10) > '1' || !CENTURIES.has(text.slice(begin + 6, begin + 8))) return false;
  return personalNumberOf(text.slice(begin, begin + 18)) !== undefined;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** SSCC and GSRN, the keys of eighteen digits, in an address (`/00/…`) and as printed (`(00)…`). */
const KEY_BEFORE = /(?:\/(?:00|8017|8018)\/|\((?:00|8017|8018)\))$/;

function isKey(text: string, at: number, number: string): boolean {
  return KEY_BEFORE.test(text.slice(Math.max(0, at - 6), at)) && hasValidCheckDigit(number);
}

function isPrivate(run: string): boolean {
  const found = personalNumberOf(run);
  return found !== undefined && found !== 'likely';
}
