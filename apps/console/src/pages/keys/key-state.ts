import type { KeyBody } from '@suyuan/api';

export type KeyState = 'good' | 'ending' | 'expired' | 'revoked';

const SOON_MS = 14 * 24 * 60 * 60 * 1000; // time enough to change a program that uses it

/** How a key stands at a moment, in milliseconds since 1970. */
export function keyState({ revokedAt, expiresAt }: Pick<KeyBody, 'revokedAt' | 'expiresAt'>, now: number): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt === null) return 'good';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'ending' : 'good';
}
