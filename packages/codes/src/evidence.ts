/** What speaks for a scheme in a code that it takes, in bits: how rarely a text made up at random has it. */

import { isListedDivision } from './cn/divisions.ts';
import { type CodeParts, type Field, type FieldAlphabet, type FieldKind, lengthOf } from './field.ts';
import type { Text } from './parsed.ts';
import type { Evidence, Scheme } from './scheme.ts';

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

const CHECK: Text = { zh: '校验码正确', en: 'its check comes out right' };

/** What speaks for the scheme in a code that it takes. */
export function evidenceOf({ rules }: Scheme, parts: CodeParts): readonly Evidence[] {
  const all: Evidence[] = [];
  for (const field of rules.fields) {
    const each = fieldEvidence(field, parts);
    if (each !== undefined) all.push(each);
  }
  if (rules.checkBits !== undefined) all.push({ bits: rules.checkBits, text: CHECK });
  if (rules.evidence !== undefined) all.push(...rules.evidence(parts));
  return all;
}

function fieldEvidence(field: Field, parts: CodeParts): Evidence | undefined {
  if (field.literal !== undefined) return literalEvidence(field);
  const value = field.part === undefined ? undefined : parts[field.part];
  if (value === undefined || value === '') return undefined;
  if (field.kind !== undefined) return kindEvidence(field.kind, value);
  return field.oneOf === undefined ? undefined : listEvidence(field);
}

const BITS_A_DIGIT = 3.3; // one of 10
const BITS_A_LETTER = 4.7; // one of 26
const BITS_A_WORD = 10; // one of the thousand common Chinese characters

/** Of a fixed text; none of brackets and dashes alone, which stand anywhere. */
export const literalEvidence = onceAField(({ literal = '' }) => {
  if (!/[\p{L}\p{N}]/u.test(literal)) return undefined;
  const bits = [...literal].reduce(
    (sum, each) => sum + (/\d/.test(each) ? BITS_A_DIGIT : each > '\u007f' ? BITS_A_WORD : BITS_A_LETTER),
    0,
  );
  return { bits, text: { zh: `含有固定文字“${literal}”`, en: `has the fixed text "${literal}"` } };
});

/** What depends on the field alone is worked out once. */
function onceAField(evidence: (field: Field) => Evidence | undefined): (field: Field) => Evidence | undefined {
  const known = new WeakMap<Field, Evidence | undefined>();
  return (field) => {
    if (!known.has(field)) known.set(field, evidence(field));
    return known.get(field);
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
  label: 1_000,
  words: 1_000,
  visible: 1_000,
};

/** Of a value out of a list. */
export const listEvidence = onceAField((field) => {
  const [, max] = lengthOf(field);
  const name = field.name ?? { zh: field.part ?? '', en: field.part ?? '' };
  return {
    bits: listBits(field, field.oneOf?.length ?? 1, max),
    text: { zh: `${name.zh}是规定的取值之一`, en: `${name.en.toLowerCase()} is one of those there are` },
  };
});

/** How rarely a random text of so many characters is one of so many values. */
function listBits({ alphabet = 'digits' }: Field, count: number, length: number): number {
  return Math.max(0, Math.log2(SIZES[alphabet] ** length / count));
}

/**
 * By how many bits `evidenceOf` makes too much of short values: it weighs every value of a list as its longest, so that
 * one letter counts as three. The order of readings keeps that weight; whether a text is chosen does not follow from it.
 */
export function overstated({ rules }: Scheme, parts: CodeParts): number {
  return rules.fields.reduce((sum, field) => {
    const value = parts[field.part ?? ''] ?? '';
    if (field.oneOf === undefined || field.kind !== undefined || value === '') return sum;
    const alike = field.oneOf.filter(({ length }) => length === value.length).length;
    return sum + Math.max(0, (listEvidence(field)?.bits ?? 0) - listBits(field, alike, value.length));
  }, 0);
}
