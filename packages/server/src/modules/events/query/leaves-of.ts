import type { Queryable } from '../../../platform/db/index.ts';
import { leafHash } from '../../integrity/index.ts';
import { selectByIds } from './store.ts';

/** The leaf of each of these rows, computed anew from what is stored: what the log is held against. */
export async function leavesOf(db: Queryable, eventIds: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await selectByIds(db, eventIds);
  return new Map(rows.map((row) => [row.id, leafHash(row)]));
}
