/** What a label of a run has of its own: the serial of a product, or the number of a logistic unit. Pure. */
import { gs1CheckDigit, readCode } from '@suyuan/codes';
import type { Numbering } from '@suyuan/labels';
import { numberOf, SERIALS_MAX, serialOf } from './serials.ts';

export interface OfNumbers {
  /** Canonical code of a product; `sscc:` and a company prefix. */
  readonly product: string;
  readonly key: Uint8Array;
}

const SSCC = 'sscc:';
/** Digits between the extension digit and the check digit (GS1 General Specifications §3.3.1). */
const SSCC_DIGITS = 16;
const GTIN_LINK = /^https:\/\/id\.gs1\.org\/01\/[0-9]{14}$/;

/** What numbers are given to; undefined where none can be. @param code of a product, or a company prefix, in any spelling */
export function numbersOf(code: string, by: Numbering): string | undefined {
  if (by === 'sscc') return /^[0-9]{7,12}$/.test(code.trim()) ? SSCC + code.trim() : undefined;
  const { canonical, wellFormed } = readCode(code.trim());
  return wellFormed && GTIN_LINK.test(canonical) ? canonical : undefined;
}

/** How many numbers there are. */
export function numbersMax(product: string): number {
  return product.startsWith(SSCC) ? 10 ** (SSCC_DIGITS - product.length + SSCC.length) - 1 : SERIALS_MAX;
}

/** Canonical code of what has this number. */
export function codeOf({ product, key }: OfNumbers, number: number): string {
  if (!product.startsWith(SSCC)) return `${product}/21/${serialOf(key, number)}`;
  return `https://id.gs1.org/00/${ssccOf(product, number)}`;
}

/** What of a code of this kind numbers are given to. */
export function numbersIn(code: string): { readonly product: string; readonly serial: string } | undefined {
  const [, product = '', serial = ''] = /^(https:\/\/id\.gs1\.org\/01\/[0-9]{14})\/21\/(.+)$/.exec(code) ?? [];
  return product === '' ? undefined : { product, serial };
}

export function numberOfSerial(key: Uint8Array, serial: string): number | undefined {
  return numberOf(key, serial);
}

/** What stands in the field that the program fills in. */
export function givenOf(of: OfNumbers, number: number, origin: string): string {
  if (of.product.startsWith(SSCC)) return ssccOf(of.product, number);
  return origin + new URL(codeOf(of, number)).pathname;
}

function ssccOf(product: string, number: number): string {
  const prefix = product.slice(SSCC.length);
  const digits = `0${prefix}${String(number).padStart(SSCC_DIGITS - prefix.length, '0')}`;
  return digits + gs1CheckDigit(digits);
}
