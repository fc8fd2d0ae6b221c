import { personalNumberOf } from './cn/personal-number.ts';
import { formatDigitalLink, type Gs1Code } from './gs1/digital-link.ts';
import { plainClassEnd, plainForeignLink } from './gs1/plain-link.ts';
import { plainUrn } from './gs1/plain-urn.ts';
import { parseSpelled } from './gs1/spelled.ts';
import { type NamedCode, readNamed, schemeForm } from './named.ts';
import { type Ranked, rank, sureReading } from './rank.ts';

/**
 * The one spelling under which a thing is known inside: for a GS1 key a Digital Link on https://id.gs1.org with the
 * key and its qualifiers only, for another scheme its name and its code (`cn-drug:…`), or its own URI where it has one.
 * For anything else, for a malformed code, and for a bare text that is surely of no scheme or may be two things
 * (`86901890000654`), the text itself, byte for byte. Idempotent, never throws.
 */
export function canonical(code: string): string {
  if (plainClassEnd(code) >= 0) return code;
  const plain = plainForeignLink(code) ?? plainUrn(code);
  if (plain !== undefined) return plain;
  const key = keyOf(code);
  return typeof key === 'string' ? key : formatDigitalLink(key);
}

/** What the text stands for by itself: a GS1 key, or the canonical form of whatever else it is. */
export function keyOf(code: string): Gs1Code | string {
  const parsed = parseSpelled(code);
  if (parsed !== undefined) return parsed.ok ? parsed.value : code;
  if (isOtherUri(code)) return code;
  const name = readNamed(code);
  if (name !== undefined) return formOfNamed(name) ?? code;
  const reading = sureReading(rank(code));
  if (reading === undefined) return code;
  return reading.found.is === 'gs1' ? reading.found.code : canonicalOf(reading, code);
}

/** Undefined for a broken code, and for the number of a person behind the name of a scheme that takes any text. */
function formOfNamed({ scheme, code, read }: NamedCode): string | undefined {
  if (!read.ok || (scheme.rules.isOpaque === true && personalNumberOf(code) === 'checked')) return undefined;
  return schemeForm(scheme, scheme.rules.fold?.(code) ?? code);
}

const NOT_READ = /^(?:urn:(?!oid:)|https?:\/\/(?!hdl\.handle\.net\/|(?:www\.)?2dcode\.org\/))/i;

/** A web address or URN that no scheme reads: the most common of the unknown codes, told at once. */
export function isOtherUri(code: string): boolean {
  return NOT_READ.test(code);
}

/** The canonical spelling of one reading of the text; a broken one keeps its bytes. */
export function canonicalOf({ found, refusal }: Ranked, text: string): string {
  if (refusal !== undefined) return text;
  switch (found.is) {
    case 'gs1':
      return formatDigitalLink(found.code);
    case 'scheme':
      return schemeForm(found.scheme, found.code);
    default:
      return text;
  }
}

/**
 * What a search for the text asks for: its canonical form; of a bare text, which may be several things, also the form of
 * each of them, the likeliest first, and the text itself.
 */
export function keysToAsk(text: string): readonly string[] {
  const own = canonical(text);
  if (parseSpelled(text) !== undefined || isOtherUri(text) || readNamed(text) !== undefined) return [own];
  const whole = rank(text).filter(({ refusal }) => refusal === undefined);
  return [...new Set([own, ...whole.map((reading) => canonicalOf(reading, text)), text])];
}

/** A GS1 code in any spelling; undefined when the text is none, or a broken one. */
export function gs1Of(code: string): Gs1Code | undefined {
  const key = keyOf(code);
  return typeof key === 'string' ? undefined : key;
}
