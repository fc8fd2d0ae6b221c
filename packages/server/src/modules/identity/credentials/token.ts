/** Random tokens of sessions and one-time links: whoever holds one is believed, so only its hash is kept. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of the token as it was sent; 256 random bits need no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
