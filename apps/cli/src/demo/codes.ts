/**
 * Builders for GS1 keys in both spellings that companies use: EPC URN (TDS 2.0 §6) and the path of a GS1 Digital
 * Link (GS1 Digital Link URI Syntax 1.2 §4). Company prefixes are made up, check digits are right.
 */

/** One code, spelled either way; a company writes `urn`, or its own web address followed by `path`. */
export interface Code {
  readonly urn: string;
  /** Empty of a code that is none of GS1 and has the one spelling. */
  readonly path: string;
}

/** A kind of goods: the company's prefix, the packaging indicator and the item reference of its GTIN. */
export interface Item {
  readonly prefix: string;
  /** '0' for the thing sold, '1' for a case of it. */
  readonly indicator: '0' | '1';
  readonly reference: number;
}

const GTIN_DIGITS = 12; // of prefix and item reference, without indicator and check digit
const GLN_DIGITS = 12;
const SSCC_DIGITS = 16; // of prefix and serial reference, without extension and check digit

/** The check digit of GS1 General Specifications §7.9: weights 3 and 1 in turn from the right, modulo 10. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let i = digits.length - 1, weight = 3; i >= 0; i -= 1, weight = 4 - weight) sum += Number(digits[i]) * weight;
  return String((10 - (sum % 10)) % 10);
}

/** A number as the reference that fills up a prefix to the key's length. */
function fill(prefix: string, total: number, reference: number): string {
  const digits = String(reference).padStart(total - prefix.length, '0');
  if (digits.length !== total - prefix.length) throw new RangeError(`reference ${reference} too long after ${prefix}`);
  return digits;
}

function withCheck(digits: string): string {
  return digits + checkDigit(digits);
}

/** The 14 digits of a GTIN. */
export function gtin14({ prefix, indicator, reference }: Item): string {
  return withCheck(indicator + prefix + fill(prefix, GTIN_DIGITS, reference));
}

function itemFields({ prefix, indicator, reference }: Item): string {
  return `${prefix}.${indicator}${fill(prefix, GTIN_DIGITS, reference)}`;
}

/** All goods of one GTIN. */
export function gtinClass(item: Item): Code {
  return { urn: `urn:epc:idpat:sgtin:${itemFields(item)}.*`, path: `/01/${gtin14(item)}` };
}

/** One serialised thing. */
export function sgtin(item: Item, serial: string): Code {
  return { urn: `urn:epc:id:sgtin:${itemFields(item)}.${serial}`, path: `/01/${gtin14(item)}/21/${serial}` };
}

/** One lot. */
export function lgtin(item: Item, lot: string): Code {
  return { urn: `urn:epc:class:lgtin:${itemFields(item)}.${lot}`, path: `/01/${gtin14(item)}/10/${lot}` };
}

/** One logistic unit; the extension digit is 0. */
export function sscc(prefix: string, serial: number): Code {
  const reference = fill(prefix, SSCC_DIGITS, serial);
  return { urn: `urn:epc:id:sscc:${prefix}.0${reference}`, path: `/00/${withCheck(`0${prefix}${reference}`)}` };
}

/** One place; the extension 0 of an SGLN says that there is none (TDS 2.0 §6.3.3). */
export function sgln(prefix: string, reference: number): Code {
  const digits = fill(prefix, GLN_DIGITS, reference);
  return { urn: `urn:epc:id:sgln:${prefix}.${digits}.0`, path: `/414/${withCheck(prefix + digits)}` };
}

/** One party. */
export function pgln(prefix: string, reference: number): Code {
  const digits = fill(prefix, GLN_DIGITS, reference);
  return { urn: `urn:epc:id:pgln:${prefix}.${digits}`, path: `/417/${withCheck(prefix + digits)}` };
}

/** One returnable asset; the first digit of the key is a filler (General Specifications §3.9.3). */
export function grai(prefix: string, assetType: number, serial: string): Code {
  const digits = fill(prefix, GLN_DIGITS, assetType);
  return {
    urn: `urn:epc:id:grai:${prefix}.${digits}.${serial}`,
    path: `/8003/0${withCheck(prefix + digits)}${serial}`,
  };
}

/** One fixed asset, such as a measuring device. */
export function giai(prefix: string, reference: string): Code {
  return { urn: `urn:epc:id:giai:${prefix}.${reference}`, path: `/8004/${prefix}${reference}` };
}

/** One document of a document type. */
export function gdti(prefix: string, documentType: number, serial: string): Code {
  const digits = fill(prefix, GLN_DIGITS, documentType);
  return { urn: `urn:epc:id:gdti:${prefix}.${digits}.${serial}`, path: `/253/${withCheck(prefix + digits)}${serial}` };
}

/** One thing or lot under a number that Chinese rules give it; what `@suyuan/codes` knows of it stands in the scheme's name. */
export function chinese(scheme: 'cn-special-equipment' | 'cn-gas-cylinder' | 'cn-market-lot', value: string): Code {
  return { urn: `${scheme}:${value}`, path: '' };
}
