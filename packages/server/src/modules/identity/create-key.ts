import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Queryable } from '../../platform/db/index.ts';
import { insertKey, type KeyRole, revokeKey } from './store.ts';

/** Makes an API key and returns it; only its hash is kept, so it cannot be shown again. */
export async function createKey(db: Queryable, input: { role: KeyRole; org?: string | undefined }): Promise<string> {
  const secret = `sy_${randomBytes(32).toString('base64url')}`;
  await insertKey(db, { id: randomUUID(), secretHash: hashSecret(secret), role: input.role, org: input.org ?? null });
  return secret;
}

/** Makes a key for the time of `use`, and takes it back after. */
export async function withKey<Result>(
  db: Queryable,
  role: KeyRole,
  use: (secret: string) => Promise<Result>,
): Promise<Result> {
  const secret = await createKey(db, { role });
  try {
    return await use(secret);
  } finally {
    await revokeKey(db, hashSecret(secret));
  }
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
