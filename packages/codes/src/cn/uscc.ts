/**
 * 统一社会信用代码, unified social credit identifier (GB 32100-2015):
 *
 *   registering department 1 · kind of organisation 1 · division of GB/T 2260 6 · organisation code 9 · check 1
 *
 * The organisation code ends with a check character of its own (GB 11714: weights 3 7 9 10 5 8 4 2, modulo 11); the
 * last character checks the whole (weights 3^i, modulo 31). Small letters are folded to capitals.
 */
import { type CodeParts, defineScheme } from '../scheme.ts';

const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORG_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export const uscc = defineScheme(
  {
    id: 'cn-uscc',
    name: { zh: '统一社会信用代码', en: 'Unified social credit identifier' },
    names: 'party',
    standard: 'GB 32100-2015，GB 11714-1997',
    source: '以公开登记的企业代码验算',
    effectiveFrom: '2015-10-01',
    confidence: 'verified',
  },
  {
    fields: [
      { part: 'department', name: { zh: '登记管理部门', en: 'Registering department' }, length: 1, alphabet: 'uscc' },
      { part: 'kind', name: { zh: '机构类别', en: 'Kind of organisation' }, length: 1, alphabet: 'uscc' },
      { part: 'division', name: { zh: '登记机关行政区划', en: 'Registering division' }, length: 6 },
      { part: 'organisation', name: { zh: '主体标识码', en: 'Organisation code' }, length: 9, alphabet: 'uscc' },
      { part: 'check', name: { zh: '校验码', en: 'Check character' }, length: 1, alphabet: 'uscc' },
    ],
    fold: (text) => text.toUpperCase(),
    check: checkCharacters,
    checkBits: 8.4, // one of 341 passes both
    // Eighteen digits can be anything; with letters in their places they are meant for this.
    isMeant: (code) => /^[1-9ANY][1-9A-Y]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && /[A-Z]/.test(code),
    prior: 8,
  },
);

function checkCharacters({ department = '', organisation = '', check }: CodeParts, code: string) {
  // Departments are 1 to 9, A, N and Y; nothing else has been given out.
  if (!/[1-9ANY]/.test(department)) return 'registry';
  const isRight =
    organisationCheck(organisation.slice(0, 8)) === organisation.charAt(8) && wholeCheck(code.slice(0, 17)) === check;
  return isRight ? undefined : 'check-digit';
}

function organisationCheck(text: string): string {
  const sum = ORG_WEIGHTS.reduce((total, weight, i) => total + weight * ORG_DIGITS.indexOf(text.charAt(i)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function wholeCheck(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum += weight * DIGITS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return DIGITS.charAt((31 - (sum % 31)) % 31);
}
