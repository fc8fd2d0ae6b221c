/**
 * What an event of XML needs from the document around it to be read again by itself: the prefixes that are declared
 * around it, and the names that the document gives to namespaces in JSON.
 */
import type { ScanFault } from '../json-strict.ts';
import type { Declarations } from './tree.ts';

/** Prefix to namespace; the empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** The context of a document in XML. It is plain JSON, and the same for every event of the document. */
export interface XmlContext {
  /** The `@context` of the same document in JSON. */
  readonly '@context': unknown;
  /** Prefixes in scope where the first event stands. */
  readonly xmlns: Readonly<Record<string, string>>;
  /** Present in XML 1.1 alone, which has other line ends and other characters than 1.0. */
  readonly xml?: '1.1';
}

/** Prefixes in scope where an event stands, outside of it; published documents have 15 at most. */
export const SCOPE_MAX = 256;

/**
 * The prefixes of a scope as one map, the same object for the same scope.
 * @param tooMany the fault of a scope of more than `SCOPE_MAX` prefixes
 */
export function prefixesIn(scope: Declarations | undefined, tooMany: () => ScanFault): Scope {
  if (scope === undefined) return NOTHING;
  const known = FLAT.get(scope);
  if (known !== undefined) return known;
  const flat = new Map([...prefixesIn(scope.outer, tooMany), ...Object.entries(scope.declared)]);
  if (flat.size > SCOPE_MAX) throw tooMany();
  FLAT.set(scope, flat);
  return flat;
}

const NOTHING: Scope = new Map();
const FLAT = new WeakMap<Declarations, Scope>();

/** No event begins with `<?`, so that what does is told from one that does not. */
const INSTRUCTION = /^<\?suyuan-xmlns (.*?)\?>/s;

/**
 * Written before the text of an event around which other prefixes are in scope than around the first one: wrappers of
 * EPCIS 1.2 and a second event list may declare some. Empty for nearly every event.
 */
export function scopeInstruction(scope: Scope, first: Scope): string {
  if (scope === first) return '';
  const other = [...scope].filter(([prefix, uri]) => (first.get(prefix) ?? '') !== uri);
  // A prefix that the first event has and this one has not is used by nothing; a default namespace would be.
  if (!scope.has('') && (first.get('') ?? '') !== '') other.push(['', '']);
  if (other.length === 0) return '';
  // `?>` would end the instruction.
  return `<?suyuan-xmlns ${JSON.stringify(Object.fromEntries(other)).replaceAll('>', '\\u003e')}?>`;
}

/** The element of a text that `scopeInstruction` may stand before, and the prefixes around it. */
export function readScope(text: string, first: unknown): { readonly element: string; readonly scope: Scope } {
  const instruction = INSTRUCTION.exec(text);
  const declared = instruction === null ? {} : JSON.parse(instruction[1] ?? '');
  return {
    element: text.slice(instruction?.[0].length ?? 0),
    scope: new Map([...textsOf(first), ...textsOf(declared)]),
  };
}

/** The members of an object of texts, and of nothing else. */
export function textsOf(value: unknown): [name: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
