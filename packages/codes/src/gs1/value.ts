/** Values of GS1 keys: their alphabets, and their one spelling inside a Digital Link. */
import type { Reason } from '../parsed.ts';
import { checkNamed } from './ai-checks.ts';
import { hasValidCheckDigit, isDigits } from './check-digit.ts';
import type { KeyForm, ValueForm } from './keys.ts';

export const CANONICAL_HOST = 'https://id.gs1.org';

// GS1 AI encodable character sets 82, 39 and 64 (General Specifications figures 7.11-1 to 7.11-3), as tables by code.
const DIGITS = table('0123456789');
const SET_82 = table('!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
const SET_39 = table('#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const SET_64 = table('-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
// RFC 3986 unreserved: what a canonical path leaves as it is.
const UNRESERVED = table('-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~');

const ALPHABETS = { digits: DIGITS, set82: SET_82, set39: SET_39, set64: SET_64 };
export type AlphabetName = keyof typeof ALPHABETS;

/** Whether every character is of the alphabet. */
export function isIn(alphabet: AlphabetName, text: string): boolean {
  return allIn(ALPHABETS[alphabet], text);
}

function table(characters: string): Uint8Array {
  const marks = new Uint8Array(128);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

function allIn(marks: Uint8Array, text: string, from = 0): boolean {
  for (let i = from; i < text.length; i += 1) {
    if (marks[text.charCodeAt(i)] !== 1) return false;
  }
  return true;
}

/** Why the value breaks the form; undefined when it does not. */
export function refuseValue(form: ValueForm, value: string): Reason | undefined {
  const tail = value.length - form.digits;
  if (tail < form.tailMin || tail > form.tailMax) return 'length';
  for (let i = 0; i < form.digits; i += 1) {
    if (DIGITS[value.charCodeAt(i)] !== 1) return 'alphabet';
  }
  if (tail > 0 && !allIn(ALPHABETS[form.alphabet], value, form.digits)) return 'alphabet';
  if (form.lead !== undefined) {
    const lead = value.slice(0, form.lead.count);
    if (form.lead.digit === 'any' ? !isDigits(lead) : lead !== form.lead.digit.repeat(form.lead.count))
      return 'alphabet';
  }
  if (form.checkAt !== undefined) {
    const checked = form.checkAt + 1 === value.length ? value : value.slice(0, form.checkAt + 1);
    if (!hasValidCheckDigit(checked)) return 'check-digit';
  }
  if (form.check === undefined) return undefined;
  // Of an ITIP, the digits behind the GTIN are the piece and the total.
  return checkNamed(form.check)(form.check === 'piece-of-total' ? value.slice(-4) : value);
}

/** A key's value in its one form: GTINs padded to 14 digits. */
export function padValue(key: KeyForm, value: string): string {
  if (key.ai !== '01') return value;
  const { length } = value;
  return length === 8 || length === 12 || length === 13 ? value.padStart(14, '0') : value;
}

/**
 * The value as a path segment of a canonical Digital Link: all but RFC 3986's unreserved characters escaped. Half a
 * surrogate pair, which no URI can hold, becomes U+FFFD.
 */
export function encodeSegment(value: string): string {
  if (allIn(UNRESERVED, value)) return value;
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A path segment or URN component as plain text; undefined where its escapes are broken. */
export function decodeSegment(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
