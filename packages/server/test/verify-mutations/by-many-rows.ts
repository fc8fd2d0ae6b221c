/** What takes someone who may write every table, and leaves a store that is whole in itself. */

import { textsAndBodies } from '../../src/modules/events/query/received.ts';
import { selectReceived } from '../../src/modules/events/verify/store-verify.ts';
import { leafHash } from '../../src/modules/integrity/index.ts';
import type { Tx } from '../../src/platform/db/index.ts';

/** Takes the end of the log away together with its block and all that was derived from it. */
export async function cutEnd(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ block: number }>(
    'delete from integrity.log where first_position = (select max(first_position) from integrity.log) returning block',
  );
  const blocks = rows.map(({ block }) => block);
  for (const table of ['events.record', 'events.block', 'events.received']) {
    await tx.query(`delete from ${table} where block = any($1::bigint[])`, [blocks]);
  }
  await tx.query('delete from events.event e where not exists (select 1 from events.record r where r.event_id = e.id)');
  await tx.query('delete from events.touch t where not exists (select 1 from events.event e where e.id = t.event_id)');
}

/** Another time at which an event was received that came by itself, and the leaf that goes with it. */
export async function rewriteBlock(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ block: number }>(
    `update events.received set received_at = received_at - interval '1 day'
     where block = (select max(block) from events.received where job_id is null) returning block`,
  );
  const blocks = rows.map(({ block }) => block);
  for (const row of await selectReceived(tx, blocks)) {
    const { orgId, context, ...block } = row;
    const leaves = textsAndBodies(row).map(({ kept }) =>
      leafHash({ ...block, orgId: orgId ?? '', version: row.leafVersion, binding: 'json' }, kept),
    );
    for (const table of ['integrity.log', 'integrity.pending']) {
      await tx.query(`update ${table} set leaves = $2 where block = $1`, [row.block, Buffer.concat(leaves)]);
    }
  }
}
