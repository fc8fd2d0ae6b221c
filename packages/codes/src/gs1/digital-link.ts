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
import { refuseElement } from './application-identifiers.ts';
import { decompress, SEGMENT_WITH_KEY_MIN } from './compressed-link.ts';
import type { Element } from './element.ts';
import { clash, type KeyForm, namingKey, namingQualifiers } from './keys.ts';
import { type KeyPath, type Location, locate, NO_PAIRS, type Pair, readKeyPath, readQuery } from './link-path.ts';
import { CANONICAL_HOST, decodeSegment, encodeSegment, padValue } from './value.ts';

/** A GS1 code in parts. Qualifiers by application identifier. */
export interface Gs1Code {
  readonly key: KeyForm;
  readonly value: string;
  readonly qualifiers: ReadonlyMap<string, string>;
}

export const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();

/** A Digital Link in what it is written of. */
interface Link {
  readonly path: KeyPath;
  /** What was compressed, the key left out. */
  readonly packed: readonly Pair[];
  readonly isGs1: boolean;
  readonly query: string;
}

/** Parses a Digital Link; undefined when the URI is not one at all, a refusal when it is a broken one. */
export function parseDigitalLink(uri: string): Parsed<Gs1Code> | undefined {
  const location = locate(uri);
  if (location === undefined) return undefined;
  const plain = plainLink(uri, location);
  const parsed = plain === undefined ? undefined : readLink(plain);
  if (parsed !== undefined) return parsed;
  const compressed = compressedLink(uri, location);
  return compressed === undefined ? undefined : readLink(compressed);
}

/** Everything that a Digital Link says, key and qualifiers first, as it stands there; undefined for what is none. */
export function elementsOfLink(uri: string): LinkElements | undefined {
  const location = locate(uri);
  if (location === undefined) return undefined;
  const plain = plainLink(uri, location);
  const link = plain !== undefined && readLink(plain) !== undefined ? plain : compressedLink(uri, location);
  if (link === undefined || readLink(link) === undefined) return undefined;
  const { key, escaped, pairs } = link.path;
  const all = [{ ai: key.ai, escaped }, ...pairs, ...link.packed, ...readQuery(link.query)];
  const inPath = clash(
    key,
    pairs.map(({ ai }) => ai),
  );
  return {
    elements: all.map((pair) => ({ ai: pair.ai, value: padValue(pair.ai, plainText(pair.escaped)) })),
    ...(inPath === undefined ? {} : { clash: inPath }),
  };
}

export interface LinkElements {
  readonly elements: readonly Element[];
  /** Two qualifiers of the path that the standard has not together. */
  readonly clash?: readonly [string, string];
}

/** With a character that is in no alphabet where an escape is broken. */
function plainText(escaped: string): string {
  return decodeSegment(escaped) ?? escaped.replaceAll('%', '\u{fffd}');
}

function plainLink(uri: string, { pathStart, pathEnd, isGs1, query }: Location): Link | undefined {
  const path = readKeyPath(uri, pathStart, pathEnd);
  return path === undefined ? undefined : { path, packed: NO_PAIRS, isGs1, query };
}

/** All compressed in the last segment of the path, or all but the key before it. */
function compressedLink(uri: string, { pathStart, pathEnd, query, isGs1 }: Location): Link | undefined {
  const slash = uri.lastIndexOf('/', pathEnd - 1);
  if (slash < pathStart) return undefined;
  const path = readKeyPath(uri, pathStart, slash);
  const open = path !== undefined && readLink({ path, packed: NO_PAIRS, isGs1, query: '' })?.ok === true;
  if (!open && pathEnd - slash <= SEGMENT_WITH_KEY_MIN) return undefined;
  const elements = decompress(uri.slice(slash + 1, pathEnd));
  if (elements === undefined) return undefined;
  const has = (ai: string): boolean => elements.some((element) => element.ai === ai);
  const key = namingKey(has) ?? (open ? path.key : undefined);
  // Two keys name no one thing, and none names nothing.
  if (key === undefined || has(key.ai) === open) return undefined;
  const pairs = elements.map(({ ai, value }) => ({ ai, escaped: encodeSegment(value) }));
  const packed = pairs.filter(({ ai }) => ai !== key.ai);
  if (open) return path.key === key ? { path, packed, isGs1, query } : undefined;
  const escaped = pairs.find(({ ai }) => ai === key.ai)?.escaped ?? '';
  return { path: { key, escaped, pairs: NO_PAIRS, isAlias: false }, packed, isGs1, query };
}

/** The code of a key and what stands with it; undefined when that shows that this is no Digital Link. */
function readLink({ path, packed, isGs1, query }: Link): Parsed<Gs1Code> | undefined {
  const { key, escaped, pairs, isAlias } = path;
  const beside = packed.length === 0 ? readQuery(query) : [...packed, ...readQuery(query)];
  if (key.required.length > 0 && !hasAll(key.required, [...pairs, ...beside])) return undefined;
  const raw = decodeSegment(escaped);
  const value = raw === undefined ? '' : padValue(key.ai, raw);
  const reason = raw === undefined ? 'alphabet' : refuseElement(key.ai, value);
  if (reason !== undefined) {
    // `https://example.com/01/abc` is a page; 14 digits there with a wrong last one are a mistyped GTIN.
    return isGs1 || (reason === 'check-digit' && !isAlias) ? { ok: false, reason } : undefined;
  }
  if (pairs.length === 0 && beside.length === 0) return { ok: true, value: { key, value, qualifiers: NO_QUALIFIERS } };
  const qualifiers = new Map<string, string>();
  for (const pair of pairs) {
    const wrong = readQualifier(pair, qualifiers);
    if (wrong !== undefined) return { ok: false, reason: wrong };
  }
  if (pairs.length > 1 && clash(key, [...qualifiers.keys()]) !== undefined) return { ok: false, reason: 'registry' };
  const wrong = readBeside({ key, value, qualifiers }, beside);
  if (wrong !== undefined) return { ok: false, reason: wrong };
  return { ok: true, value: { key, value, qualifiers: withoutNoExtension(qualifiers) } };
}

function hasAll(required: readonly string[], pairs: readonly Pair[]): boolean {
  return required.every((ai) => pairs.some((pair) => pair.ai === ai));
}

/**
 * What stands beside the path. The standard puts qualifiers into the path; dropping those that a careless writer put
 * behind the question mark would make one unit of a whole class.
 */
function readBeside(
  { key, value, qualifiers }: { key: KeyForm; value: string; qualifiers: Map<string, string> },
  pairs: readonly Pair[],
): Reason | undefined {
  if (pairs.length === 0) return undefined;
  const count = qualifiers.size;
  const attributes = pairs.length === 1 ? undefined : new Map<string, string>();
  for (const pair of pairs) {
    if (key.qualifiers.includes(pair.ai)) {
      const wrong = readQualifier(pair, qualifiers);
      if (wrong !== undefined) return wrong;
      continue;
    }
    const text = plainText(pair.escaped);
    if (pair.ai === key.ai && padValue(key.ai, text) !== value) return 'registry';
    if ((attributes?.get(pair.ai) ?? text) !== text) return 'registry';
    attributes?.set(pair.ai, text);
  }
  if (qualifiers.size === count) return undefined;
  const given = namingQualifiers(key, [...qualifiers.keys()]);
  if (given.clash !== undefined) return 'registry';
  for (const ai of qualifiers.keys()) if (!given.naming.includes(ai)) qualifiers.delete(ai);
  return undefined;
}

function readQualifier({ ai, escaped }: Pair, into: Map<string, string>): Reason | undefined {
  const text = decodeSegment(escaped);
  if (text === undefined) return 'alphabet';
  const known = into.get(ai);
  // Two lots or two serials name no one thing.
  if (known !== undefined && known !== text) return 'registry';
  into.set(ai, text);
  return refuseElement(ai, text);
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
  // One alone, as nearly always, needs no order.
  if (code.qualifiers.size === 1) {
    for (const [ai, value] of code.qualifiers) qualified += `/${ai}/${encodeSegment(value)}`;
    return qualified;
  }
  for (const ai of code.key.qualifiers) {
    const value = code.qualifiers.get(ai);
    if (value !== undefined) qualified += `/${ai}/${encodeSegment(value)}`;
  }
  return qualified;
}

export function formatDigitalLink(code: Gs1Code): string {
  return CANONICAL_HOST + formatPath(code);
}
