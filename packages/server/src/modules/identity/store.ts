import type { Queryable } from '../../platform/db/index.ts';

export type KeyRole = 'admin' | 'capture' | 'query';

interface NewKey {
  readonly id: string;
  readonly secretHash: Buffer;
  readonly role: KeyRole;
  readonly org: string | null;
}

export async function insertKey(db: Queryable, key: NewKey): Promise<void> {
  await db.query('insert into identity.api_key (id, secret_hash, role, org) values ($1, $2, $3, $4)', [
    key.id,
    key.secretHash,
    key.role,
    key.org,
  ]);
}

export async function findKey(db: Queryable, secretHash: Buffer): Promise<{ id: string; role: KeyRole } | undefined> {
  const { rows } = await db.query<{ id: string; role: KeyRole }>(
    'select id, role from identity.api_key where secret_hash = $1 and revoked_at is null',
    [secretHash],
  );
  return rows[0];
}

/** Takes a key back; what it did stays. */
export async function revokeKey(db: Queryable, secretHash: Buffer): Promise<void> {
  await db.query('update identity.api_key set revoked_at = now() where secret_hash = $1 and revoked_at is null', [
    secretHash,
  ]);
}
