/** SQL of verification: reads of its own, which no other code leans on. */
import type { Queryable } from '../../../platform/db/index.ts';

/** A run of the log, or one that waits for it (then without a position). */
export interface RunRow {
  readonly first: number | null;
  readonly block: number;
  readonly orgNo: number;
  readonly leaves: Buffer;
}

export async function selectLog(db: Queryable, after: number, count: number): Promise<RunRow[]> {
  const { rows } = await db.query<RunRow>(
    `select first_position as first, block, org_no as "orgNo", leaves from integrity.log
     where first_position > $1 order by first_position limit $2`,
    [after, count],
  );
  return rows;
}

export interface PendingRow extends RunRow {
  readonly id: number;
  /** Its block is in the log as well. */
  readonly isLogged: boolean;
}

export async function selectPending(db: Queryable, after: number | null, count: number): Promise<PendingRow[]> {
  const { rows } = await db.query<PendingRow>(
    `select id, null as first, block, org_no as "orgNo", leaves,
            exists (select 1 from integrity.log l where l.block = p.block) as "isLogged"
     from integrity.pending p where $1::bigint is null or id > $1 order by id limit $2`,
    [after, count],
  );
  return rows;
}

export interface ReceivedBlock {
  readonly block: number;
  readonly orgNo: number;
  readonly orgId: string | null;
  readonly keyId: string | null;
  readonly personId: string | null;
  readonly viaNo: number | null;
  readonly viaId: string | null;
  readonly jobId: string | null;
  readonly receivedAt: Date;
  /** Received at a whole millisecond, as everything is; a leaf covers no smaller part. */
  readonly isWholeMs: boolean;
  readonly binding: number;
  readonly contextId: string;
  readonly context: string | null;
  readonly leafVersion: number;
  readonly packed: Buffer;
  readonly eventIds: readonly string[] | null;
  /** Whose the block is by its row of `events.block`. */
  readonly blockOrgNo: number | null;
  /** Of a block of master data, what is derived of it. */
  readonly versions: readonly VersionColumns[];
}

export interface VersionColumns {
  readonly place: number;
  readonly orgNo: number;
  readonly type: string;
  readonly code: string;
  readonly digest: string;
  /** JSON, as it is stored. */
  readonly attributes: string;
  readonly children: readonly string[];
  /** Each as number of the organisation, scheme and value. */
  readonly identifiers: readonly string[];
}

export async function selectReceived(db: Queryable, blocks: readonly number[]): Promise<ReceivedBlock[]> {
  const { rows } = await db.query<ReceivedBlock>(
    `select r.block, r.org_no as "orgNo", o.id as "orgId", r.key_id as "keyId", r.person_id as "personId", r.via_no as "viaNo", v.id as "viaId", r.job_id as "jobId",
            r.received_at as "receivedAt",
            date_trunc('milliseconds', r.received_at) = r.received_at as "isWholeMs", r.binding, r.context_id as "contextId", c.body as context,
            r.leaf_version as "leafVersion", r.packed, b.event_ids as "eventIds", b.org_no as "blockOrgNo",
            coalesce((select json_agg(json_build_object('place', place, 'orgNo', v.org_no, 'type', type, 'code', code,
                        'digest', digest, 'attributes', attributes::text, 'children', children, 'identifiers', array(
                        select i.org_no || ' ' || i.scheme || ' ' || i.value from registry.identifier i
                        where i.block = v.block and i.place = v.place)))
                      from registry.version v where v.block = r.block), '[]') as versions
     from events.received r left join identity.organisation o on o.no = r.org_no
     left join identity.organisation v on v.no = r.via_no
     left join events.context c on c.id = r.context_id left join events.block b on b.block = r.block
     where r.block = any($1::bigint[])`,
    [blocks],
  );
  return rows;
}

export interface EventColumns {
  readonly id: string;
  readonly identityKey: string;
  /** Milliseconds since 1970, as text: exact where the column holds parts of one. */
  readonly eventTime: string;
  readonly type: number;
  readonly action: number;
  readonly declares: boolean;
  readonly derivation: number;
  readonly bizStep: string | null;
  readonly disposition: string | null;
  readonly hash: string;
  readonly content: string;
  readonly facts: string;
}

export async function selectEvents(db: Queryable, ids: readonly string[]): Promise<EventColumns[]> {
  const { rows } = await db.query<EventColumns>(
    `select id, identity_key as "identityKey", trim_scale(extract(epoch from event_time) * 1000)::text as "eventTime", type, action, declares, derivation,
            biz_step as "bizStep", disposition, encode(hash, 'hex') as hash, encode(content, 'hex') as content,
            encode(facts, 'hex') as facts
     from events.event where id = any($1::uuid[])`,
    [ids],
  );
  return rows;
}

export interface RecordColumns {
  readonly identityKey: string;
  readonly orgNo: number;
  /** A bigint as text. */
  readonly variant: string;
  readonly eventId: string;
  readonly block: number;
  readonly place: number;
}

const RECORD = `identity_key as "identityKey", org_no as "orgNo", variant::text as variant, event_id as "eventId", block,
  place`;

export async function selectRecords(db: Queryable, identityKeys: readonly string[]): Promise<RecordColumns[]> {
  const { rows } = await db.query<RecordColumns>(
    `select ${RECORD} from events.record where identity_key = any($1::uuid[])`,
    [identityKeys],
  );
  return rows;
}

export interface TouchColumns {
  readonly unit: string;
  readonly eventId: string;
  readonly role: number;
}

/** Which of these touches are not there. */
export async function selectMissingTouches(db: Queryable, touches: readonly TouchColumns[]): Promise<TouchColumns[]> {
  const { rows } = await db.query<TouchColumns>(
    `select unit, "eventId", role from unnest($1::uuid[], $2::uuid[], $3::smallint[]) as w (unit, "eventId", role)
     where not exists (select 1 from events.touch t
                       where t.unit = w.unit and t.event_id = w."eventId" and t.role = w.role)`,
    [touches.map(({ unit }) => unit), touches.map(({ eventId }) => eventId), touches.map(({ role }) => role)],
  );
  return rows;
}

export async function countRows(db: Queryable): Promise<{ readonly touches: number; readonly records: number }> {
  const { rows } = await db.query<{ touches: number; records: number }>(
    'select (select count(*) from events.touch) as touches, (select count(*) from events.record) as records',
  );
  return rows[0] ?? { touches: 0, records: 0 };
}

/** Places of blocks that more than one record claims. */
export async function selectSharedPlaces(db: Queryable): Promise<{ readonly block: number; readonly place: number }[]> {
  const { rows } = await db.query<{ block: number; place: number }>(
    'select block, place from events.record group by 1, 2 having count(*) > 1 order by 1, 2 limit 10000',
  );
  return rows;
}

export async function selectIdentities(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; identityKey: string }>(
    'select id, identity_key as "identityKey" from events.event where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, identityKey }) => [id, identityKey]));
}

/** A copy of all touches, from which those that are explained are taken. Gone with the transaction. */
export async function copyTouches(db: Queryable): Promise<void> {
  await db.query('create temporary table unexplained on commit drop as table events.touch');
  await db.query('create index on unexplained (event_id, unit)');
}

export async function explainTouches(db: Queryable, touches: readonly TouchColumns[]): Promise<void> {
  await db.query(
    `delete from unexplained u using unnest($1::uuid[], $2::uuid[], $3::smallint[]) as w (unit, event_id, role)
     where u.event_id = w.event_id and u.unit = w.unit and u.role = w.role`,
    [touches.map(({ unit }) => unit), touches.map(({ eventId }) => eventId), touches.map(({ role }) => role)],
  );
}

export async function selectUnexplained(db: Queryable, max: number): Promise<TouchColumns[]> {
  const { rows } = await db.query<TouchColumns>(
    'select unit, event_id as "eventId", role from unexplained order by event_id, unit, role limit $1',
    [max],
  );
  return rows;
}

/** Blocks that neither the log nor what waits for it knows, of those behind a number; and the last one looked at. */
export async function selectUnloggedBlocks(
  db: Queryable,
  after: number | null,
  count: number,
): Promise<{ readonly last: number; readonly unlogged: readonly number[] } | undefined> {
  // One statement, so that a run which moves from one to the other meanwhile is seen in one of them.
  const { rows } = await db.query<{ last: number | null; unlogged: readonly number[] | null }>(
    `with page as (select block from events.received where $1::bigint is null or block > $1 order by block limit $2)
     select max(block) as last, array_agg(block order by block) filter (
       where not exists (select 1 from integrity.log l where l.block = page.block)
         and not exists (select 1 from integrity.pending p where p.block = page.block))::float8[] as unlogged
     from page`,
    [after, count],
  );
  const [row] = rows;
  return row?.last == null ? undefined : { last: row.last, unlogged: row.unlogged ?? [] };
}

/** Blocks that wait for the log more than once. */
export async function selectWaitingTwice(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ block: number }>(
    'select block from integrity.pending group by block having count(*) > 1 order by block limit 10000',
  );
  return rows.map(({ block }) => block);
}

/** What the store says of the version of the rules that it is derived by: one row. */
export async function selectDerivations(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ version: number }>('select version from events.derivation limit 10');
  return rows.map(({ version }) => version);
}

/** Rows of `events.block` without anything received. */
export async function selectStrayBlocks(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ block: number }>(
    `select block from events.block b where not exists (select 1 from events.received r where r.block = b.block)
     order by block limit 10000`,
  );
  return rows.map(({ block }) => block);
}

/** Master data of blocks that hold none, and identifiers of no master data. */
export async function selectStrayVersions(
  db: Queryable,
): Promise<{ readonly block: number; readonly place: number }[]> {
  const { rows } = await db.query<{ block: number; place: number }>(
    `select block, place from registry.version v
     where not exists (select 1 from events.received r where r.block = v.block and r.binding = 3)
     union select block, place from registry.identifier i
     where not exists (select 1 from registry.version v where v.block = i.block and v.place = i.place)
     order by block, place limit 10000`,
  );
  return rows;
}

/** Events behind an id that nobody recorded; and the last one looked at. */
export async function selectUnrecorded(
  db: Queryable,
  after: string | null,
  count: number,
): Promise<{ readonly last: string; readonly unrecorded: readonly string[] } | undefined> {
  const { rows } = await db.query<{ last: string | null; unrecorded: readonly string[] | null }>(
    `with page as (select id, identity_key from events.event where $1::uuid is null or id > $1 order by id limit $2)
     select max(id::text) as last, array_agg(id order by id) filter (
       where not exists (select 1 from events.record r where r.identity_key = page.identity_key and r.event_id = page.id)
     ) as unrecorded from page`,
    [after, count],
  );
  const [row] = rows;
  return row?.last == null ? undefined : { last: row.last, unrecorded: row.unrecorded ?? [] };
}

/** Records, ascending by their key, from behind one on. */
export async function selectRecordsAfter(
  db: Queryable,
  after: Pick<RecordColumns, 'identityKey' | 'orgNo' | 'variant'>,
  count: number,
): Promise<RecordColumns[]> {
  const { rows } = await db.query<RecordColumns>(
    `select ${RECORD} from events.record where (identity_key, org_no, variant) > ($1::uuid, $2::int, $3::bigint)
     order by events.record.identity_key, events.record.org_no, events.record.variant limit $4`,
    [after.identityKey, after.orgNo, after.variant, count],
  );
  return rows;
}

/** The events that blocks say they hold, and who recorded them. */
export async function selectBlocks(
  db: Queryable,
  blocks: readonly number[],
): Promise<Map<number, { readonly eventIds: readonly string[]; readonly orgNo: number }>> {
  const { rows } = await db.query<{ block: number; eventIds: readonly string[]; orgNo: number }>(
    `select b.block, b.event_ids as "eventIds", r.org_no as "orgNo"
     from events.block b join events.received r on r.block = b.block where b.block = any($1::bigint[])`,
    [blocks],
  );
  return new Map(rows.map((row) => [row.block, row]));
}

/** Contexts behind an id. */
export async function selectContexts(
  db: Queryable,
  after: string | null,
  count: number,
): Promise<{ readonly id: string; readonly body: string }[]> {
  const { rows } = await db.query<{ id: string; body: string }>(
    'select id, body from events.context where $1::uuid is null or id > $1 order by id limit $2',
    [after, count],
  );
  return rows;
}

/** Jobs that are gone, or contradict themselves or what was received with them. */
export async function selectJobFaults(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with stored as (select job_id as id, sum(cardinality(b.event_ids)) as events
                     from events.received r left join events.block b on b.block = r.block
                     where job_id is not null group by job_id)
     select coalesce(j.id, s.id) as id from events.capture_job j full join stored s on s.id = j.id
     where j.id is null or j.captured_count <> coalesce(s.events, 0)
        -- In bigint, so that no sum is beyond its type.
        or j.event_count < j.captured_count::bigint + j.duplicate_count or least(j.duplicate_count, j.error_count) < 0
        or j.success and (j.error_count <> 0 or j.event_count <> j.captured_count::bigint + j.duplicate_count)
        or case when json_typeof(j.errors) = 'array' then json_array_length(j.errors) > j.error_count else true end
     union
     select j.id from events.received r join events.capture_job j on j.id = r.job_id
     where j.org_no <> r.org_no or j.key_id is distinct from r.key_id
        -- What has a leaf of version 1 need not have been received at the time of its job.
        or (j.created_at <> r.received_at and r.leaf_version > 1)
     order by 1 limit 10000`,
  );
  return rows.map(({ id }) => id);
}
