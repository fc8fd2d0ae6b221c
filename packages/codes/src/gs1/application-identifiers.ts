/**
 * GS1 application identifiers (General Specifications §3, GB/T 16986), as data. A row of the table reads
 *
 *   identifier or range ; fixed|ended [attribute] ; components ; associations ; data title
 *
 * - `fixed`: of predefined length, no FNC1 follows (§7.8.5); `ended`: FNC1 follows unless it is the last.
 * - `attribute`: may stand behind the question mark of a Digital Link.
 * - A component is `ALPHABETxLENGTH`, or `xMIN-MAX`, `?` where it may be absent, then its checks (`ai-checks.ts`).
 *   Alphabets: `9` digits, `82` and `39` GS1's character sets, `64` base64url.
 * - `needs=01+21,02`: beside it stand 01 and 21, or 02. `excludes=37,394n`: none of these stands beside it.
 * - `key=22,10,21|235`: it begins a Digital Link, qualified by 22, 10, 21 in this order, or by 235.
 */
import type { Reason, Text } from '../parsed.ts';
import { type Check, checkNamed, PREFIX_MIN } from './ai-checks.ts';
import { IDENTIFIER_NAMES } from './application-identifier-names.ts';
import { TABLE } from './application-identifiers-table.ts';
import { type AlphabetName, isIn } from './value.ts';

export interface Component {
  readonly alphabet: AlphabetName;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly checks: readonly Check[];
  /** Whether its last digit is a check digit. */
  readonly hasCheckDigit?: boolean;
}

export interface ApplicationIdentifier {
  /** Two to four digits. */
  readonly ai: string;
  /** GS1's data title, as printed beside the value. */
  readonly title: string;
  readonly name: Text;
  /** Whether its value has a predefined length, so that no FNC1 follows. */
  readonly isFixed: boolean;
  readonly isAttribute: boolean;
  readonly components: readonly Component[];
  /** Longest value, in characters. */
  readonly lengthMax: number;
  /** How its components are written in the table. */
  readonly format: string;
  /** Each group of alternatives; an alternative is identifiers, or patterns with `n` for a digit, that stand together. */
  readonly needs: readonly (readonly (readonly string[])[])[];
  readonly excludes: readonly string[];
  /** Of a key: the sequences of qualifiers of which one may follow it in a Digital Link. Undefined for what is no key. */
  readonly sequences?: readonly (readonly string[])[];
}

const ALPHABETS: Readonly<Record<string, AlphabetName>> = { 9: 'digits', 82: 'set82', 39: 'set39', 64: 'set64' };

export const APPLICATION_IDENTIFIERS: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap(readRow)
    .map((entry) => [entry.ai, entry]),
);

/** How many digits the identifiers have that begin with these two. */
const LENGTH_BY_START: ReadonlyMap<string, number> = new Map(
  [...APPLICATION_IDENTIFIERS.keys()].map((ai) => [ai.slice(0, 2), ai.length]),
);

/** The identifier that a text begins with at that place, without looking whether it is assigned. */
export function identifierAt(text: string, at: number): string | undefined {
  const length = LENGTH_BY_START.get(text.slice(at, at + 2));
  return length === undefined ? undefined : text.slice(at, at + length);
}

/** Why the value of an identifier is not well-formed; undefined when it is. An identifier not assigned: `registry`. */
export function refuseElement(ai: string, value: string): Reason | undefined {
  const entry = APPLICATION_IDENTIFIERS.get(ai);
  if (entry === undefined) return 'registry';
  const { components } = entry;
  const [first] = components;
  if (first !== undefined && components.length === 1) {
    if (value.length < first.min || value.length > first.max) return 'length';
    return isIn(first.alphabet, value) ? failedCheck(first, value) : 'alphabet';
  }
  return refuseParts(components, value);
}

/** The lengths of all components first, then their characters, then their checks: from the plainest to the subtlest. */
function refuseParts(components: readonly Component[], value: string): Reason | undefined {
  const parts: string[] = [];
  let at = 0;
  for (const { min, max, optional } of components) {
    if (at === value.length && optional) break;
    const part = value.slice(at, at + max);
    if (part.length < min) return 'length';
    parts.push(part);
    at += part.length;
  }
  if (at < value.length) return 'length';
  const read = components.slice(0, parts.length);
  if (!read.every(({ alphabet }, i) => isIn(alphabet, parts[i] ?? ''))) return 'alphabet';
  for (const [i, component] of read.entries()) {
    const reason = failedCheck(component, parts[i] ?? '');
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function failedCheck({ checks }: Component, part: string): Reason | undefined {
  for (const check of checks) {
    const reason = check(part);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function readRow(row: string): ApplicationIdentifier[] {
  const [range = '', flags = '', components = '', associations = '', title = ''] = row.split(' ; ');
  const words = associations.split(' ');
  const valuesOf = (name: string): string[] =>
    words.filter((word) => word.startsWith(`${name}=`)).map((word) => word.slice(name.length + 1));
  const parts = components.split(' ').map(readComponent);
  const sequences = valuesOf('key').map((value) => value.split('|').map(qualifiersOf))[0];
  return identifiersOf(range).map((ai) => ({
    ai,
    title,
    name: nameOf(ai, title),
    isFixed: flags.startsWith('fixed'),
    isAttribute: flags.endsWith('attribute'),
    components: parts,
    lengthMax: parts.reduce((total, part) => total + part.max, 0),
    format: components,
    needs: valuesOf('needs').map((value) => value.split(',').map((each) => each.split('+'))),
    excludes: valuesOf('excludes').flatMap((value) => value.split(',')),
    ...(sequences === undefined ? {} : { sequences }),
  }));
}

function qualifiersOf(sequence: string): string[] {
  return sequence.split(',').filter((ai) => ai !== '');
}

/** `3100-3105` is six identifiers, whose last digit says where the decimal point is. */
function identifiersOf(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(first.length, '0'));
}

function readComponent(word: string): Component {
  const match = /^(\d+)x(\d+)(?:-(\d+))?(\?)?((?::[\w-]+)*)$/.exec(word);
  const [, alphabet = '', min = '0', max = min, optional, checks = ''] = match ?? [];
  const names = checks.split(':').filter((name) => name !== '');
  // That it begins with a company prefix is the plainest thing to tell of a value, so it is looked at first.
  const ordered = [...names.filter(isOfPrefix), ...names.filter((name) => !isOfPrefix(name))];
  return {
    alphabet: ALPHABETS[alphabet] ?? 'digits',
    // A key is more than the company prefix that it begins with.
    min: names.includes('prefix') ? Math.max(Number(min), PREFIX_MIN + 1) : Number(min),
    max: Number(max),
    optional: optional !== undefined,
    // Of digits there is nothing to tell: each begins with digits.
    checks: ordered.filter((name) => alphabet !== '9' || !isOfPrefix(name)).map(checkNamed),
    ...(names.includes('check-digit') ? { hasCheckDigit: true } : {}),
  };
}

function isOfPrefix(name: string): boolean {
  return name.startsWith('prefix');
}

function nameOf(ai: string, title: string): Text {
  const zh = IDENTIFIER_NAMES.get(ai) ?? IDENTIFIER_NAMES.get(`${ai.slice(0, 3)}n`) ?? title;
  return { zh, en: title === '' ? `AI ${ai}` : title };
}
