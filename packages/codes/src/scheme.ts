/**
 * A scheme of codes as data: its fields in order, what each may hold, where the facts come from and how sure they are.
 * Parsing, writing and the evidence for detection follow from the fields; a scheme adds only what fields cannot say.
 */

import { isDivision, isListedDivision } from './cn/divisions.ts';
import { isDate } from './gs1/ai-checks.ts';
import { type Names, type Parsed, parsed, type Reason, refused, type Text } from './parsed.ts';

/** The parts that a scheme gives a name. Values are plain text. */
export interface CodeParts {
  readonly [part: string]: string | undefined;
}

/**
 * How sure the facts are: `verified` by computing real numbers, `sourced` from a text at hand, `unverified` from
 * memory or a second hand, to be checked against the standard.
 */
export type Confidence = 'verified' | 'sourced' | 'unverified';

const ALPHABETS = {
  digits: '0-9',
  capitals: 'A-Z',
  letters: 'A-Za-z',
  'digits-capitals': '0-9A-Z',
  'digits-letters': '0-9A-Za-z',
  uscc: '0-9A-HJ-NPQRTUWXY',
  /** Letters and digits of any script. */
  words: '\\p{L}\\p{N}',
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

export interface SchemeFacts {
  /** Also what stands before the colon where the code alone would be read as something else. */
  readonly id: string;
  readonly name: Text;
  readonly names: Names;
  /** The rule that it is from, with its number. */
  readonly standard: string;
  /** Where its form was read. */
  readonly source: string;
  /** First day in force, YYYY-MM-DD, where it is known. */
  readonly effectiveFrom?: string;
  readonly confidence: Confidence;
  readonly note?: Text;
}

export interface SchemeRules {
  readonly fields: readonly Field[];
  /** The scheme's one spelling of a text: capitals, brackets. */
  readonly fold?: (text: string) => string;
  /** What fields cannot say: check characters, parts that bear each other out. */
  readonly check?: (parts: CodeParts, code: string) => Reason | undefined;
  /** Evidence of `check`, in bits: how rarely a text made up at random passes. */
  readonly checkBits?: number;
  /** How common it is to meet such a code bare, in bits above the rarest; negative where the form proves nothing. */
  readonly prior: number;
  /** What speaks for it in these parts beyond what the fields tell. */
  readonly evidence?: (parts: CodeParts) => readonly Evidence[];
  /** What a person should look at in a well-formed code; refuses nothing. */
  readonly findings?: (parts: CodeParts) => readonly Text[];
  /** Whether a text that has the form and not the check is still meant for one; by default one with fixed text. */
  readonly isMeant?: (code: string) => boolean;
  /** Without marks of its own: never read from a bare text, only behind `id:`. */
  readonly isOpaque?: boolean;
}

/** One thing in a text that speaks for a scheme, or against it. */
export interface Evidence {
  readonly bits: number;
  readonly text: Text;
}

export interface Scheme extends SchemeFacts {
  readonly rules: SchemeRules;
  /** The parts of a code in the scheme's own spelling or one that folds to it. */
  parse(text: string): Parsed<CodeParts>;
  isValid(text: string): boolean;
  /** The code of these parts; undefined where they make no well-formed one. */
  format(parts: CodeParts): string | undefined;
}

/** Whether a text of digits only can be a code of the scheme. */
export function mayBeDigits({ rules }: Scheme): boolean {
  return rules.fields.every(
    ({ literal = '', oneOf, optional }) =>
      !/\D/.test(literal) && (optional === true || oneOf === undefined || oneOf.some((value) => !/\D/.test(value))),
  );
}

const LENGTH_MAX = 256; // no scheme here has longer codes

export function defineScheme(facts: SchemeFacts, rules: SchemeRules): Scheme {
  const pattern = patternOf(rules.fields);
  const [min, max] = totalLength(rules.fields);
  const fold = rules.fold ?? ((text: string) => text);

  function parse(text: string): Parsed<CodeParts> {
    if (text.length > LENGTH_MAX) return refused('length');
    const code = fold(text);
    if (code.length < min || code.length > max) return refused('length');
    const groups = pattern.exec(code)?.groups;
    if (groups === undefined) return refused('alphabet');
    const parts = partsOf(rules.fields, groups);
    for (const field of rules.fields) {
      const reason = refuseField(field, parts[field.part ?? ''] ?? '');
      if (reason !== undefined) return refused(reason);
    }
    const reason = rules.check?.(parts, code);
    return reason === undefined ? parsed(parts) : refused(reason);
  }

  function format(parts: CodeParts): string | undefined {
    const code = rules.fields.map((field) => field.literal ?? parts[field.part ?? ''] ?? '').join('');
    return parse(code).ok ? fold(code) : undefined;
  }

  return { ...facts, rules, parse, format, isValid: (text) => parse(text).ok };
}

function partsOf(fields: readonly Field[], groups: Readonly<Record<string, string | undefined>>): CodeParts {
  const parts: Record<string, string> = {};
  for (const { part } of fields) {
    const value = part === undefined ? undefined : groups[part];
    if (part !== undefined && value !== undefined && value !== '') parts[part] = value;
  }
  return parts;
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

const KIND_EVIDENCE: Readonly<Record<FieldKind, Evidence>> = {
  date: { bits: 10.8, text: { zh: '含有真实存在的日期', en: 'holds a date that exists' } },
  'month-day': { bits: 4.8, text: { zh: '含有真实存在的月日', en: 'holds a month and day that exist' } },
  year: { bits: 6, text: { zh: '含有合理的年份', en: 'holds a plausible year' } },
  division: { bits: 8.2, text: { zh: '含有现行的行政区划代码', en: 'holds a division code of today' } },
  province: { bits: 1.6, text: { zh: '含有省级行政区划代码', en: 'holds a province code' } },
};

const UNLISTED_DIVISION: Evidence = {
  bits: 2,
  text: { zh: '含有行政区划代码，但不在现行名单中', en: 'holds a division code that is not in the list of today' },
};

export function kindEvidence(kind: FieldKind, value: string): Evidence {
  return kind === 'division' && !isListedDivision(value) ? UNLISTED_DIVISION : KIND_EVIDENCE[kind];
}

/** What speaks for the scheme in a code that it takes. */
export function evidenceOf({ rules }: Scheme, parts: CodeParts): readonly Evidence[] {
  const fields = rules.fields.flatMap((field): Evidence[] => {
    if (field.literal !== undefined) return /[\p{L}\p{N}]/u.test(field.literal) ? [literalEvidence(field.literal)] : [];
    const value = parts[field.part ?? ''] ?? '';
    if (value === '') return [];
    if (field.kind !== undefined) return [kindEvidence(field.kind, value)];
    return field.oneOf === undefined ? [] : [listEvidence(field)];
  });
  const check: Evidence[] =
    rules.checkBits === undefined
      ? []
      : [{ bits: rules.checkBits, text: { zh: '校验码正确', en: 'its check comes out right' } }];
  return [...fields, ...check, ...(rules.evidence?.(parts) ?? [])];
}

const BITS_A_DIGIT = 3.3; // one of 10
const BITS_A_LETTER = 4.7; // one of 26
const BITS_A_WORD = 10; // one of the thousand common Chinese characters

export function literalEvidence(literal: string): Evidence {
  const bits = [...literal].reduce(
    (sum, each) => sum + (/\d/.test(each) ? BITS_A_DIGIT : each > '\u007f' ? BITS_A_WORD : BITS_A_LETTER),
    0,
  );
  return {
    bits,
    text: { zh: `含有固定文字“${literal}”`, en: `has the fixed text "${literal}"` },
  };
}

/** How many characters each alphabet has, as far as they are common. */
const SIZES: Readonly<Record<FieldAlphabet, number>> = {
  digits: 10,
  capitals: 26,
  letters: 52,
  'digits-capitals': 36,
  'digits-letters': 62,
  uscc: 31,
  words: 1_000,
  visible: 1_000,
};

export function listEvidence(field: Field): Evidence {
  const [, max] = lengthOf(field);
  const name = field.name ?? { zh: field.part ?? '', en: field.part ?? '' };
  return {
    bits: listBits(field, field.oneOf?.length ?? 1, max),
    text: { zh: `${name.zh}是规定的取值之一`, en: `${name.en.toLowerCase()} is one of those there are` },
  };
}

/** How rarely a random text of so many characters is one of so many values. */
function listBits({ alphabet = 'digits' }: Field, count: number, length: number): number {
  return Math.max(0, Math.log2(SIZES[alphabet] ** length / count));
}

/**
 * By how many bits `evidenceOf` makes too much of short values: it weighs every value of a list as its longest, so that
 * one letter counts as three. Keys depend on that weight, so it stays; whether a text is chosen does not.
 */
export function overstated({ rules }: Scheme, parts: CodeParts): number {
  return rules.fields.reduce((sum, field) => {
    const value = parts[field.part ?? ''] ?? '';
    if (field.oneOf === undefined || field.kind !== undefined || value === '') return sum;
    const alike = field.oneOf.filter(({ length }) => length === value.length).length;
    return sum + Math.max(0, listEvidence(field).bits - listBits(field, alike, value.length));
  }, 0);
}
