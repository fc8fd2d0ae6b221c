/** What a new password may not be. By ASVS 5.0 6.2: long enough, not guessed first, and no rule on what it is made of. */
import { LIST } from './common-passwords-list.ts';
import { isPredictable } from './predictable.ts';

export type PasswordFault = 'short' | 'long' | 'common' | 'context';

/** Characters, as code points: eight Chinese characters are eight. */
const LENGTH_MIN = 8;
/** ASVS 6.2.9 asks for 64 and more; a bound keeps what is hashed small, 512 bytes of UTF-8. */
export const PASSWORD_LENGTH_MAX = 128;
const UNITS_MAX = 2 * PASSWORD_LENGTH_MAX;
/** `sunshine2024`, `!!password`: digits and marks around a word that everybody tries. */
const AROUND_MAX = 4;
const COMMON = new Set(LIST.trim().split(/\s+/));

/**
 * Why a password is refused; undefined when it may be taken. `names` are the words of the context: login names, the
 * organisation's name, the product's. Compared without regard to case and spaces; the password itself is kept as typed.
 */
export function passwordFault(
  password: string,
  { names }: { readonly names: readonly string[] },
): PasswordFault | undefined {
  const length = lengthOf(password);
  if (length > PASSWORD_LENGTH_MAX) return 'long';
  if (length < LENGTH_MIN) return 'short';
  const folded = fold(password);
  // The context first: who reads that the password is common would try the firm's name with another digit.
  if (names.some((name) => isAround(fold(name), folded))) return 'context';
  return isCommon(folded) ? 'common' : undefined;
}

/** In code points; what is far too long is not counted. */
function lengthOf(password: string): number {
  return password.length > UNITS_MAX ? Number.POSITIVE_INFINITY : [...password].length;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function isCommon(folded: string): boolean {
  if (COMMON.has(folded) || isPredictable(folded)) return true;
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return folded.length - core.length <= AROUND_MAX && COMMON.has(core);
}

/** Whether a password is the name, once or more, with nothing but digits and marks around it. */
function isAround(name: string, password: string): boolean {
  // Of a name of one character nothing is left to guess that its digits do not tell.
  if ([...name].length < 2 || !password.includes(name)) return false;
  return /^[\p{N}\p{P}\p{S}]*$/u.test(password.replaceAll(name, ''));
}
