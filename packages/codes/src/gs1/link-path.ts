/** Where the parts of a GS1 Digital Link lie: the one reader of its path and of its query. */
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { KEY_BY_SEGMENT, type KeyForm, QUALIFIER_BY_SEGMENT } from './keys.ts';

/** Where the parts of an http URI lie that a Digital Link is read from. */
export interface Location {
  /** Whether the host is one of GS1's own resolvers, under which there is nothing but Digital Links. */
  readonly isGs1: boolean;
  /** The slash that the path begins with. */
  readonly pathStart: number;
  /** Behind the path, a closing slash left out. */
  readonly pathEnd: number;
  readonly query: string;
}

/** An application identifier and its value as it is written, escapes and all. */
export interface Pair {
  readonly ai: string;
  readonly escaped: string;
}
export const NO_PAIRS: readonly Pair[] = [];

/** A key in a path, and the qualifiers behind it in their order. */
export interface KeyPath {
  readonly key: KeyForm;
  /** Whether the key is written as its short name. */
  readonly isAlias: boolean;
  readonly escaped: string;
  readonly pairs: readonly Pair[];
}

const SLASH = 47;

export function locate(uri: string): Location | undefined {
  const from = schemeEnd(uri);
  if (from < 0) return undefined;
  const fragment = uri.indexOf('#', from);
  const end = fragment < 0 ? uri.length : fragment;
  const question = uri.indexOf('?', from);
  const hasQuery = question >= 0 && question < end;
  const pathEnd = hasQuery ? question : end;
  const pathStart = uri.indexOf('/', from);
  // No host, or no path.
  if (pathStart <= from || pathStart >= pathEnd) return undefined;
  return {
    isGs1: uri.startsWith('id.gs1.', from) || isGs1InCapitals(uri, from),
    pathStart,
    pathEnd: uri.charCodeAt(pathEnd - 1) === SLASH ? pathEnd - 1 : pathEnd,
    query: hasQuery ? uri.slice(question + 1, end) : '',
  };
}

/** Told by its dots first, so that no text is made for the many hosts that have none there. */
function isGs1InCapitals(uri: string, from: number): boolean {
  return uri.charAt(from + 2) === '.' && uri.charAt(from + 6) === '.' && /^id\.gs1\.$/i.test(uri.slice(from, from + 7));
}

/** Behind `http://` or `https://` in whatever case; -1 where the text begins with neither. */
function schemeEnd(uri: string): number {
  if (uri.startsWith('https://')) return 8;
  const start = uri.slice(0, 8).toLowerCase();
  return start === 'https://' ? 8 : start.startsWith('http://') ? 7 : -1;
}

/**
 * The key of a path: of several, the last that nothing but its own qualifiers follow. What stands before it is the
 * host's own path, so it is read from its end.
 */
export function readKeyPath(uri: string, start: number, pathEnd: number): KeyPath | undefined {
  let pairs = NO_PAIRS;
  let end = pathEnd;
  while (end > start) {
    const valueSlash = uri.lastIndexOf('/', end - 1);
    const nameSlash = uri.lastIndexOf('/', valueSlash - 1);
    if (nameSlash < start || valueSlash < start) return undefined;
    const name = uri.slice(nameSlash + 1, valueSlash);
    const escaped = uri.slice(valueSlash + 1, end);
    const key = KEY_BY_SEGMENT.get(name);
    if (key !== undefined) {
      return areOf(key, pairs) ? { key, escaped, pairs, isAlias: name !== key.ai } : undefined;
    }
    const ai = QUALIFIER_BY_SEGMENT.get(name);
    if (ai === undefined || pairs.length === QUALIFIERS_MAX) return undefined;
    pairs = pairs.length === 0 ? [{ ai, escaped }] : [{ ai, escaped }, ...pairs];
    end = nameSlash;
  }
  return undefined;
}

function areOf(key: KeyForm, pairs: readonly Pair[]): boolean {
  for (const { ai } of pairs) {
    if (!key.qualifiers.includes(ai)) return false;
  }
  return true;
}

const QUALIFIERS_MAX = 8; // no key has more than 4
const EQUALS = 61;
const PAIRS_MAX = 100; // no symbol holds more

/**
 * The application identifiers behind a question mark; what has another name is the host's own business. Parameters are
 * parted by `&` only, as GS1's own readers do: `;` may stand in a lot (character set 82) and needs no escape there.
 */
export function readQuery(query: string): readonly Pair[] {
  if (query === '') return NO_PAIRS;
  const pairs: Pair[] = [];
  for (let from = 0; from < query.length && pairs.length < PAIRS_MAX; ) {
    const ampersand = query.indexOf('&', from);
    const end = ampersand < 0 ? query.length : ampersand;
    const equals = identifierEnd(query, from);
    if (equals > from) {
      const ai = query.slice(from, equals);
      if (APPLICATION_IDENTIFIERS.has(ai)) pairs.push({ ai, escaped: query.slice(equals + 1, end) });
    }
    from = end + 1;
  }
  return pairs;
}

/** The equals sign behind two to four digits that begin here; -1 where there is none. */
function identifierEnd(query: string, from: number): number {
  let at = from;
  while (at < from + 4 && isDigit(query.charCodeAt(at))) at += 1;
  return at >= from + 2 && query.charCodeAt(at) === EQUALS ? at : -1;
}

function isDigit(character: number): boolean {
  return character >= 48 && character <= 57;
}
