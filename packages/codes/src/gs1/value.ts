/** Values of GS1 keys: their alphabets, and their one spelling inside a Digital Link. */

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

function allIn(marks: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    if (marks[text.charCodeAt(i)] !== 1) return false;
  }
  return true;
}

/** A key's value in its one form: GTINs padded to 14 digits. */
export function padValue(ai: string, value: string): string {
  if (ai !== '01') return value;
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
