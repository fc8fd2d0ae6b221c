import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Queryable } from '../../platform/db/index.ts';
import { insertKey } from './store.ts';

export type KeyRole = 'admin' | 'capture' | 'query';

/** Makes an API key and returns it; only its hash is kept, so it cannot be shown again. */
export async function createKey(db: Queryable, input: { role: KeyRole; org?: string | undefined }): Promise<string> {
  const secret = `sy_${randomBytes(32).toString('base64url')}`;
  await insertKey(db, { id: randomUUID(), secretHash: hashSecret(secret), role: input.role, org: input.org ?? null });
  return secret;
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
