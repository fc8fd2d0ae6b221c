import type { Queryable } from '../../platform/db/index.ts';

export type KeyRole = 'admin' | 'capture' | 'query';

interface NewKey {
  readonly id: string;
  readonly secretHash: Buffer;
  readonly secretEnd: string;
  readonly role: KeyRole;
  readonly org: string | null;
  readonly expiresAt: Date | null;
}

/** What is kept of a key; the secret is not. */
export interface ApiKey {
  readonly id: string;
  readonly role: KeyRole;
  readonly org: string | null;
  readonly secretEnd: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const KEY_COLUMNS = `id, role, org, secret_end as "secretEnd", created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt"`;

export async function insertKey(db: Queryable, key: NewKey): Promise<void> {
  await db.query(
    `insert into identity.api_key (id, secret_hash, secret_end, role, org, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [key.id, key.secretHash, key.secretEnd, key.role, key.org, key.expiresAt],
  );
}

/** A key in force: neither revoked nor expired, by the clock of the database, which all nodes share. */
export async function findKey(db: Queryable, secretHash: Buffer): Promise<{ id: string; role: KeyRole } | undefined> {
  const { rows } = await db.query<{ id: string; role: KeyRole }>(
    `select id, role from identity.api_key
      where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    [secretHash],
  );
  return rows[0];
}

/** More than a person reads; what is left out is the oldest of the revoked, since commands take back a key each. */
const LISTED_MAX = 1_000;

/** Those not revoked first, then the newest first. */
export async function selectKeys(db: Queryable): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(
    `select ${KEY_COLUMNS} from identity.api_key order by revoked_at is not null, created_at desc, id limit $1`,
    [LISTED_MAX],
  );
  return rows;
}

/** Takes a key back; what it did stays, and so does the time of the first revocation. */
export async function markRevoked(db: Queryable, id: string): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey>(
    `update identity.api_key set revoked_at = coalesce(revoked_at, now()) where id = $1 returning ${KEY_COLUMNS}`,
    [id],
  );
  return rows[0];
}
