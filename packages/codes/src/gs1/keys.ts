/**
 * The GS1 identification keys that an EPC can be, as data: application identifier, form of the value, and the
 * qualifiers that may follow it, in the order of a GS1 Digital Link (GS1 Digital Link URI Syntax §4.3, GS1
 * General Specifications §3).
 */
import type { Names } from '../parsed.ts';

/** The form of a value: digits with a check digit at `checkAt`, then up to `tailMax` characters of a serial. */
export interface ValueForm {
  readonly alphabet: 'digits' | 'set82' | 'set39';
  /** Fixed digits before the tail; 0 for a value that is all tail. */
  readonly digits: number;
  /** Index of the check digit in the fixed digits; absent where there is none. */
  readonly checkAt?: number;
  /** How many characters at the start must be this digit or, for `any`, digits of whatever value. */
  readonly lead?: { readonly count: number; readonly digit: '0' | 'any' };
  readonly tailMin: number;
  readonly tailMax: number;
  /** A check of the whole value beside those above, by its name among the checks of application identifiers. */
  readonly check?: 'check-pair' | 'piece-of-total' | 'no-leading-zero';
}

export interface KeyForm {
  readonly ai: string;
  /** Short name of GS1 Digital Link 1.1, still met in the wild. */
  readonly alias: string;
  readonly value: ValueForm;
  readonly qualifiers: readonly string[];
  readonly names: Names;
}

const digits = (count: number): ValueForm => ({
  alphabet: 'digits',
  digits: count,
  checkAt: count - 1,
  tailMin: 0,
  tailMax: 0,
});
const withSerial = (count: number, tailMax: number): ValueForm => ({ ...digits(count), alphabet: 'set82', tailMax });
const text = (tailMax: number): ValueForm => ({ alphabet: 'set82', digits: 0, tailMin: 1, tailMax });
// A company prefix has 4 digits at least (General Specifications §1.4.4), so a key that begins with one begins so.
const afterPrefix = (tailMax: number, alphabet: ValueForm['alphabet'] = 'set82'): ValueForm => ({
  alphabet,
  digits: 0,
  lead: { count: 4, digit: 'any' },
  tailMin: 5,
  tailMax,
});

export const KEYS: readonly KeyForm[] = [
  { ai: '00', alias: 'sscc', value: digits(18), qualifiers: [], names: 'logistic' },
  { ai: '01', alias: 'gtin', value: digits(14), qualifiers: ['22', '10', '21', '235'], names: 'class' },
  { ai: '253', alias: 'gdti', value: withSerial(13, 17), qualifiers: [], names: 'document' },
  { ai: '255', alias: 'gcn', value: { ...withSerial(13, 12), alphabet: 'digits' }, qualifiers: [], names: 'document' },
  { ai: '401', alias: 'ginc', value: afterPrefix(30), qualifiers: [], names: 'logistic' },
  { ai: '402', alias: 'gsin', value: digits(17), qualifiers: [], names: 'logistic' },
  { ai: '414', alias: 'gln', value: digits(13), qualifiers: ['254', '7040'], names: 'place' },
  { ai: '417', alias: 'party', value: digits(13), qualifiers: ['7040'], names: 'party' },
  // The first of the 14 digits of a GRAI is a filler zero (General Specifications §3.9.3).
  {
    ai: '8003',
    alias: 'grai',
    value: { ...withSerial(14, 16), lead: { count: 1, digit: '0' } },
    qualifiers: [],
    names: 'asset',
  },
  { ai: '8004', alias: 'giai', value: afterPrefix(30), qualifiers: ['7040'], names: 'asset' },
  {
    ai: '8006',
    alias: 'itip',
    value: { ...digits(18), checkAt: 13, check: 'piece-of-total' },
    qualifiers: ['22', '10', '21'],
    names: 'class',
  },
  { ai: '8010', alias: 'cpid', value: afterPrefix(30, 'set39'), qualifiers: ['8011'], names: 'class' },
  { ai: '8013', alias: 'gmn', value: { ...afterPrefix(25), check: 'check-pair' }, qualifiers: [], names: 'class' },
  { ai: '8017', alias: 'gsrnp', value: digits(18), qualifiers: ['8019'], names: 'service' },
  { ai: '8018', alias: 'gsrn', value: digits(18), qualifiers: ['8019'], names: 'service' },
];

/** A qualifier: what it is called in `parts`, its short name, and the form of its values. */
export interface QualifierForm {
  readonly part: string;
  readonly alias: string;
  readonly form: ValueForm;
}

export const QUALIFIERS: ReadonlyMap<string, QualifierForm> = new Map([
  ['10', { part: 'lot', alias: 'lot', form: text(20) }],
  ['21', { part: 'serial', alias: 'ser', form: text(20) }],
  ['22', { part: 'variant', alias: 'cpv', form: text(20) }],
  ['235', { part: 'thirdPartySerial', alias: 'tpx', form: text(28) }],
  ['254', { part: 'extension', alias: 'glnx', form: text(20) }],
  ['7040', { part: 'uicExtension', alias: 'uic', form: { ...text(4), tailMin: 4 } }],
  ['8011', { part: 'serial', alias: 'cpsn', form: { ...text(12), alphabet: 'digits', check: 'no-leading-zero' } }],
  ['8019', { part: 'serviceInstance', alias: 'srin', form: { ...text(10), alphabet: 'digits' } }],
]);

// A place or party beside another key says where that thing is (414 and 417 are attributes then), not what it is.
const BY_RANK = [...KEYS.filter(({ ai }) => !ai.startsWith('41')), ...KEYS.filter(({ ai }) => ai.startsWith('41'))];

/** Of the identifiers that stand together, the key that names the thing. */
export function namingKey(has: (ai: string) => boolean): KeyForm | undefined {
  return BY_RANK.find(({ ai }) => has(ai));
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
