import { hasValidCheckDigit, isDigits } from './check-digit.ts';
import { asUscc, hasValidUsccChecks, isDrugCode } from './china.ts';
import { formatDigitalLink, type Gs1Code, NO_QUALIFIERS, type Parsed, parseDigitalLink } from './digital-link.ts';
import { parseElementString } from './element-string.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { KEY_BY_SEGMENT } from './gs1-keys.ts';
import { padValue } from './gs1-value.ts';
import { plainClassEnd } from './plain-link.ts';

/**
 * The one spelling under which a thing is known inside: for a GS1 key a Digital Link on https://id.gs1.org with the
 * key and its qualifiers only, for a unified social credit identifier its capitals, for anything else, and for a
 * malformed code, the text itself, byte for byte. Idempotent, never throws.
 */
export function canonical(code: string): string {
  if (plainClassEnd(code) >= 0) return code;
  const parsed = parseGs1(code);
  if (parsed !== undefined) return parsed.ok ? formatDigitalLink(parsed.value) : code;
  return validUscc(code) ?? code;
}

/** A GS1 code in any spelling; undefined when the text is none, a refusal when it is a broken one. */
export function parseGs1(code: string): Parsed<Gs1Code> | undefined {
  switch (code.charCodeAt(0)) {
    case 72: // H
    case 104: // h
      return parseDigitalLink(code);
    case 85: // U
    case 117: // u
      return parseEpcUrn(code);
    case 40: // (
    case 93: // ]
    case 29: // FNC1
      return parseElementString(code);
    default:
      return isDigits(code.slice(0, 2)) ? parseDigits(code) : undefined;
  }
}

const BARE_LENGTHS: ReadonlyMap<number, string> = new Map([
  [8, '01'],
  [12, '01'],
  [13, '01'],
  [14, '01'],
  [18, '00'],
]);

/** A bare number under a bar code, with the check digit to tell it from any other number; else an element string. */
function parseDigits(code: string): Parsed<Gs1Code> | undefined {
  if (isDigits(code)) {
    const key = KEY_BY_SEGMENT.get(BARE_LENGTHS.get(code.length) ?? '');
    if (key !== undefined) {
      // A social credit identifier can be 18 digits; its two check characters outweigh the one of an SSCC.
      if (!hasValidCheckDigit(code) || validUscc(code) !== undefined) return undefined;
      return { ok: true, value: { key, value: padValue(key, code), qualifiers: NO_QUALIFIERS } };
    }
    if (isDrugCode(code)) return undefined;
  }
  const parsed = parseElementString(code);
  // Digits that begin like an element string and break its rules are more likely something else.
  return parsed?.ok ? parsed : undefined;
}

function validUscc(code: string): string | undefined {
  const uscc = asUscc(code);
  return uscc !== undefined && hasValidUsccChecks(uscc) ? uscc : undefined;
}
