/** SQL of the log. It holds leaves in runs, a run a block of records. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

const LEAF_BYTES = 32;

/** The leaves of a block's records, in their order. */
export interface BlockLeaves {
  readonly block: number;
  readonly leaves: readonly Buffer[];
}

/** Leaves the leaves of an organisation's newly stored records for the sequencer; same transaction, same fate. */
export async function enqueueLeaves(tx: Tx, blocks: readonly BlockLeaves[], orgNo: number): Promise<void> {
  if (blocks.length === 0) return;
  await tx.query(
    `insert into integrity.pending (block, org_no, leaves)
     select block, $3, leaves from unnest($1::bigint[], $2::bytea[]) with ordinality as b (block, leaves, place)
     order by place`,
    [blocks.map(({ block }) => block), blocks.map(({ leaves }) => Buffer.concat(leaves)), orgNo],
  );
}

const SIZE = `select first_position + octet_length(leaves) / ${LEAF_BYTES} from integrity.log
  order by first_position desc limit 1`;

/** Of at most 64 leaves each: one transaction of some 4 MB. */
export const BLOCKS_PER_RUN = 2_000;

/**
 * Moves the oldest pending blocks to the end of the log. Returns how many moved.
 * The advisory lock is held to the end of the transaction: one sequencer at any moment, in any process.
 */
export async function sequenceOnce(tx: Tx): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('suyuan.sequencer', 0))");
  const { rows } = await tx.query<{ blocks: number }>(
    `with taken as (
       delete from integrity.pending
       where id in (select id from integrity.pending order by id limit ${BLOCKS_PER_RUN})
       returning id, block, org_no, leaves
     ), placed as (
       select block, org_no, leaves,
              (sum(octet_length(leaves)) over (order by id) - octet_length(leaves)) / ${LEAF_BYTES} as place
       from taken
     ), written as (
       insert into integrity.log (first_position, block, org_no, leaves)
       select (select coalesce(max(size), 0) from (${SIZE}) as head (size)) + place, block, org_no, leaves from placed
     )
     select count(*)::int as blocks from taken`,
  );
  return rows[0]?.blocks ?? 0;
}

/** How many leaves the log has, and how many blocks wait for the sequencer. */
export async function logHead(db: Queryable): Promise<{ size: number; pendingBatches: number }> {
  const { rows } = await db.query<{ size: number; pending: number }>(
    `select coalesce((${SIZE}), 0)::float8 as size, (select count(*) from integrity.pending)::int as pending`,
  );
  return { size: rows[0]?.size ?? 0, pendingBatches: rows[0]?.pending ?? 0 };
}

/** A leaf of the log. */
export interface Leaf {
  readonly position: number;
  readonly leafHash: Buffer;
}

/** Where a record stands: the place within its block. */
export interface Placed {
  readonly block: number;
  readonly place: number;
}

/** The leaf of a record; undefined until the sequencer has been there. */
export async function findLeaf(db: Queryable, { block, place }: Placed): Promise<Leaf | undefined> {
  const { rows } = await db.query<{ first: number; leafHash: Buffer }>(
    `select first_position as first, substring(leaves from $2::int for ${LEAF_BYTES}) as "leafHash"
     from integrity.log where block = $1`,
    [block, place * LEAF_BYTES + 1],
  );
  const [row] = rows;
  return row === undefined ? undefined : { position: row.first + place, leafHash: row.leafHash };
}

/** The leaf at a position in a block. */
export async function findLeafAt(
  db: Queryable,
  { block, position }: { readonly block: number; readonly position: number },
): Promise<Leaf | undefined> {
  const { rows } = await db.query<Pick<Leaf, 'leafHash'>>(
    `select substring(leaves from (($2 - first_position) * ${LEAF_BYTES} + 1)::int for ${LEAF_BYTES}) as "leafHash"
     from integrity.log where block = $1`,
    [block, position],
  );
  const [row] = rows;
  return row === undefined ? undefined : { position, leafHash: row.leafHash };
}

/** At which positions of the log blocks begin; those that the sequencer has not reached are left out. */
export async function selectPositions(db: Queryable, blocks: readonly number[]): Promise<Map<number, number>> {
  if (blocks.length === 0) return new Map();
  const { rows } = await db.query<{ block: number; first: number }>(
    'select block, first_position as first from integrity.log where block = any($1::bigint[])',
    [blocks],
  );
  return new Map(rows.map(({ block, first }) => [block, first]));
}

/** A run of the log. */
export interface Run {
  readonly first: number;
  readonly block: number;
  /** Leaves of it. */
  readonly count: number;
}

/** Runs of the log in order, from the one on that holds a position. */
export async function selectRuns(db: Queryable, position: number, count: number): Promise<Run[]> {
  const { rows } = await db.query<Run>(
    `select first_position as first, block, octet_length(leaves) / ${LEAF_BYTES} as count from integrity.log
     where first_position >= coalesce((select max(first_position) from integrity.log where first_position <= $1), 0)
     order by first_position limit $2`,
    [position, count],
  );
  return rows;
}

/** Runs of the log that begin before a position, the last first. */
export async function selectRunsBefore(db: Queryable, position: number, count: number): Promise<Run[]> {
  const { rows } = await db.query<Run>(
    `select first_position as first, block, octet_length(leaves) / ${LEAF_BYTES} as count from integrity.log
     where first_position < $1 order by first_position desc limit $2`,
    [position, count],
  );
  return rows;
}

/** The last position of the log whose leaf the reader may see; -1 where there is none. */
export async function lastPosition(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ last: number }>(`select coalesce((${SIZE}), 0)::float8 - 1 as last`);
  return rows[0]?.last ?? -1;
}

/** Leaves of the log in order, from a position where a run begins, of so many runs; 32 bytes each. */
export async function selectLeaves(
  db: Queryable,
  position: number,
  runs: number,
): Promise<{ readonly leaves: Buffer; readonly next: number } | undefined> {
  const { rows } = await db.query<{ first: number; leaves: Buffer }>(
    'select first_position as first, leaves from integrity.log where first_position >= $1 order by first_position limit $2',
    [position, runs],
  );
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  return {
    leaves: Buffer.concat(rows.map(({ leaves }) => leaves)),
    next: last.first + last.leaves.length / LEAF_BYTES,
  };
}
