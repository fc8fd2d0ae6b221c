/**
 * The check digit of MA codes (ZIIOT, issuing agency MA of ISO/IEC 15459): each character is written as its number, and
 * the digits of all of them are added from the right, every other one doubled (the sum of the digits of the double), to
 * the next ten. The digit nearest to the check counts once.
 *
 * The rule was not read; it was found by computing. It comes out for three identifiers and three production parts of
 * registrants, and not for a fourth identifier, whose item is 123456. None of them has a 9 or a sign other than the dot,
 * so of such codes nothing is said.
 */

const KNOWN = /^[0-8A-Za-z.]+$/;
const DOT = 65;

/** The check digit, 0 to 9; undefined for characters whose number is not known. */
export function maCheckDigit(text: string): number | undefined {
  if (!KNOWN.test(text)) return undefined;
  const digits = [...text].map(numberOf).join('');
  const sum = [...digits].reverse().reduce((total, digit, i) => total + weighed(Number(digit), i % 2 === 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** 0–9 as they are, A–Z 10 to 35, a–g 36 to 42, h–z 45 to 63: the table leaves out 43 and 44. */
function numberOf(character: string): number {
  const code = character.charCodeAt(0);
  if (character === '.') return DOT;
  if (character >= 'h') return code - 'h'.charCodeAt(0) + 45;
  if (character >= 'a') return code - 'a'.charCodeAt(0) + 36;
  return character >= 'A' ? code - 'A'.charCodeAt(0) + 10 : code - '0'.charCodeAt(0);
}

function weighed(digit: number, isDoubled: boolean): number {
  if (!isDoubled) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
