import type { Queryable } from '../../../platform/db/index.ts';
import { keepKey } from './create-key.ts';
import { type ApiKey, endSoon, lockKey, markRevoked, selectKeys } from './store-keys.ts';

/** The keys of this installation, those in force first; never a secret. */
export function listKeys(db: Queryable): Promise<ApiKey[]> {
  return selectKeys(db);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes the key of this id back, from the next request on; undefined where there is none. Again changes nothing. */
export async function revokeKey(db: Queryable, id: string): Promise<ApiKey | undefined> {
  return UUID.test(id) ? markRevoked(db, id) : undefined;
}

export interface RotatedKey {
  readonly id: string;
  /** The new key; it cannot be shown again. */
  readonly secret: string;
  /** The one whose place it takes, with the time at which it ends. */
  readonly old: ApiKey;
}

export interface Rotation {
  /** How long both are good. */
  readonly overlapMs: number;
  /** Of the new key; as long from now as the old one was made for, if not given. */
  readonly expiresAt?: Date | undefined;
  readonly now: Date;
}

/**
 * Makes a key in the place of another: of the same organisation and role. The old one is good for a while, so that whatever
 * uses it can change. Undefined where there is no such key in force.
 */
export async function rotateKey(
  db: Queryable,
  id: string,
  { overlapMs, expiresAt, now }: Rotation,
): Promise<RotatedKey | undefined> {
  const before = UUID.test(id) ? await lockKey(db, id) : undefined;
  if (before === undefined) return undefined;
  const old = await endSoon(db, before.id, overlapMs / 1000);
  if (old === undefined) return undefined;
  const life = before.expiresAt === null ? null : before.expiresAt.getTime() - before.createdAt.getTime();
  const sameLife = life === null ? null : new Date(now.getTime() + life);
  const { role, scopes, label, siteId, madeById, org } = before;
  const like = { role, scopes, label, siteId, madeBy: madeById, orgNo: org.no };
  return { ...(await keepKey(db, { ...like, expiresAt: expiresAt ?? sameLife, replaces: before.id })), old };
}
