/** Where in a text telephone numbers and numbers of persons stand, so that they can be kept apart from it. */
import { personalNumberOf, personalNumbersIn } from './cn/personal-number.ts';
import { hasValidCheckDigit } from './gs1/check-digit.ts';
import { isWithinKey } from './persons.ts';

export interface FoundPersonalDatum {
  /** Index of its first character, and of the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'phone' | 'id-number';
  /** As it is dialled within the country, `13800138000`, `02161234567`; the number of a person with its X large. */
  readonly value: string;
}

/**
 * All of them, in their order; none overlaps another. In a time that grows with the text alone.
 *
 * A telephone number is
 * - of a mobile: eleven digits that begin with 13 to 19, whole, as 3-4-4 or as 3-8, with spaces or hyphens between;
 * - of a line: an area code (010, 02x, 03xx to 09xx) and seven or eight digits of which the first is 2 to 9, with a hyphen
 *   between or the code in brackets; after `tel:` without either;
 * - with +86, 0086 or 86 before it, or not. Thirteen digits in a row that begin with 86 and have the check digit of a GTIN are
 *   a GTIN.
 * - in wide digits as well.
 *
 * It stands by itself: before it are the beginning, a space, a quote, an opening bracket, a comma, a sign outside of ASCII,
 * another number and a slash, or a colon or equals sign behind a quote, a sign outside of ASCII or a word for a telephone; after it
 * no letter, digit, hyphen, or full stop and more. So no part of a longer run of digits, of a link, a URN, a `scheme:code` or an
 * element string is one; with spaces in it, no part of a longer row of groups of digits. A serial or a lot that is exactly such a
 * number, by itself, is taken for one: nothing tells them apart.
 *
 * A number of a person has eighteen characters with birth date, division and check (`personalNumbersIn`), outside of GS1 keys
 * that are spelled out; or fifteen digits that stand by themselves, with birth date and a division of today.
 */
export function personalDataIn(given: string): FoundPersonalDatum[] {
  const text = WIDE.test(given) ? given.replace(ALL_WIDE, narrow) : given;
  if (!MAY_HOLD.test(text)) return [];
  const found = [...identityNumbersIn(text), ...oldNumbersIn(text), ...telephonesIn(text)];
  found.sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}

/** Digits, plus, hyphen and space as Chinese keyboards have them: each one sign for one, so that places stay. */
const WIDE = /[０-９]/;
const ALL_WIDE = /[０-９＋－\u3000]/g;

function narrow(sign: string): string {
  return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** What each of them has; a text without is left at once. */
const MAY_HOLD = /1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[-)）][ ]?\d{3}|(?:\+|00)86[ -]|tel:|\d{15}/i;

const COUNTRY = '(?:(?:\\+|00)?86[ -]?)?';
const MOBILE = '1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}';
const AREA = '(?:10|2\\d|[3-9]\\d{2})';
const LOCAL = '[2-9]\\d{2,3}[ -]?\\d{4}';
const LINE = `(?:(?:\\+|00)86[ -]?(?:\\(0\\))?0?${AREA}-|[(\\uff08]0${AREA}[)\\uff09][ ]?|0${AREA}-)${LOCAL}`;
const TEL_LINE = `(?<=tel:)(?:(?:\\+|00)86[ -]?)?0?${AREA}[ -]?${LOCAL}`;
const TELEPHONE = new RegExp(`(?<![0-9])(?:${COUNTRY}${MOBILE}|${LINE}|${TEL_LINE})(?![0-9A-Za-z_])`, 'gi');

function telephonesIn(text: string): FoundPersonalDatum[] {
  const found: FoundPersonalDatum[] = [];
  let last = -2;
  for (const { 0: run, index: start } of text.matchAll(TELEPHONE)) {
    const end = start + run.length;
    const follows = start === last + 1 && text.charAt(last) === '/';
    if (!(follows || isFreeBefore(text, start)) || !isFreeAfter(text, end)) continue;
    if (isInRow(text, run, start) || isGtin(run)) continue;
    last = end;
    found.push({ start, end, kind: 'phone', value: dialled(run) });
  }
  return found;
}

/** Thirteen digits, of which the first two are those of the country. */
function isGtin(run: string): boolean {
  return /^86\d{11}$/.test(run) && hasValidCheckDigit(run);
}

/** Groups of digits with spaces or hyphens, of which this would be but some. */
function isInRow(text: string, run: string, start: number): boolean {
  if (!/[ -]/.test(run)) return false;
  return (
    /[0-9][ -]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[ -][0-9]/.test(text.slice(start + run.length).slice(0, 2))
  );
}

function dialled(run: string): string {
  const digits = run.replace(/[^0-9]/g, '');
  const home = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(home)) return home;
  const line = /^\+|^00/.test(run) ? digits.replace(/^(?:00)?86/, '') : digits;
  return line.startsWith('0') ? line : `0${line}`;
}

const LABEL_MAX = 12; // `telephone` with its colon, and a space
const LABEL = /(?:["'\u0080-\uffff]|tel|telephone|phone|mobile|cell|fax|sms)[:=] ?$/i;
const ELEMENT = /[(（]\d{2,4}[)）]$/;

function isFreeBefore(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.slice(Math.max(0, at - LABEL_MAX), at);
  const sign = before.charAt(before.length - 1);
  if (sign === ')' || sign === '）') return !ELEMENT.test(before);
  if (sign === ':' || sign === '=') return LABEL.test(before);
  // A line break and a tab, as JSON has them.
  return /[\s"'([{<>,;|\u0080-\uffff]$|\\[nrt]$/.test(before);
}

function isFreeAfter(text: string, at: number): boolean {
  return !/^(?:[0-9A-Za-z_%:=+-]|\.[0-9A-Za-z])/.test(text.slice(at, at + 2));
}

function identityNumbersIn(text: string): FoundPersonalDatum[] {
  return personalNumbersIn(text)
    .filter((at) => !isInKey(text, at))
    .map((start) => ({
      start,
      end: start + 18,
      kind: 'id-number',
      value: text.slice(start, start + 18).toUpperCase(),
    }));
}

const TOKEN_SIDE_MAX = 150; // longer than any code before and after a number in it
const ENDS_WORD = /[\s"'<>\u0080-\uffff]/;

/** Whether the word around it is a GS1 key with its serial or lot. */
function isInKey(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < TOKEN_SIDE_MAX && !ENDS_WORD.test(text.charAt(from - 1))) from -= 1;
  let to = at;
  while (to < text.length && to - at < TOKEN_SIDE_MAX && !ENDS_WORD.test(text.charAt(to))) to += 1;
  return from < at && isWithinKey(text.slice(from, to), [at - from]);
}

function oldNumbersIn(text: string): FoundPersonalDatum[] {
  return [...text.matchAll(/(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g)]
    .filter(
      ({ 0: value, index }) =>
        isFreeBefore(text, index) && isFreeAfter(text, index + 15) && personalNumberOf(value) === 'listed',
    )
    .map(({ 0: value, index: start }) => ({ start, end: start + 15, kind: 'id-number', value }));
}
