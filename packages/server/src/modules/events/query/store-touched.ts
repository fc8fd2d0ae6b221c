/** SQL of the events that blocks brought, whoever recorded them. */
import type { Queryable } from '../../../platform/db/index.ts';

/** Row ids, each once; of blocks of master data none. */
export async function selectIdsOfBlocks(db: Queryable, blocks: readonly number[]): Promise<string[]> {
  if (blocks.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    'select distinct unnest(event_ids) as id from events.block where block = any($1::bigint[])',
    [blocks],
  );
  return rows.map(({ id }) => id);
}
