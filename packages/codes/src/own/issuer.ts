/**
 * Whoever gives codes of its own to products and lots (decision 0031): by its unified social credit identifier, or, of a
 * household or anybody without one, by the id under which it is known here, 32 hexadecimal digits.
 */
import { personalNumbersIn } from '../cn/personal-number.ts';
import { uscc } from '../cn/uscc.ts';
import type { CodeParts, Field } from '../field.ts';
import type { Reason } from '../parsed.ts';

const USCC_LENGTH = 18;
const ID_LENGTH = 32;

export const ISSUER: Field = {
  part: 'issuer',
  name: { zh: '编码单位', en: 'Issuer' },
  length: [USCC_LENGTH, ID_LENGTH],
  alphabet: 'digits-letters',
};

/** Wide forms of letters and digits are the plain ones; capitals of an issuer do not count. */
function foldOwn(text: string): string {
  const plain = text.normalize('NFKC');
  const end = plain.indexOf('.');
  if (end !== USCC_LENGTH && end !== ID_LENGTH) return plain;
  const issuer = plain.slice(0, end);
  return (end === USCC_LENGTH ? issuer.toUpperCase() : issuer.toLowerCase()) + plain.slice(end);
}

/** A lot is printed for everybody to see: nobody's number may be in it. */
function refuseOwn({ issuer = '', product = '', lot = '' }: CodeParts): Reason | undefined {
  if (personalNumbersIn(`${product}.${lot}`).length > 0) return 'personal-number';
  if (issuer.length === USCC_LENGTH) {
    const read = uscc.parse(issuer);
    return read.ok ? undefined : read.reason;
  }
  if (issuer.length !== ID_LENGTH) return 'length';
  return /^[0-9a-f]+$/.test(issuer) ? undefined : 'alphabet';
}

/** What the two schemes have in common. */
export const OWN_RULES = {
  fold: foldOwn,
  check: refuseOwn,
  productOf: ({ issuer = '', product = '' }: CodeParts) => `own-product:${issuer}.${product}`,
  hasMarks: true,
  isOpaque: true,
  prior: -20,
};

/** What an issuer calls it. */
export const ownField = (part: string, zh: string, en: string): Field => ({
  part,
  name: { zh, en },
  length: [1, 40],
  alphabet: 'label',
});
