/**
 * GS1 Digital Link URIs (GS1 Digital Link URI Syntax 1.x):
 *
 *   http[s]://host[/any/path]/ai/value[/qualifier/value]…[?attributes]
 *
 * The canonical form stands on https://id.gs1.org, application identifiers as digits, qualifiers in the
 * standard's order, attributes dropped: they describe the thing, they do not name it.
 */
import { CANONICAL_HOST, decodeSegment, encodeSegment, padValue, type Reason, refuseValue } from './gs1-value.ts';
import { KEY_BY_SEGMENT, type KeyForm, QUALIFIER_BY_SEGMENT, QUALIFIERS } from './gs1-keys.ts';

/** A GS1 code in parts. Qualifiers by application identifier. */
export interface Gs1Code {
  readonly key: KeyForm;
  readonly value: string;
  readonly qualifiers: ReadonlyMap<string, string>;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();
const SEGMENTS_MAX = 40; // a canonical link has 8 at most; whatever has more is no product code

/** Parses a Digital Link; undefined when the URI is not one at all, a refusal when it is a broken one. */
export function parseDigitalLink(uri: string): Parsed<Gs1Code> | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const segments = path.split('/', SEGMENTS_MAX);
  let refusal: Parsed<Gs1Code> | undefined;
  for (let i = 0; i + 1 < segments.length; i += 1) {
    const key = KEY_BY_SEGMENT.get(segments[i] ?? '');
    if (key === undefined || (segments.length - i) % 2 !== 0) continue;
    const parsed = readFrom(key, segments, i + 1);
    if (parsed?.ok) return parsed;
    refusal ??= parsed;
  }
  return refusal;
}

/** The path without query, fragment and closing slash; undefined when this is no http URI. */
function pathOf(uri: string): string | undefined {
  const scheme = uri.slice(0, 8).toLowerCase();
  const from = scheme === 'https://' ? 8 : scheme.startsWith('http://') ? 7 : -1;
  if (from < 0) return undefined;
  const start = uri.indexOf('/', from);
  if (start < 0) return undefined;
  let end = uri.length;
  const query = uri.indexOf('?', start);
  if (query >= 0) end = query;
  const fragment = uri.indexOf('#', start);
  if (fragment >= 0 && fragment < end) end = fragment;
  if (uri.charCodeAt(end - 1) === 47) end -= 1;
  return uri.slice(start + 1, end);
}

/** Key value at `at`, qualifiers after it; undefined when a later segment shows that this is another URI. */
function readFrom(key: KeyForm, segments: readonly string[], at: number): Parsed<Gs1Code> | undefined {
  const raw = decodeSegment(segments[at] ?? '');
  if (raw === undefined) return { ok: false, reason: 'alphabet' };
  const value = padValue(key, raw);
  let qualifiers = NO_QUALIFIERS;
  if (at + 1 < segments.length) {
    const found = new Map<string, string>();
    for (let i = at + 1; i < segments.length; i += 2) {
      const ai = QUALIFIER_BY_SEGMENT.get(segments[i] ?? '');
      const text = decodeSegment(segments[i + 1] ?? '');
      if (ai === undefined || !key.qualifiers.includes(ai) || found.has(ai)) return undefined;
      const reason = text === undefined ? 'alphabet' : refuseValue(QUALIFIERS[ai]?.form ?? key.value, text);
      if (reason !== undefined || text === undefined) return { ok: false, reason: reason ?? 'alphabet' };
      found.set(ai, text);
    }
    qualifiers = found;
  }
  const reason = refuseValue(key.value, value);
  return reason === undefined ? { ok: true, value: { key, value, qualifiers } } : { ok: false, reason };
}

/** The path of a code's canonical link, beginning with a slash. */
export function formatPath(code: Gs1Code): string {
  let path = `/${code.key.ai}/${encodeSegment(code.value)}`;
  if (code.qualifiers.size === 0) return path;
  for (const ai of code.key.qualifiers) {
    const value = code.qualifiers.get(ai);
    if (value !== undefined) path += `/${ai}/${encodeSegment(value)}`;
  }
  return path;
}

export function formatDigitalLink(code: Gs1Code): string {
  return CANONICAL_HOST + formatPath(code);
}
