/**
 * GS1 Digital Link URIs (GS1 Digital Link URI Syntax 1.x):
 *
 *   http[s]://host[/any/path]/ai/value[/qualifier/value]…[?attributes]
 *   http[s]://host[/any/path][/ai/value]/COMPRESSED          (compressed-link.ts)
 *
 * The canonical form stands on https://id.gs1.org, application identifiers as digits, qualifiers in the
 * standard's order, attributes dropped: they describe the thing, they do not name it. Any host may serve Digital
 * Links, and most web pages are none, so on a foreign host only what holds a key of the right form is taken for one.
 */
import type { Parsed, Reason } from '../parsed.ts';
import { decompress } from './compressed-link.ts';
import { KEY_BY_SEGMENT, type KeyForm, namingKey, QUALIFIER_BY_SEGMENT, QUALIFIERS } from './keys.ts';
import { CANONICAL_HOST, decodeSegment, encodeSegment, padValue, refuseValue } from './value.ts';

/** A GS1 code in parts. Qualifiers by application identifier. */
export interface Gs1Code {
  readonly key: KeyForm;
  readonly value: string;
  readonly qualifiers: ReadonlyMap<string, string>;
}

export const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();

/** Where the parts of an http URI lie that a Digital Link is read from. */
interface Location {
  /** Whether the host is one of GS1's own resolvers, under which there is nothing but Digital Links. */
  readonly isGs1: boolean;
  /** The slash that the path begins with. */
  readonly pathStart: number;
  /** Behind the path, a closing slash left out. */
  readonly pathEnd: number;
  readonly query: string;
}

interface Pair {
  readonly ai: string;
  readonly escaped: string;
}
const NO_PAIRS: readonly Pair[] = [];

/** Parses a Digital Link; undefined when the URI is not one at all, a refusal when it is a broken one. */
export function parseDigitalLink(uri: string): Parsed<Gs1Code> | undefined {
  const location = locate(uri);
  if (location === undefined) return undefined;
  return parsePlain(uri, location) ?? parseCompressed(uri, location);
}

function parsePlain(uri: string, location: Location): Parsed<Gs1Code> | undefined {
  let pairs = NO_PAIRS;
  let end = location.pathEnd;
  // From the end, qualifiers lead back to their key. What stands before the key is the host's own path.
  while (end > location.pathStart) {
    const valueSlash = uri.lastIndexOf('/', end - 1);
    const nameSlash = uri.lastIndexOf('/', valueSlash - 1);
    if (nameSlash < location.pathStart) return undefined;
    const name = uri.slice(nameSlash + 1, valueSlash);
    const escaped = uri.slice(valueSlash + 1, end);
    const key = KEY_BY_SEGMENT.get(name);
    if (key !== undefined) return readKey(key, escaped, { pairs, location, isAlias: name !== key.ai });
    const ai = QUALIFIER_BY_SEGMENT.get(name);
    if (ai === undefined) return undefined;
    pairs = pairs.length === 0 ? [{ ai, escaped }] : [{ ai, escaped }, ...pairs];
    if (pairs.length > QUALIFIERS_MAX) return undefined;
    end = nameSlash;
  }
  return undefined;
}

const QUALIFIERS_MAX = 8; // no key has more than 4

/** All compressed in the last segment of the path, or all but the key before it. */
function parseCompressed(uri: string, { pathStart, pathEnd, query, isGs1 }: Location): Parsed<Gs1Code> | undefined {
  const slash = uri.lastIndexOf('/', pathEnd - 1);
  if (slash < pathStart) return undefined;
  const open = parsePlain(uri, { isGs1, pathStart, pathEnd: slash, query: '' });
  const elements = decompress(uri.slice(slash + 1, pathEnd), open?.ok);
  if (elements === undefined) return undefined;
  const values = new Map(elements.map(({ ai, value }) => [ai, value]));
  const key = namingKey((ai) => values.has(ai)) ?? (open?.ok ? open.value.key : undefined);
  // Two keys name no one thing, and none names nothing.
  if (key === undefined || values.has(key.ai) === open?.ok) return undefined;
  const naming = [key.ai, ...key.qualifiers].flatMap((ai) => {
    const value = values.get(ai);
    return value === undefined ? [] : [`/${ai}/${encodeSegment(value)}`];
  });
  const path = uri.slice(pathStart, open?.ok ? slash : pathStart) + naming.join('');
  return parsePlain(path, { isGs1, pathStart: 0, pathEnd: path.length, query });
}

function locate(uri: string): Location | undefined {
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
    isGs1: uri.startsWith('id.gs1.', from) || uri.slice(from, from + 7).toLowerCase() === 'id.gs1.',
    pathStart,
    pathEnd: uri.charCodeAt(pathEnd - 1) === 47 ? pathEnd - 1 : pathEnd,
    query: hasQuery ? uri.slice(question + 1, end) : '',
  };
}

/** Behind `http://` or `https://` in whatever case; -1 where the text begins with neither. */
function schemeEnd(uri: string): number {
  if (uri.startsWith('https://')) return 8;
  const start = uri.slice(0, 8).toLowerCase();
  return start === 'https://' ? 8 : start.startsWith('http://') ? 7 : -1;
}

interface Found {
  readonly pairs: readonly Pair[];
  readonly location: Location;
  /** Whether the key is written as its short name. */
  readonly isAlias: boolean;
}

/** The code of a key and what was found with it; undefined when that shows that this is no Digital Link. */
function readKey(key: KeyForm, escaped: string, { pairs, location, isAlias }: Found): Parsed<Gs1Code> | undefined {
  for (const { ai } of pairs) {
    if (!key.qualifiers.includes(ai)) return undefined;
  }
  const raw = decodeSegment(escaped);
  const value = raw === undefined ? '' : padValue(key, raw);
  const reason = raw === undefined ? 'alphabet' : refuseValue(key.value, value);
  if (reason !== undefined) {
    // `https://example.com/01/abc` is a page; 14 digits there with a wrong last one are a mistyped GTIN.
    return location.isGs1 || (reason === 'check-digit' && !isAlias) ? { ok: false, reason } : undefined;
  }
  if (pairs.length === 0 && location.query === '')
    return { ok: true, value: { key, value, qualifiers: NO_QUALIFIERS } };
  const qualifiers = new Map<string, string>();
  for (const pair of pairs) {
    const wrong = readQualifier(pair, qualifiers);
    if (wrong !== undefined) return { ok: false, reason: wrong };
  }
  const wrong = readQuery(key, location.query, qualifiers);
  if (wrong !== undefined) return { ok: false, reason: wrong };
  return { ok: true, value: { key, value, qualifiers: withoutNoExtension(qualifiers) } };
}

/**
 * Qualifiers that stand among the attributes. The standard puts them into the path; dropping those that a careless
 * writer put behind the question mark would make one unit of a whole class.
 */
function readQuery(key: KeyForm, query: string, into: Map<string, string>): Reason | undefined {
  if (query === '' || key.qualifiers.length === 0) return undefined;
  for (const parameter of query.split(/[&;]/)) {
    const equals = parameter.indexOf('=');
    const ai = parameter.slice(0, equals);
    if (equals <= 0 || !key.qualifiers.includes(ai)) continue;
    const reason = readQualifier({ ai, escaped: parameter.slice(equals + 1) }, into);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function readQualifier({ ai, escaped }: Pair, into: Map<string, string>): Reason | undefined {
  const text = decodeSegment(escaped);
  const form = QUALIFIERS.get(ai)?.form;
  if (text === undefined || form === undefined) return 'alphabet';
  const known = into.get(ai);
  // Two lots or two serials name no one thing.
  if (known !== undefined && known !== text) return 'registry';
  into.set(ai, text);
  return refuseValue(form, text);
}

/** EPC Tag Data Standard §6.3.3: the extension 0 of a location says that there is none. */
export function withoutNoExtension(qualifiers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (qualifiers.get('254') !== '0') return qualifiers;
  return new Map([...qualifiers].filter(([ai]) => ai !== '254'));
}

/** The path of a code's canonical link, beginning with a slash. */
export function formatPath(code: Gs1Code): string {
  const path = `/${code.key.ai}/${encodeSegment(code.value)}`;
  if (code.qualifiers.size === 0) return path;
  let qualified = path;
  for (const ai of code.key.qualifiers) {
    const value = code.qualifiers.get(ai);
    if (value !== undefined) qualified += `/${ai}/${encodeSegment(value)}`;
  }
  return qualified;
}

export function formatDigitalLink(code: Gs1Code): string {
  return CANONICAL_HOST + formatPath(code);
}
