/** SQL of deriving anew. */
import type { Queryable, Tx } from '../../../platform/db/index.ts';
import { DERIVATION } from '../capture/derive.ts';
import { BINDING_NUMBERS } from '../roles.ts';

/** The version of the rules that the whole store is derived by. */
export async function selectVersion(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ version: number }>('select version from events.derivation');
  return rows[0]?.version ?? 0;
}

export async function updateVersion(db: Queryable): Promise<void> {
  await db.query('update events.derivation set version = $1', [DERIVATION]);
}

export async function countBlocks(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select count(*) as n from events.received');
  return rows[0]?.n ?? 0;
}

/** Blocks behind one, so many; of those derived by today's rules nothing is said unless all are wanted. */
export async function selectBlocksAfter(
  db: Queryable,
  after: number,
  { count, isAll }: { readonly count: number; readonly isAll: boolean },
): Promise<{ readonly last: number; readonly seen: number; readonly blocks: readonly number[] } | undefined> {
  const { rows } = await db.query<{ block: number; isWanted: boolean }>(
    // Of master data nothing tells the version, and there is little of it.
    `select p.block, $3 or p.binding = ${BINDING_NUMBERS.vocabulary} or b.block is null or exists (
       select 1 from unnest(b.event_ids) as i (id) left join events.event e on e.id = i.id
       where e.derivation is distinct from $4) as "isWanted"
     from (select block, binding from events.received where block > $1 order by block limit $2) p
     left join events.block b on b.block = p.block order by p.block`,
    [after, count, isAll, DERIVATION],
  );
  const last = rows.at(-1)?.block;
  if (last === undefined) return undefined;
  return { last, seen: rows.length, blocks: rows.filter(({ isWanted }) => isWanted).map(({ block }) => block) };
}

/** While events are derived anew, touches are found by event and records by block. */
export async function addIndexes(db: Queryable): Promise<void> {
  await db.query('create index concurrently if not exists touch_event on events.touch (event_id)');
  await db.query('create index concurrently if not exists record_block on events.record (block)');
}

export async function dropIndexes(db: Queryable): Promise<void> {
  await db.query('drop index concurrently if exists events.touch_event');
  await db.query('drop index concurrently if exists events.record_block');
}

/** Takes the records of a block away, to be written anew; returns which events they and the block were of. */
export async function takeRecords(tx: Tx, block: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `with taken as (delete from events.record where block = $1 returning event_id),
          listed as (delete from events.block where block = $1 returning event_ids)
     select event_id as id from taken union select unnest(event_ids) from listed`,
    [block],
  );
  return rows.map(({ id }) => id);
}

/** Which of these events are there as today's rules derive them. */
export async function selectCurrent(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from events.event where id = any($1::uuid[]) and derivation = $2',
    [ids, DERIVATION],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which of these events somebody has recorded. */
export async function selectRecorded(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `select e.id from events.event e where e.id = any($1::uuid[])
       and exists (select 1 from events.record r where r.identity_key = e.identity_key and r.event_id = e.id)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function deleteEvents(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from events.touch where event_id = any($1::uuid[])', [ids]);
  await tx.query('delete from events.event where id = any($1::uuid[])', [ids]);
}

/** Takes away what nothing that was received explains: records and blocks of none, events of no record, touches of no event. */
export async function deleteStrays(tx: Tx): Promise<void> {
  await tx.query(
    `delete from events.block b where not exists (select 1 from events.received r where r.block = b.block)`,
  );
  await tx.query(
    `delete from registry.version v where not exists (select 1 from events.received r where r.block = v.block
       and r.binding = ${BINDING_NUMBERS.vocabulary})`,
  );
  await tx.query(
    `delete from registry.identifier i where not exists (select 1 from registry.version v where v.block = i.block
       and v.place = i.place)`,
  );
  await tx.query(
    `delete from events.record c where not exists (select 1 from events.block b where b.block = c.block
       and b.event_ids[c.place + 1] = c.event_id)`,
  );
  await tx.query(
    `delete from events.event e where not exists (
       select 1 from events.record r where r.identity_key = e.identity_key and r.event_id = e.id)`,
  );
  await tx.query('delete from events.touch t where not exists (select 1 from events.event e where e.id = t.event_id)');
}

/** One who derives anew at any moment, in any process; false where another does. Held until the connection is given back. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ isOurs: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('suyuan.reindex', 0)) as "isOurs"`,
  );
  return rows[0]?.isOurs ?? false;
}
