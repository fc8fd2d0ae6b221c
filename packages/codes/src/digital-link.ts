/**
 * GS1 Digital Link URIs (GS1 Digital Link URI Syntax 1.x):
 *
 *   http[s]://host[/any/path]/ai/value[/qualifier/value]…[?attributes]
 *
 * The canonical form stands on https://id.gs1.org, application identifiers as digits, qualifiers in the
 * standard's order, attributes dropped: they describe the thing, they do not name it. Any host may serve Digital
 * Links, and most web pages are none, so on a foreign host only what holds a key of the right form is taken for one.
 */
import { KEY_BY_SEGMENT, type KeyForm, QUALIFIER_BY_SEGMENT, QUALIFIERS } from './gs1-keys.ts';
import { CANONICAL_HOST, decodeSegment, encodeSegment, padValue, type Reason, refuseValue } from './gs1-value.ts';

/** A GS1 code in parts. Qualifiers by application identifier. */
export interface Gs1Code {
  readonly key: KeyForm;
  readonly value: string;
  readonly qualifiers: ReadonlyMap<string, string>;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

export const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();
const SEGMENTS_MAX = 40; // a canonical link has 8 at most; whatever has more is no product code

/** The parts of an http URI that a Digital Link is read from. */
interface Location {
  /** Whether the host is one of GS1's own resolvers, under which there is nothing but Digital Links. */
  readonly isGs1: boolean;
  readonly segments: readonly string[];
  readonly query: string;
}

/** Parses a Digital Link; undefined when the URI is not one at all, a refusal when it is a broken one. */
export function parseDigitalLink(uri: string): Parsed<Gs1Code> | undefined {
  const location = locate(uri);
  if (location === undefined) return undefined;
  const { segments } = location;
  // From the end, qualifiers lead back to their key. What stands before the key is the host's own path.
  for (let i = segments.length - 2; i >= 0; i -= 2) {
    const segment = segments[i] ?? '';
    const key = KEY_BY_SEGMENT.get(segment);
    if (key !== undefined) return readFrom(key, location, i);
    if (!QUALIFIER_BY_SEGMENT.has(segment)) return undefined;
  }
  return undefined;
}

function locate(uri: string): Location | undefined {
  const scheme = uri.slice(0, 8).toLowerCase();
  const from = scheme === 'https://' ? 8 : scheme.startsWith('http://') ? 7 : -1;
  if (from < 0) return undefined;
  const fragment = uri.indexOf('#', from);
  const whole = fragment < 0 ? uri : uri.slice(0, fragment);
  const question = whole.indexOf('?', from);
  const end = question < 0 ? whole.length : question;
  const start = whole.indexOf('/', from);
  // No host, or no path.
  if (start <= from || start >= end) return undefined;
  const path = whole.slice(start + 1, whole.charCodeAt(end - 1) === 47 ? end - 1 : end);
  const segments = path.split('/', SEGMENTS_MAX + 1);
  if (segments.length > SEGMENTS_MAX) return undefined;
  return {
    isGs1: uri.slice(from, from + 7).toLowerCase() === 'id.gs1.',
    segments,
    query: question < 0 ? '' : whole.slice(question + 1),
  };
}

/** Key at `at`, its value and qualifiers after it; undefined when they show that this is no Digital Link. */
function readFrom(key: KeyForm, location: Location, at: number): Parsed<Gs1Code> | undefined {
  const { segments, isGs1 } = location;
  for (let i = at + 2; i < segments.length; i += 2) {
    if (!key.qualifiers.includes(QUALIFIER_BY_SEGMENT.get(segments[i] ?? '') ?? '')) return undefined;
  }
  const raw = decodeSegment(segments[at + 1] ?? '');
  const value = raw === undefined ? '' : padValue(key, raw);
  const reason = raw === undefined ? 'alphabet' : refuseValue(key.value, value);
  if (reason !== undefined) {
    // `https://example.com/01/abc` is a page; 14 digits there with a wrong last one are a mistyped GTIN.
    return isGs1 || (reason === 'check-digit' && segments[at] === key.ai) ? { ok: false, reason } : undefined;
  }
  if (at + 2 >= segments.length && location.query === '') {
    return { ok: true, value: { key, value, qualifiers: NO_QUALIFIERS } };
  }
  return readQualifiers(key, value, [...pathPairs(segments, at + 2), ...queryPairs(key, location.query)]);
}

type Pair = readonly [ai: string, escaped: string];

function pathPairs(segments: readonly string[], from: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = from; i < segments.length; i += 2) {
    pairs.push([QUALIFIER_BY_SEGMENT.get(segments[i] ?? '') ?? '', segments[i + 1] ?? '']);
  }
  return pairs;
}

/**
 * Qualifiers that stand among the attributes. The standard puts them into the path; dropping those that a careless
 * writer put behind the question mark would make one unit of a whole class.
 */
function queryPairs(key: KeyForm, query: string): Pair[] {
  if (query === '') return [];
  const pairs: Pair[] = [];
  for (const parameter of query.split(/[&;]/)) {
    const equals = parameter.indexOf('=');
    const ai = parameter.slice(0, equals);
    if (equals > 0 && key.qualifiers.includes(ai)) pairs.push([ai, parameter.slice(equals + 1)]);
  }
  return pairs;
}

function readQualifiers(key: KeyForm, value: string, pairs: readonly Pair[]): Parsed<Gs1Code> {
  const qualifiers = new Map<string, string>();
  for (const [ai, escaped] of pairs) {
    const text = decodeSegment(escaped);
    const form = QUALIFIERS[ai]?.form;
    const reason = text === undefined || form === undefined ? 'alphabet' : refuseValue(form, text);
    if (reason !== undefined || text === undefined) return { ok: false, reason: reason ?? 'alphabet' };
    const known = qualifiers.get(ai);
    // Two lots or two serials name no one thing.
    if (known !== undefined && known !== text) return { ok: false, reason: 'registry' };
    qualifiers.set(ai, text);
  }
  return { ok: true, value: { key, value, qualifiers: withoutNoExtension(qualifiers) } };
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
