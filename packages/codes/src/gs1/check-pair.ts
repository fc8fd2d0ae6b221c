/**
 * The GS1 check character pair (General Specifications §7.9.5), of the Global Model Number: each character's place in
 * character set 82 times a prime, counted from the right, modulo 1021, written as two characters of 32.
 */
const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const SET_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const MODULUS = 1021;
// From the last character to the first; the longest value with a pair is 25 characters, 23 before it.
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

const VALUES: ReadonlyMap<string, number> = new Map([...SET_82].map((character, value) => [character, value]));

/** The pair of a text that does not have one yet; undefined where a character or the length is not of GS1. */
export function checkPair(text: string): string | undefined {
  if (text.length > PRIMES.length) return undefined;
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = VALUES.get(text.charAt(i));
    if (value === undefined) return undefined;
    sum += value * (PRIMES[text.length - 1 - i] ?? 0);
  }
  const rest = sum % MODULUS;
  return SET_32.charAt(rest >> 5) + SET_32.charAt(rest & 31);
}

/** Whether the text's last two characters are the pair of those before. */
export function hasValidCheckPair(text: string): boolean {
  return text.length > 2 && checkPair(text.slice(0, -2)) === text.slice(-2);
}
