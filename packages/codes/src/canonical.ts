import { formatDigitalLink, type Gs1Code, parseDigitalLink } from './gs1/digital-link.ts';
import { isMarkedElements, parseElementString } from './gs1/element-string.ts';
import { parseEpcUrn } from './gs1/epc-urn.ts';
import { plainClassEnd, plainForeignLink } from './gs1/plain-link.ts';
import { plainUrn } from './gs1/plain-urn.ts';
import type { Parsed } from './parsed.ts';
import { EVIDENCE_MIN, isAmbiguous, primary, type Ranked, rank } from './rank.ts';

/**
 * The one spelling under which a thing is known inside: for a GS1 key a Digital Link on https://id.gs1.org with the
 * key and its qualifiers only, for another scheme its own spelling (behind `scheme:` where the bare text would be read
 * as something else), for anything else, and for a malformed code, the text itself, byte for byte. Idempotent, never
 * throws.
 */
export function canonical(code: string): string {
  if (plainClassEnd(code) >= 0) return code;
  const plain = plainForeignLink(code) ?? plainUrn(code);
  if (plain !== undefined) return plain;
  const parsed = parseSpelled(code);
  if (parsed !== undefined) return parsed.ok ? formatDigitalLink(parsed.value) : code;
  if (isOtherUri(code)) return code;
  const readings = rank(code);
  const reading = primary(code, readings);
  return reading === undefined ? code : canonicalOf(reading, code, readings);
}

/**
 * The GS1 spellings that say themselves what they are, told apart by their first character, without weighing anything
 * else; undefined for all others.
 */
export function parseSpelled(code: string): Parsed<Gs1Code> | undefined {
  switch (code.charCodeAt(0)) {
    case 72: // H
    case 104: // h
      return parseDigitalLink(code);
    case 85: // U
    case 117: // u
      return parseEpcUrn(code);
    default:
      return isMarkedElements(code) ? parseElementString(code) : undefined;
  }
}

const NOT_READ = /^(?:urn:(?!oid:)|https?:\/\/(?!hdl\.handle\.net\/|(?:www\.)?2dcode\.org\/))/i;

/** A web address or URN that no scheme reads: the most common of the unknown codes, told at once. */
export function isOtherUri(code: string): boolean {
  return NOT_READ.test(code);
}

/** A code behind the name of its scheme; a percent sign of its own is escaped, as it would begin an escape there. */
export function named(id: string, code: string): string {
  return `${id}:${code.replaceAll('%', '%25')}`;
}

/** The canonical spelling of a reading of the text, one of `readings`; a broken one keeps its bytes. */
export function canonicalOf({ found, refusal }: Ranked, text: string, readings: readonly Ranked[]): string {
  if (refusal !== undefined) return text;
  switch (found.is) {
    case 'gs1':
      return formatDigitalLink(found.code);
    case 'scheme':
      if (found.scheme.rules.isOpaque === true) return named(found.scheme.id, found.code);
      return isReadBare(found.scheme.id, found.code === text ? readings : rank(found.code))
        ? found.code
        : named(found.scheme.id, found.code);
    default:
      return text;
  }
}

/** Whether a code of these readings, without the name of its scheme, is taken for that scheme and no other. */
function isReadBare(id: string, readings: readonly Ranked[]): boolean {
  const first = readings.find(({ refusal }) => refusal === undefined);
  if (first?.found.is !== 'scheme' || first.score < EVIDENCE_MIN) return false;
  return first.found.scheme.id === id && !isAmbiguous(readings);
}

/** A GS1 code in any spelling; undefined when the text is none, a refusal when it is a broken one. */
export function parseGs1(code: string): Parsed<Gs1Code> | undefined {
  const parsed = parseSpelled(code);
  if (parsed !== undefined || isOtherUri(code)) return parsed;
  const reading = primary(code);
  return reading?.found.is === 'gs1' ? { ok: true, value: reading.found.code } : undefined;
}
