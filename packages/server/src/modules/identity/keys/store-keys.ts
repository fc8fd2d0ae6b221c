import type { Right } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { Organisation, OrganisationStatus } from '../organisations/store-organisations.ts';

export type KeyRole = 'admin' | 'capture' | 'query';
export type KeyScope = 'query' | 'trace' | 'capture';

export interface NewKey {
  readonly id: string;
  readonly orgNo: number;
  readonly secretHash: Buffer;
  readonly secretEnd: string;
  readonly role: KeyRole;
  /** What of its role it may; null: all. */
  readonly scopes: readonly KeyScope[] | null;
  /** What a person calls it. */
  readonly label: string | null;
  /** UUID of the site at which alone it records. */
  readonly siteId: string | null;
  /** The person who made it; null where the machine did. */
  readonly madeBy: string | null;
  readonly expiresAt: Date | null;
  /** The id of the key whose place it takes. */
  readonly replaces: string | null;
}

/** What is kept of a key; the secret is not. */
export interface ApiKey {
  readonly id: string;
  readonly role: KeyRole;
  readonly scopes: readonly KeyScope[] | null;
  readonly label: string | null;
  readonly siteId: string | null;
  /** The person who made it, by its name of today; null where the machine did. */
  readonly madeBy: string | null;
  readonly madeById: string | null;
  /** The organisation that it belongs to. */
  readonly org: Organisation;
  readonly secretEnd: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly usedAt: Date | null;
  /** The id of the key whose place it takes. */
  readonly replaces: string | null;
}

const KEY_COLUMNS = `k.id, k.role, k.scopes, k.label, k.site_id as "siteId", k.made_by as "madeById",
  (select p.name from identity.person p where p.id = k.made_by) as "madeBy", k.secret_end as "secretEnd", k.created_at as "createdAt", k.expires_at as "expiresAt",
  k.revoked_at as "revokedAt", k.used_at as "usedAt", k.replaces, json_build_object('no', o.no, 'id', o.id, 'code', o.code, 'name', o.name) as org`;

export async function insertKey(db: Queryable, key: NewKey): Promise<void> {
  await db.query(
    `insert into identity.api_key (id, secret_hash, secret_end, role, scopes, label, made_by, org_no, expires_at, replaces, site_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      key.id,
      key.secretHash,
      key.secretEnd,
      key.role,
      key.scopes,
      key.label,
      key.madeBy,
      key.orgNo,
      key.expiresAt,
      key.replaces,
      key.siteId,
    ],
  );
}

/** A key in force, and what it may do for an organisation. */
export interface FoundKey {
  readonly id: string;
  readonly role: KeyRole;
  /** Null where it is for nobody: the key is good, and not for the organisation that was asked for. */
  readonly orgNo: number | null;
  readonly orgId: string;
  readonly orgStatus: OrganisationStatus;
  /** The key's own organisation, where it acts for another. */
  readonly viaNo: number | null;
  readonly viaId: string | null;
  readonly rights: readonly Right[] | null;
  /** Code of the site at which alone it records. */
  readonly site: string | null;
}

/**
 * A key in force: neither revoked nor expired, by the clock of the database, which all nodes share. Notes its use, and makes
 * the transaction its organisation's, or that of the one `wanted` by its id, where its own answers for that.
 */
export async function findKey(
  db: Queryable,
  secretHash: Buffer,
  wanted: string | undefined,
): Promise<FoundKey | undefined> {
  const { rows } = await db.query<FoundKey>(
    `select id, role, org_no as "orgNo", org_id as "orgId", org_status as "orgStatus", via_no as "viaNo", via_id as "viaId", rights, site
     from identity.find_key($1, $2)`,
    [secretHash, wanted ?? null],
  );
  return rows[0];
}

/** More than a person reads; what is left out is the oldest of the revoked, since commands take back a key each. */
const LISTED_MAX = 1_000;

/** Those not revoked first, then the newest first. */
export async function selectKeys(db: Queryable): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(
    `select ${KEY_COLUMNS} from identity.api_key k join identity.organisation o on o.no = k.org_no
      order by k.revoked_at is not null, k.created_at desc, k.id limit $1`,
    [LISTED_MAX],
  );
  return rows;
}

/** Takes a key back; what it did stays, and so does the time of the first revocation. */
export async function markRevoked(db: Queryable, id: string): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey>(
    `update identity.api_key k set revoked_at = coalesce(revoked_at, now()) from identity.organisation o
      where k.id = $1 and o.no = k.org_no returning ${KEY_COLUMNS}`,
    [id],
  );
  return rows[0];
}

/** Has a key in force end in so many seconds, unless it ends before; undefined where it is not in force. */
export async function endSoon(db: Queryable, id: string, seconds: number): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey>(
    `update identity.api_key k set expires_at = least(k.expires_at, now() + make_interval(secs => $2))
       from identity.organisation o
      where k.id = $1 and o.no = k.org_no and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
      returning ${KEY_COLUMNS}`,
    [id, seconds],
  );
  return rows[0];
}

/** A key by its id, whatever has become of it; locked, so that it is replaced once at a time. */
export async function lockKey(db: Queryable, id: string): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey>(
    `select ${KEY_COLUMNS} from identity.api_key k join identity.organisation o on o.no = k.org_no
      where k.id = $1 for update of k`,
    [id],
  );
  return rows[0];
}

export async function findOwnKey(db: Queryable, id: string): Promise<ApiKey | undefined> {
  const { rows } = await db.query<ApiKey>(
    `select ${KEY_COLUMNS} from identity.api_key k join identity.organisation o on o.no = k.org_no where k.id = $1`,
    [id],
  );
  return rows[0];
}
