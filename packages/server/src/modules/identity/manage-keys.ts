import type { Queryable } from '../../platform/db/index.ts';
import { type ApiKey, markRevoked, selectKeys } from './store.ts';

/** The keys of this installation, those in force first; never a secret. */
export function listKeys(db: Queryable): Promise<ApiKey[]> {
  return selectKeys(db);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes the key of this id back, from the next request on; undefined where there is none. Again changes nothing. */
export async function revokeKey(db: Queryable, id: string): Promise<ApiKey | undefined> {
  return UUID.test(id) ? markRevoked(db, id) : undefined;
}
