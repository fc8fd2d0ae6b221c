/**
 * Whether a text that is no code of a scheme was meant for one, so that it is refused as mistyped instead of being a unit
 * of its own. One character of a province or two letters are no intent: 京东 is a shop and SC a size. Nor is anything
 * intent for a scheme whose form is unverified: what we are not sure of refuses no text.
 */
import { kindEvidence, listEvidence, literalEvidence } from './evidence.ts';
import { type Field, lengthOf, refuseField, totalLength } from './field.ts';
import type { Scheme } from './scheme.ts';

/** Evidence of the beginning, in bits: two letters have 9, a province 5, 国药准字 40, `SC` with class and division 22. */
const INTENT_MIN = 16;
/** Of the digits that the scheme has, so many must be there, in percent: a word has none, a slip of the pen drops a few. */
const DIGITS_MIN = 60;
/** How far the length may be from the scheme's, in percent. */
const LENGTH_SLACK = 25;

export function isMeant(scheme: Scheme, text: string): boolean {
  if (scheme.confidence === 'unverified') return false;
  const { fields, fold, isMeant: own } = scheme.rules;
  if (own !== undefined) return own(fold?.(text) ?? text);
  const [first] = fields;
  if (first === undefined || !hasWords(first)) return false;
  const code = fold?.(text) ?? text;
  return isNearInLength(fields, code) && isIntended(fields, code);
}

/** Whether the scheme begins with a fixed text that is no number; letters alone only where there is no choice of them. */
function hasWords({ literal, oneOf = [] }: Field): boolean {
  return literal === undefined ? oneOf.some((value) => /[^\dA-Za-z]/.test(value)) : /\p{L}/u.test(literal);
}

function isNearInLength(fields: readonly Field[], { length }: string): boolean {
  const [min, max] = totalLength(fields);
  return length * 100 >= min * (100 - LENGTH_SLACK) && length * 100 <= max * (100 + LENGTH_SLACK);
}

function isIntended(fields: readonly Field[], code: string): boolean {
  const digits = code.replace(/\D+/g, '').length;
  return (
    digits * 100 >= digitsOf(fields) * DIGITS_MIN &&
    bitsOfBeginning(fields, code) >= INTENT_MIN &&
    hasOtherMarks(fields, code) &&
    !/\p{Script=Han}/u.test(withoutFixed(fields, code))
  );
}

/** Whether at least half of the fixed texts behind the first field are there, brackets among them: 农肥2024 has none. */
function hasOtherMarks(fields: readonly Field[], code: string): boolean {
  const marks = fields.slice(1).flatMap(({ literal }) => literal ?? []);
  return marks.filter((mark) => code.includes(mark)).length * 2 >= marks.length;
}

/** Evidence of the fields that the text begins with, up to the first that does not fit. */
function bitsOfBeginning(fields: readonly Field[], code: string): number {
  let bits = 0;
  let at = 0;
  for (const field of fields) {
    const value = valueAt(field, code, at);
    if (value === undefined && field.optional === true) continue;
    if (value === undefined) break;
    if (field.literal !== undefined) bits += literalEvidence(field)?.bits ?? 0;
    else if (field.kind !== undefined) bits += kindEvidence(field.kind, value).bits;
    else if (field.oneOf !== undefined) bits += listEvidence(field)?.bits ?? 0;
    at += value.length;
  }
  return bits;
}

/** What stands in the place of the field, where it fits; fields of no fixed length end the search. */
function valueAt(field: Field, code: string, at: number): string | undefined {
  const { literal, oneOf } = field;
  if (literal !== undefined) return code.startsWith(literal, at) ? literal : undefined;
  if (oneOf !== undefined) {
    const values = oneOf.filter((value) => code.startsWith(value, at));
    return values.sort((a, b) => b.length - a.length)[0];
  }
  const [min, max] = lengthOf(field);
  const value = code.slice(at, at + max);
  if (min !== max || value.length < max) return undefined;
  return /^[0-9A-Za-z]+$/.test(value) && refuseField(field, value) === undefined ? value : undefined;
}

/** Digits that every code of the scheme has. */
function digitsOf(fields: readonly Field[]): number {
  const numbers = fields.filter(
    ({ literal, alphabet = 'digits', optional }) => literal === undefined && alphabet === 'digits' && optional !== true,
  );
  return numbers.reduce((sum, field) => sum + lengthOf(field)[0], 0);
}

function withoutFixed(fields: readonly Field[], code: string): string {
  const words = fields.flatMap(({ literal, oneOf = [] }) => (literal === undefined ? oneOf : [literal]));
  const inCode = words.filter((word) => /\p{Script=Han}/u.test(word) && code.includes(word));
  return inCode.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replace(word, ''), code);
}
