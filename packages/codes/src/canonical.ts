import { hasValidCheckDigit, isDigits } from './check-digit.ts';
import { isDrugCode } from './china.ts';
import { formatDigitalLink, type Gs1Code, type Parsed, parseDigitalLink } from './digital-link.ts';
import { parseElementString } from './element-string.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { KEY_BY_SEGMENT } from './gs1-keys.ts';
import { padValue } from './gs1-value.ts';

/**
 * The one spelling under which a thing is known inside: for a GS1 key a Digital Link on https://id.gs1.org with the
 * key and its qualifiers only, for anything else, and for a malformed code, the text itself, byte for byte.
 * Idempotent, never throws.
 */
export function canonical(code: string): string {
  if (isPlainCanonical(code)) return code;
  const parsed = parseGs1(code);
  return parsed?.ok ? formatDigitalLink(parsed.value) : code;
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

const LENGTHS: ReadonlyMap<number, string> = new Map([
  [8, '01'],
  [12, '01'],
  [13, '01'],
  [14, '01'],
  [18, '00'],
]);

/** A bare number under a bar code, with the check digit to tell it from any other number; else an element string. */
function parseDigits(code: string): Parsed<Gs1Code> | undefined {
  if (isDigits(code)) {
    const key = KEY_BY_SEGMENT.get(LENGTHS.get(code.length) ?? '');
    if (key !== undefined) {
      if (!hasValidCheckDigit(code)) return undefined;
      return { ok: true, value: { key, value: padValue(key, code), qualifiers: new Map() } };
    }
    if (isDrugCode(code)) return undefined;
  }
  const parsed = parseElementString(code);
  // Digits that begin like an element string and break its rules are more likely something else.
  return parsed?.ok ? parsed : undefined;
}

const GTIN_START = 'https://id.gs1.org/01/';
const GTIN_END = GTIN_START.length + 14;

/**
 * Whether the code is `https://id.gs1.org/01/<gtin>[/10/…|/21/…]` with a right check digit and a plain value: most
 * codes that come by are, and this is a tenth of the cost of parsing them.
 */
function isPlainCanonical(code: string): boolean {
  if (!code.startsWith(GTIN_START) || code.length < GTIN_END) return false;
  if (!isDigits(code.slice(GTIN_START.length, GTIN_END)) || !hasValidCheckDigit(code.slice(GTIN_START.length, GTIN_END))) {
    return false;
  }
  if (code.length === GTIN_END) return true;
  const length = code.length - GTIN_END - 4;
  if (length < 1 || length > 20) return false;
  if (!code.startsWith('/21/', GTIN_END) && !code.startsWith('/10/', GTIN_END)) return false;
  for (let i = GTIN_END + 4; i < code.length; i += 1) {
    if (!isAlphanumeric(code.charCodeAt(i))) return false;
  }
  return true;
}

function isAlphanumeric(character: number): boolean {
  return (
    (character >= 48 && character <= 57) || (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
  );
}
