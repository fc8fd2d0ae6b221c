/**
 * 公民身份号码, the number of a person (GB 11643-1999): known so that it is never taken for a code.
 *
 *   division of GB/T 2260 6 · birth date 8 · sequence 3 · check 1 (MOD 11-2 of ISO/IEC 7064, X for ten)
 *   until 1999: division 6 · birth date without the century 6 · sequence 3, no check
 */
import { isDate } from '../gs1/ai-checks.ts';
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
  return text.replace(ANY_RUN, (run) => {
    const number = run.replace(/%20|-/g, '');
    return isPrivate(number) ? '*'.repeat(number.length) : run;
  });
}

function isPrivate(run: string): boolean {
  const found = personalNumberOf(run);
  return found !== undefined && found !== 'likely';
}
