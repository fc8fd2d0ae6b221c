/** Chinese codes that are not GS1 keys: the drug traceability code and the unified social credit identifier. */
import { isDigits } from './check-digit.ts';

/**
 * The 20-digit drug traceability code (药品追溯码, NMPAB/T 1002-2019): 7 digits of drug identification beginning with
 * 8, then the serial number of the pack. The standard publishes no check, so form is all that can be looked at.
 */
export function isDrugCode(code: string): boolean {
  return code.length === 20 && code.charCodeAt(0) === 56 && isDigits(code);
}

export const DRUG_PRODUCT_DIGITS = 7;

// Registering department and kind of organisation, division of GB/T 2260, organisation code, check character.
const USCC = /^[1-9ANY][1-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const USCC_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const USCC_LENGTH = 18;

/**
 * The unified social credit identifier (统一社会信用代码, GB 32100) in capitals, if the text has the form of one, in
 * capitals or not; whether its check characters are right is for `hasValidUsccChecks` to say.
 */
export function asUscc(text: string): string | undefined {
  if (text.length !== USCC_LENGTH) return undefined;
  const capitals = text.toUpperCase();
  return USCC.test(capitals) ? capitals : undefined;
}

/**
 * Whether both check characters are right: the ninth of the organisation code inside (GB 11714: weights
 * 3 7 9 10 5 8 4 2, modulo 11), and the last of the whole (GB 32100: weights 3^i modulo 31).
 */
export function hasValidUsccChecks(uscc: string): boolean {
  return organisationCheck(uscc.slice(8, 16)) === uscc.charAt(16) && wholeCheck(uscc.slice(0, 17)) === uscc.charAt(17);
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
