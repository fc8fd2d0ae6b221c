/** Chinese codes that are not GS1 keys: the drug traceability code and the unified social credit identifier. */
import { isDigits } from './check-digit.ts';

/**
 * The 20-digit drug traceability code (中国药品追溯码): 7 digits of drug identification beginning with 8, 13 of
 * serial number and check. How the last four are made is the issuer's secret, so form is all that can be checked.
 */
export function isDrugCode(code: string): boolean {
  return code.length === 20 && code.charCodeAt(0) === 56 && isDigits(code);
}

export const DRUG_PRODUCT_DIGITS = 7;

const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const USCC_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whether the text has the form of a unified social credit identifier (GB 32100): 18 characters of its alphabet. */
export function looksLikeUscc(code: string): boolean {
  return USCC.test(code);
}

/**
 * Whether both check characters are right: the ninth of the organisation code inside (GB 11714: weights
 * 3 7 9 10 5 8 4 2, modulo 11), and the last of the whole (GB 32100: weights 3^i modulo 31).
 */
export function hasValidUsccChecks(code: string): boolean {
  return organisationCheck(code.slice(8, 16)) === code.charAt(16) && wholeCheck(code.slice(0, 17)) === code.charAt(17);
}

const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function organisationCheck(text: string): string {
  const sum = ORG_WEIGHTS.reduce((total, weight, i) => total + weight * ORG_DIGITS.indexOf(text.charAt(i)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function wholeCheck(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum += weight * USCC_DIGITS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return USCC_DIGITS.charAt((31 - (sum % 31)) % 31);
}
