import type { Queryable, Tx } from '../../platform/db/index.ts';

/** Leaves the leaves of newly stored events for the sequencer; same transaction, same fate. */
export async function enqueueLeaves(tx: Tx, eventIds: readonly string[], leafHashes: readonly Buffer[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.query('insert into integrity.pending (event_ids, leaf_hashes) values ($1::uuid[], $2::bytea[])', [
    eventIds,
    leafHashes,
  ]);
}

const BATCHES_PER_RUN = 100; // of at most 1,000 leaves each: one transaction of some 10 MB of WAL

/**
 * Moves the oldest pending leaves to the end of the log. Returns how many batches moved.
 * The advisory lock is held to the end of the transaction: one sequencer at any moment, in any process.
 */
export async function sequenceOnce(tx: Tx): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('suyuan.sequencer', 0))");
  const { rows } = await tx.query<{ batches: number }>(
    `with taken as (
       delete from integrity.pending
       where id in (select id from integrity.pending order by id limit ${BATCHES_PER_RUN})
       returning id, event_ids, leaf_hashes
     ), leaves as (
       select row_number() over (order by t.id, u.place) - 1 as rank, u.event_id, u.leaf_hash
       from taken t, unnest(t.event_ids, t.leaf_hashes) with ordinality as u (event_id, leaf_hash, place)
     ), written as (
       insert into integrity.log (position, event_id, leaf_hash)
       select (select coalesce(max(position) + 1, 0) from integrity.log) + rank, event_id, leaf_hash from leaves
     )
     select count(*)::int as batches from taken`,
  );
  return rows[0]?.batches ?? 0;
}

/** How many leaves the log has, and how many batches wait for the sequencer. */
export async function logHead(db: Queryable): Promise<{ size: number; pendingBatches: number }> {
  const { rows } = await db.query<{ size: number; pending: number }>(
    `select coalesce((select max(position) + 1 from integrity.log), 0)::float8 as size,
            (select count(*) from integrity.pending)::int as pending`,
  );
  return { size: rows[0]?.size ?? 0, pendingBatches: rows[0]?.pending ?? 0 };
}

/** A leaf of the log. */
export interface Leaf {
  readonly position: number;
  readonly leafHash: Buffer;
}

/** The leaf of an event row; undefined until the sequencer has been there. */
export async function findLeaf(db: Queryable, eventId: string): Promise<Leaf | undefined> {
  const { rows } = await db.query<Leaf>(
    'select position::float8 as position, leaf_hash as "leafHash" from integrity.log where event_id = $1',
    [eventId],
  );
  return rows[0];
}

/** A leaf with the row it stands for. */
export interface StoredLeaf extends Leaf {
  readonly eventId: string;
}

/** Leaves of the log in order, from a position on. */
export async function selectLeaves(db: Queryable, from: number, count: number): Promise<StoredLeaf[]> {
  const { rows } = await db.query<StoredLeaf>(
    `select position::float8 as position, event_id as "eventId", leaf_hash as "leafHash"
     from integrity.log where position >= $1 order by position limit $2`,
    [from, count],
  );
  return rows;
}

/**
 * Which of these rows have neither a leaf in the log nor one that waits for the sequencer. One statement, so that a
 * leaf which moves from one to the other meanwhile is seen in one of them.
 */
export async function selectUnlogged(db: Queryable, eventIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from unnest($1::uuid[]) as given (id)
     where not exists (select 1 from integrity.log where event_id = id)
     except select unnest(event_ids) from integrity.pending
     order by id`,
    [eventIds],
  );
  return rows.map(({ id }) => id);
}
