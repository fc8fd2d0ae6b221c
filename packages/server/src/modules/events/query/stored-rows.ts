import type { Queryable } from '../../../platform/db/index.ts';
import { leafHash, type StoredRows } from '../../integrity/index.ts';
import { textKey } from '../keys.ts';
import { selectByIds, selectContexts, selectIdsAfter } from './store.ts';

/** The rows of a database as the log is held against them. */
export function storedRows(db: Queryable): StoredRows {
  return {
    leavesOf: (eventIds) => leavesOf(db, eventIds),
    idsAfter: (eventId, count) => selectIdsAfter(db, eventId, count),
  };
}

/**
 * The leaf of each of these rows, computed anew from what is stored: what the log is held against. A context's id is
 * computed from its text too, since an event means something else by another text under the same id.
 */
async function leavesOf(db: Queryable, eventIds: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await selectByIds(db, eventIds);
  const texts = await selectContexts(db, [...new Set(rows.map((row) => row.contextId))]);
  const contextIds = new Map([...texts].map(([id, text]) => [id, textKey(text)]));
  return new Map(rows.map((row) => [row.id, leafHash({ ...row, contextId: contextIds.get(row.contextId) ?? '' })]));
}
