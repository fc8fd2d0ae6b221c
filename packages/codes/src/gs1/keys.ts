/**
 * The GS1 identification keys and their qualifiers. Which identifiers these are, the form of their values, and which
 * qualifiers may follow which key in which order is read from the table of application identifiers; what the table
 * does not tell stands here: short names, the names of parts, and what kind of thing a key names.
 */
import type { Names } from '../parsed.ts';
import { APPLICATION_IDENTIFIERS, type ApplicationIdentifier } from './application-identifiers.ts';

/** How a key's value is divided: digits of fixed count, then up to `tailMax` characters of a serial. */
export interface KeyShape {
  /** 0 for a value that is all tail. */
  readonly digits: number;
  readonly tailMax: number;
  /** Index of the check digit; absent where there is none. */
  readonly checkAt?: number;
}

export interface KeyForm {
  readonly ai: string;
  /** Short name of GS1 Digital Link 1.1, still met in the wild. */
  readonly alias: string;
  /** GS1's abbreviation in small letters; of a GTIN, of one without qualifiers. */
  readonly kind: string;
  readonly names: Names;
  readonly value: KeyShape;
  /** Every qualifier that may follow it, in the order of a Digital Link. */
  readonly qualifiers: readonly string[];
  /** The sets of qualifiers that may stand together. */
  readonly sequences: readonly (readonly string[])[];
  /** Qualifiers without which it names nothing. */
  readonly required: readonly string[];
}

interface KeyFacts {
  readonly alias: string;
  readonly kind?: string;
  readonly names: Names;
}

const FACTS: Readonly<Record<string, KeyFacts>> = {
  '00': { alias: 'sscc', names: 'logistic' },
  '01': { alias: 'gtin', names: 'class' },
  '253': { alias: 'gdti', names: 'document' },
  '255': { alias: 'gcn', names: 'document' },
  '401': { alias: 'ginc', names: 'logistic' },
  '402': { alias: 'gsin', names: 'logistic' },
  '414': { alias: 'gln', names: 'place' },
  '415': { alias: 'payTo', kind: 'payment-slip', names: 'document' },
  '417': { alias: 'party', kind: 'pgln', names: 'party' },
  '8003': { alias: 'grai', names: 'asset' },
  '8004': { alias: 'giai', names: 'asset' },
  '8006': { alias: 'itip', names: 'class' },
  '8010': { alias: 'cpid', names: 'class' },
  '8013': { alias: 'gmn', names: 'class' },
  '8017': { alias: 'gsrnp', names: 'service' },
  '8018': { alias: 'gsrn', names: 'service' },
};

export const KEYS: readonly KeyForm[] = [...APPLICATION_IDENTIFIERS.values()].flatMap(readKeys);

/** The identifier as a key; nothing where it is none. */
function readKeys(entry: ApplicationIdentifier): KeyForm[] {
  const { ai, sequences } = entry;
  if (sequences === undefined) return [];
  const { alias = ai, kind = alias, names = 'unknown' } = FACTS[ai] ?? {};
  const qualifiers = [...new Set(sequences.flat())];
  const required = entry.needs.flatMap((alternatives) => (alternatives.length === 1 ? (alternatives[0] ?? []) : []));
  const own = required.filter((each) => qualifiers.includes(each));
  return [{ ai, alias, kind, names, value: shapeOf(entry), qualifiers, sequences, required: own }];
}

function shapeOf({ components, lengthMax }: ApplicationIdentifier): KeyShape {
  let digits = 0;
  let checkAt: number | undefined;
  for (const { alphabet, min, max, optional, hasCheckDigit } of components) {
    if (alphabet !== 'digits' || min !== max || optional) break;
    digits += max;
    if (hasCheckDigit === true) checkAt = digits - 1;
  }
  return { digits, tailMax: lengthMax - digits, ...(checkAt === undefined ? {} : { checkAt }) };
}

/** A qualifier: what it is called in `parts`, and its short name. */
export interface QualifierForm {
  readonly part: string;
  readonly alias: string;
}

export const QUALIFIERS: ReadonlyMap<string, QualifierForm> = new Map([
  ['10', { part: 'lot', alias: 'lot' }],
  ['21', { part: 'serial', alias: 'ser' }],
  ['22', { part: 'variant', alias: 'cpv' }],
  ['235', { part: 'thirdPartySerial', alias: 'tpx' }],
  ['254', { part: 'extension', alias: 'glnx' }],
  ['7040', { part: 'uicExtension', alias: 'uic' }],
  ['8011', { part: 'serial', alias: 'cpsn' }],
  ['8019', { part: 'serviceInstance', alias: 'srin' }],
  ['8020', { part: 'reference', alias: 'refNo' }],
]);

/** A place or party beside another key says where that thing is, not what it is; whom to pay comes last of all. */
const rankOf = ({ ai, required }: KeyForm): number => (ai.startsWith('41') ? 1 : 0) + (required.length > 0 ? 1 : 0);
const BY_RANK = KEYS.toSorted((a, b) => rankOf(a) - rankOf(b));

/** Of the identifiers that stand together, the key that names the thing. */
export function namingKey(has: (ai: string) => boolean): KeyForm | undefined {
  for (const key of BY_RANK) {
    if (has(key.ai) && (key.required.length === 0 || key.required.every(has))) return key;
  }
  return undefined;
}

/** Two qualifiers of the key that no sequence of the table has together; undefined where one sequence has them all. */
export function clash(key: KeyForm, given: readonly string[]): readonly [string, string] | undefined {
  if (given.length < 2 || sequenceOf(key, given) !== undefined) return undefined;
  for (const [i, one] of given.entries()) {
    const other = given.slice(i + 1).find((each) => sequenceOf(key, [one, each]) === undefined);
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

function sequenceOf(key: KeyForm, given: readonly string[]): readonly string[] | undefined {
  return key.sequences.find((sequence) => given.every((ai) => sequence.includes(ai)));
}

/** Whether the identifier may only qualify a key: what may also describe the thing is left out where it does not fit. */
const qualifiesOnly = (ai: string): boolean => APPLICATION_IDENTIFIERS.get(ai)?.isAttribute !== true;

/**
 * Of the key's qualifiers that stand with it outside of a path, those that name the thing: where not all are of one
 * sequence, a lot is an attribute, as it is beside a third party's serial. Two that contradict each other are `clash`.
 */
export function namingQualifiers(
  key: KeyForm,
  given: readonly string[],
): { readonly naming: readonly string[]; readonly clash?: readonly [string, string] } {
  if (given.length < 2 || sequenceOf(key, given) !== undefined) return { naming: given };
  const meant = given.filter(qualifiesOnly);
  const clashing = clash(key, meant);
  if (clashing !== undefined) return { naming: [], clash: clashing };
  const sequence = sequenceOf(key, meant) ?? [];
  return { naming: given.filter((ai) => sequence.includes(ai)) };
}

// Application identifiers and aliases share one table: a path segment of either kind finds its key at once.
export const KEY_BY_SEGMENT: ReadonlyMap<string, KeyForm> = new Map(
  KEYS.flatMap((key): [string, KeyForm][] => [
    [key.ai, key],
    [key.alias, key],
  ]),
);
/** The path segments that a Digital Link can begin with. */
export const KEY_SEGMENTS: readonly string[] = [...KEY_BY_SEGMENT.keys()];
export const QUALIFIER_BY_SEGMENT: ReadonlyMap<string, string> = new Map(
  [...QUALIFIERS].flatMap(([ai, { alias }]): [string, string][] => [
    [ai, ai],
    [alias, ai],
  ]),
);
