/** Codes on paper for whoever lost the telephone, or has none: each counts once. */
import { createHash, randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';

const CODES = 10;
/** ASVS 6.5.2: from 112 bits on a plain hash is enough. */
const CODE_BYTES = 15;
const GROUP = /.{4}/g;
/** Digits, and the letters that no digit looks like: 24 of them are 120 bits. */
const ALPHABET = '0123456789ACDEFGHJKMNPQRSTUVWXYZ';
/** More than a person types around 24 characters; the rest need not be looked at. */
const TYPED_MAX = 200;

/** Ten codes as they are shown: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const code = base32(randomBytes(CODE_BYTES), ALPHABET);
    return (code.match(GROUP) ?? []).join('-');
  });
}

/**
 * SHA-256 of a code as a person typed it: in small letters or full width, with any spaces and hyphens, O for 0, I or L
 * for 1, B for 8. Undefined when it cannot be a code.
 */
export function hashRecoveryCode(typed: string): Buffer | undefined {
  if (typed.length > TYPED_MAX) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('B', '8');
  return /^[0-9A-Z]{24}$/.test(code) ? createHash('sha256').update(code).digest() : undefined;
}
