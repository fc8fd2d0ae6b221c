/**
 * The fields that a code is made of: what each may hold, and how a code is cut into them. Most codes have fields of fixed
 * length in ASCII, which are cut by place; the others are cut by one regular expression.
 */

import { isDivision } from './cn/divisions.ts';
import { isDate } from './gs1/ai-checks.ts';
import type { Reason, Text } from './parsed.ts';

/** The parts that a scheme gives a name. Values are plain text. */
export interface CodeParts {
  readonly [part: string]: string | undefined;
}

const ALPHABETS = {
  digits: '0-9',
  capitals: 'A-Z',
  letters: 'A-Za-z',
  'digits-capitals': '0-9A-Z',
  'digits-letters': '0-9A-Za-z',
  uscc: '0-9A-HJ-NPQRTUWXY',
  /** Letters and digits of any script. */
  words: '\\p{L}\\p{N}',
  /** Letters, their marks and digits of any script, and what parts them: `80-90`, `2026/1`. */
  label: '\\p{L}\\p{M}\\p{N}_/-',
  /** Visible ASCII, and letters and digits of any script. */
  visible: '\\x21-\\x7e\\p{L}\\p{N}',
} as const;
export type FieldAlphabet = keyof typeof ALPHABETS;

/** What digits mean beyond being digits; each is a check of its own. */
export type FieldKind = 'date' | 'month-day' | 'year' | 'division' | 'province';

export interface Field {
  /** Its name among the parts; a field with `literal` has none. */
  readonly part?: string;
  readonly name?: Text;
  /** The same text in every code. */
  readonly literal?: string;
  readonly length?: number | readonly [min: number, max: number];
  readonly alphabet?: FieldAlphabet;
  readonly kind?: FieldKind;
  /** All values there are. */
  readonly oneOf?: readonly string[];
  /** May be left out. */
  readonly optional?: boolean;
}

export function lengthOf({ literal, length = 0, oneOf }: Field): readonly [min: number, max: number] {
  if (literal !== undefined) return [literal.length, literal.length];
  if (oneOf !== undefined && length === 0) {
    const lengths = oneOf.map((value) => value.length);
    return [Math.min(...lengths), Math.max(...lengths)];
  }
  return typeof length === 'number' ? [length, length] : length;
}

/** Shortest and longest code, in characters. */
export function totalLength(fields: readonly Field[]): readonly [min: number, max: number] {
  return fields.reduce<readonly [number, number]>(
    ([min, max], field) => {
      const [least, most] = lengthOf(field);
      return [min + (field.optional === true ? 0 : least), max + most];
    },
    [0, 0],
  );
}

/** Whether a text of digits only can have these fields. */
export function mayBeDigits(fields: readonly Field[]): boolean {
  return fields.every(
    ({ literal = '', oneOf, optional }) =>
      !/\D/.test(literal) && (optional === true || oneOf === undefined || oneOf.some((value) => !/\D/.test(value))),
  );
}

/** The named parts of a code that has the fields' form; undefined for one that has not. */
export type Cut = (code: string) => CodeParts | undefined;

export function cutInto(fields: readonly Field[]): Cut {
  return cutByPlace(fields) ?? cutByPattern(fields);
}

interface Place {
  readonly part: string;
  readonly from: number;
  readonly to: number;
  /** All texts that may stand there; absent where an alphabet tells. */
  readonly texts?: readonly string[];
  /** By character, 1 for those of the alphabet. */
  readonly marks: Uint8Array;
}

/** Undefined where a field has no fixed length or may hold other than ASCII. */
function cutByPlace(fields: readonly Field[]): Cut | undefined {
  const places: Place[] = [];
  let length = 0;
  for (const field of fields) {
    const [min, max] = lengthOf(field);
    const { part = '', literal, oneOf, optional, alphabet = 'digits' } = field;
    if (min !== max || optional === true) return undefined;
    if (alphabet === 'label' || alphabet === 'words' || alphabet === 'visible') return undefined;
    const texts = literal === undefined ? (field.length === undefined ? oneOf : undefined) : [literal];
    const place = { part, from: length, to: length + max, marks: MARKS[alphabet] };
    places.push(texts === undefined ? place : { ...place, texts });
    length += max;
  }
  const named = places.filter(({ part }) => part !== '');
  return (code) => {
    if (code.length !== length || !places.every((place) => fits(place, code))) return undefined;
    const parts: Record<string, string> = {};
    for (const { part, from, to } of named) parts[part] = code.slice(from, to);
    return parts;
  };
}

function fits({ from, to, texts, marks }: Place, code: string): boolean {
  if (texts !== undefined) return texts.some((text) => code.startsWith(text, from));
  for (let at = from; at < to; at += 1) {
    if (marks[code.charCodeAt(at)] !== 1) return false;
  }
  return true;
}

const ASCII = 128;
const marksOf = (alphabet: FieldAlphabet): Uint8Array => {
  const pattern = new RegExp(`[${ALPHABETS[alphabet]}]`, 'u');
  return Uint8Array.from({ length: ASCII }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
};
const MARKS: Readonly<Record<Exclude<FieldAlphabet, 'label' | 'words' | 'visible'>, Uint8Array>> = {
  digits: marksOf('digits'),
  capitals: marksOf('capitals'),
  letters: marksOf('letters'),
  'digits-capitals': marksOf('digits-capitals'),
  'digits-letters': marksOf('digits-letters'),
  uscc: marksOf('uscc'),
};

function cutByPattern(fields: readonly Field[]): Cut {
  const pattern = patternOf(fields);
  return (code) => {
    const groups = pattern.exec(code)?.groups;
    if (groups === undefined) return undefined;
    const parts: Record<string, string> = {};
    for (const { part } of fields) {
      const value = part === undefined ? undefined : groups[part];
      if (part !== undefined && value !== undefined && value !== '') parts[part] = value;
    }
    return parts;
  };
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function patternOf(fields: readonly Field[]): RegExp {
  const source = fields.map((field) => {
    if (field.literal !== undefined) return literally(field.literal);
    const [min, max] = lengthOf(field);
    // Values of several lengths with no length said are told apart by themselves.
    const values = field.length === undefined ? field.oneOf : undefined;
    const body = values?.map(literally).join('|') ?? `[${ALPHABETS[field.alphabet ?? 'digits']}]{${min},${max}}`;
    const group = `(?<${field.part}>${body})`;
    return field.optional === true ? `${group}?` : group;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

export function refuseField(field: Field, value: string): Reason | undefined {
  if (value === '') return undefined;
  if (field.oneOf !== undefined && !field.oneOf.includes(value)) return 'registry';
  switch (field.kind) {
    case 'date':
      return isDate(value) && isNear(value.slice(0, 4)) ? undefined : 'date';
    case 'month-day':
      return isDate(`2000${value}`) ? undefined : 'date';
    case 'year':
      return isNear(value) ? undefined : 'date';
    case 'division':
    case 'province':
      return isDivision(value) ? undefined : 'registry';
    case undefined:
      return undefined;
  }
}

// Nothing that carries these codes was made before, and what is dated later is mistyped.
const YEAR_MIN = 1949;
const YEAR_MAX = 2099;

function isNear(year: string): boolean {
  return Number(year) >= YEAR_MIN && Number(year) <= YEAR_MAX;
}
