/** Whether a text, whatever it is, would make the number of a person known, and the text that does not. */
import { personalNumbersIn, withoutPersonalNumbers } from './cn/personal-number.ts';
import { type CodeReading, readCode } from './read-code.ts';

/** Fifteen digits and eighteen, with a few spaces around, are read as a code; in any other text, eighteen are found. */
const LENGTH_MIN = 15;
const LENGTH_MAX = 24;
const FORM = /^\s*(?:\d{15}|\d{17}[\dXx])\s*$/;
/** Whoever writes this name means a person, also with a number of fifteen digits. */
const NAMED = /^cn-personal-number[:=]/i;
const WIDE_DIGIT = /[０-９]/;

/**
 * Whether a text is the number of a person or has one in it: after the last colon or slash of an address, in its query,
 * among words, in wide digits. A GS1 key that is spelled out holds none.
 */
export function holdsPersonalNumber(given: string): boolean {
  if (given.length < LENGTH_MIN) return false;
  const text = WIDE_DIGIT.test(given) ? given.normalize('NFKC') : given;
  if (text.length <= LENGTH_MAX && FORM.test(text)) return readCode(text.trim()).refusal?.reason === 'personal-number';
  if (NAMED.test(text)) return true;
  const places = personalNumbersIn(text);
  return places.length > 0 && !isWithinKey(text, places);
}

/**
 * Whether all of them are parts of a GS1 key that is spelled out: its serial or lot of eighteen digits was given by who
 * made the thing. What an address has beside the key is none of it.
 */
export function isWithinKey(text: string, places: readonly number[]): boolean {
  const reading = readCode(text);
  if (reading.scheme !== 'gs1' || !reading.wellFormed) return false;
  const extra = text.search(/[?#]/);
  return extra < 0 || places.every((at) => at < extra || /[?&;]\d{2,4}=$/.test(text.slice(extra, at)));
}

/**
 * A text as it may be shown, by what it is taken for: of the number of a person, none of its digits. In an address the
 * number alone is left out.
 */
export function concealed(text: string, { refusal }: CodeReading): string {
  const isPerson = refusal?.reason === 'personal-number';
  if (!isPerson && !holdsPersonalNumber(text)) return text;
  const without = withoutPersonalNumbers(text);
  return isPerson && without === text ? text.replace(/[\dXx０-９Ｘｘ]/g, '*') : without;
}
