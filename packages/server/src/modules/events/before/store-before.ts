/** SQL of what the store was before received, event and record: read and taken away, never written. */
import type { Tx } from '../../../platform/db/index.ts';

export interface OldEvent {
  readonly position: number;
  readonly leaf: Buffer;
  readonly id: string;
  readonly identity: string;
  readonly recordTime: Date;
  readonly contextId: string;
  readonly jobId: string | null;
  readonly keyId: string | null;
  readonly orgNo: number;
  readonly body: string;
}

const OLD = `e.id, e.identity, e.record_time as "recordTime", e.context_id as "contextId", e.job_id as "jobId",
  j.key_id as "keyId", coalesce(j.org_no, 1) as "orgNo", e.body`;

/** What `0011` adds: whoever comes from before meets today's code here already, which writes it. */
export async function addOrganisations(tx: Tx): Promise<void> {
  for (const table of ['events.block', 'integrity.log', 'integrity.pending']) {
    await tx.query(`alter table ${table} add column if not exists org_no int`);
  }
  // Of today's statements too, which `0015` knows.
  await tx.query('alter table events.received add column if not exists person_id uuid');
  await tx.query(
    'alter table events.received add column if not exists via_no int references identity.organisation (no)',
  );
}

export async function isMoved(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ moved: boolean }>(`select to_regclass('before.event') is null as moved`);
  return rows[0]?.moved ?? true;
}

export async function countOld(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select count(*) as n from before.event');
  return rows[0]?.n ?? 0;
}

/** The oldest of the log that are not moved yet. */
export async function selectOld(tx: Tx, count: number): Promise<OldEvent[]> {
  const { rows } = await tx.query<OldEvent>(
    `with page as (select position, event_id, leaf_hash from before.log order by position limit $1)
     select p.position, p.leaf_hash as leaf, ${OLD}
     from page p join before.event e on e.id = p.event_id left join events.capture_job j on j.id = e.job_id
     order by p.position`,
    [count],
  );
  return rows;
}

/** Those that waited for the sequencer, in its order; all of them, as they were few. */
export async function selectOldPending(tx: Tx): Promise<OldEvent[]> {
  const { rows } = await tx.query<OldEvent>(
    `select -1 as position, p.leaf, ${OLD}
     from (select id as batch, place, event_id, leaf
           from before.pending, unnest(event_ids, leaf_hashes) with ordinality as u (event_id, leaf, place)) p
     join before.event e on e.id = p.event_id left join events.capture_job j on j.id = e.job_id
     order by p.batch, p.place`,
  );
  return rows;
}

export interface OldMasterData {
  readonly code: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly capturedAt: Date;
}

/** Some of it, the oldest first, taken away. */
export async function takeOldMasterData(tx: Tx, count: number): Promise<OldMasterData[]> {
  const { rows } = await tx.query<OldMasterData>(
    `with page as (select code, type from before.master_data order by captured_at, code, type limit $1),
          taken as (delete from before.master_data m using page p where m.code = p.code and m.type = p.type returning m.*)
     select code, type, attributes, captured_at as "capturedAt" from taken order by captured_at, code, type`,
    [count],
  );
  return rows;
}

export async function ownOrganisation(tx: Tx): Promise<{ readonly no: number; readonly id: string }> {
  const { rows } = await tx.query<{ no: number; id: string }>('select no, id from identity.organisation where no = 1');
  const [own] = rows;
  if (own === undefined) throw new Error('the installation has no organisation of its own');
  return own;
}

export async function deleteOld(tx: Tx, events: readonly OldEvent[]): Promise<void> {
  await tx.query('delete from before.log where position = any($1::bigint[])', [events.map(({ position }) => position)]);
  await tx.query('delete from before.event where id = any($1::uuid[])', [events.map(({ id }) => id)]);
}

/** Writes a run of the log as it was. */
export async function insertRun(
  tx: Tx,
  run: {
    readonly first: number;
    readonly block: number;
    readonly orgNo: number;
    readonly leaves: readonly Buffer[];
  },
): Promise<void> {
  await tx.query('insert into integrity.log (first_position, block, org_no, leaves) values ($1, $2, $3, $4)', [
    run.first,
    run.block,
    run.orgNo,
    Buffer.concat(run.leaves),
  ]);
}

/** What is left is of no log: it is kept where it is, for whoever has to find out why. */
export async function dropOld(tx: Tx): Promise<void> {
  if ((await countOld(tx)) === 0) await tx.query('drop schema before cascade');
}
