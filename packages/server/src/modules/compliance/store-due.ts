/** SQL of what waits to be judged. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

/** The events of these blocks of the tenant; a block of master data has none. */
export async function insertDueOfBlocks(tx: Tx, blocks: readonly number[]): Promise<void> {
  await tx.query(
    `insert into compliance.due (event_id, is_again)
     select distinct unnest(b.event_ids), false from events.block b where b.block = any($1::bigint[])
     on conflict do nothing`,
    [blocks],
  );
}

/** Of what the master data of these blocks of the tenant are. */
export async function insertDueCodesOfBlocks(tx: Tx, blocks: readonly number[]): Promise<void> {
  await tx.query(
    `insert into compliance.due_code (org_no, code)
     select distinct v.org_no, v.code from registry.version v where v.block = any($1::bigint[]) on conflict do nothing`,
    [blocks],
  );
}

/** Takes some of these codes. */
export async function takeDueCodes(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ code: string }>(
    `delete from compliance.due_code where (org_no, code) in (
       select org_no, code from compliance.due_code order by org_no, code limit $1 for update skip locked)
     returning code`,
    [limit],
  );
  return [...new Set(rows.map(({ code }) => code))];
}

/** Records that were judged by what was known of these codes. */
export async function insertDueNaming(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.query(
    `insert into compliance.due (event_id, is_again)
     select distinct j.event_id, true from compliance.judged j where j.named && $1::text[] on conflict do nothing`,
    [codes],
  );
}

/** What was taken, and is left for later. */
export async function insertDue(tx: Tx, due: readonly DueEvent[]): Promise<void> {
  await tx.query(
    `insert into compliance.due (event_id, is_again) select * from unnest($1::uuid[], $2::boolean[]) on conflict do nothing`,
    [due.map(({ eventId }) => eventId), due.map(({ isNew }) => !isNew)],
  );
}

/** Events that were judged already. */
export async function insertDueAgain(tx: Tx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.query(
    'insert into compliance.due (event_id, is_again) select unnest($1::uuid[]), true on conflict do nothing',
    [eventIds],
  );
}

/** All that an organisation has recorded. */
export async function insertDueOfOrganisation(tx: Tx, orgNo: number): Promise<void> {
  await tx.query(
    `insert into compliance.due (event_id, is_again)
     select distinct unnest(b.event_ids), true from events.block b where b.org_no = $1 on conflict do nothing`,
    [orgNo],
  );
}

const TURN = "hashtextextended('suyuan.compliance', 0)";

/** Several judge at once; while one forgets all that was said, nobody does. Until the transaction ends. */
export async function takeTurn(tx: Tx, as: 'judging' | 'forgetting'): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock${as === 'judging' ? '_shared' : ''}(${TURN})`);
}

export interface DueEvent {
  readonly eventId: string;
  /** Something that was recorded since may be judged otherwise by it. */
  readonly isNew: boolean;
}

/** Takes some, which nobody else takes until the transaction ends; whoever marks one of them meanwhile waits for that. */
export async function takeDue(tx: Tx, limit: number): Promise<DueEvent[]> {
  const { rows } = await tx.query<{ eventId: string; isAgain: boolean }>(
    `delete from compliance.due where (event_id, is_again) in (
       select event_id, is_again from compliance.due order by event_id limit $1 for update skip locked)
     returning event_id as "eventId", is_again as "isAgain"`,
    [limit],
  );
  const isNew = new Map<string, boolean>();
  for (const { eventId, isAgain } of rows) isNew.set(eventId, (isNew.get(eventId) ?? false) || !isAgain);
  return [...isNew].map(([eventId, each]) => ({ eventId, isNew: each }));
}

export async function countDue(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*)::int as count from compliance.due');
  return rows[0]?.count ?? 0;
}
