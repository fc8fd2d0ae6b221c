/** SQL of the readers: what they read of the log, and what they keep of themselves. */
import type { Queryable, Tx } from '../../../platform/db/index.ts';

/** A run of the log: the leaves of one block. */
export interface LogRun {
  /** Position of its first leaf. */
  readonly first: number;
  /** Its leaves: 1 to 64. */
  readonly count: number;
  readonly block: number;
}

export interface OwnedRun extends LogRun {
  readonly orgNo: number;
}

const RUN = 'first_position as first, octet_length(leaves) / 32 as count, block, org_no as "orgNo"';

// ---- What is read of the log

/** Runs from a position on, of all organisations. */
export async function selectRunsFrom(db: Queryable, position: number, limit: number): Promise<OwnedRun[]> {
  const { rows } = await db.query<OwnedRun>(
    `select ${RUN} from integrity.log where first_position >= $1 order by first_position limit $2`,
    [position, limit],
  );
  return rows;
}

/** Positions from the one up to, and without, the other. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

/** Runs of one organisation within a stretch. */
export async function selectRunsOf(
  db: Queryable,
  orgNo: number,
  { from, before, limit }: Stretch & { readonly limit: number },
): Promise<OwnedRun[]> {
  const { rows } = await db.query<OwnedRun>(
    `select ${RUN} from integrity.log where org_no = $1 and first_position >= $2 and first_position < $3
     order by first_position limit $4`,
    [orgNo, from, before, limit],
  );
  return rows;
}

// ---- One worker a reader, one savepoint a group

const KEY = "hashtextextended('suyuan.reader.' || $1, 0)";

/** Whether this transaction is now the reader's only one, in any process; until it ends. */
export async function tryLockReader(tx: Tx, reader: string): Promise<boolean> {
  const { rows } = await tx.query<{ isOurs: boolean }>(`select pg_try_advisory_xact_lock(${KEY}) as "isOurs"`, [
    reader,
  ]);
  return rows[0]?.isOurs === true;
}

/** Waits for the transaction of the reader that is under way, and keeps the next one off until this one ends. */
export async function lockReader(tx: Tx, reader: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${KEY})`, [reader]);
}

/** From here on until `endGroup` the transaction is the organisation's: a tenant's, whom row security binds. */
export async function beginGroup(tx: Tx, orgNo: number): Promise<void> {
  await tx.query('savepoint reader_group');
  await tx.query(
    `select set_config('app.org', $1, true), set_config('row_security', 'on', true), set_config('role', 'suyuan_app', true)`,
    [String(orgNo)],
  );
}

export async function endGroup(tx: Tx): Promise<void> {
  await tx.query('release savepoint reader_group');
  await tx.query(
    `select set_config('role', 'none', true), set_config('row_security', 'off', true), set_config('app.org', '', true)`,
  );
}

/** As if the group had not begun. */
export async function undoGroup(tx: Tx): Promise<void> {
  await tx.query('rollback to savepoint reader_group');
  await endGroup(tx);
}

// ---- How far a reader is

/** The first position that it has not been through; undefined of a reader that never ran. */
export async function findCheckpoint(db: Queryable, reader: string): Promise<number | undefined> {
  const { rows } = await db.query<{ position: number }>('select position from integrity.reader where name = $1', [
    reader,
  ]);
  return rows[0]?.position;
}

export async function insertReader(tx: Tx, reader: string): Promise<void> {
  await tx.query('insert into integrity.reader (name) values ($1)', [reader]);
}

export async function updateCheckpoint(tx: Tx, reader: string, position: number): Promise<void> {
  await tx.query('update integrity.reader set position = $2 where name = $1', [reader, position]);
}

// ---- Organisations on hold

export interface Hold {
  readonly orgNo: number;
  readonly position: number;
  readonly attempts: number;
  readonly retryAt: Date;
  readonly error: string | null;
}

const HOLD = 'org_no as "orgNo", position, attempts, retry_at as "retryAt", error';

export async function selectHeldAmong(db: Queryable, reader: string, orgNos: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ orgNo: number }>(
    'select org_no as "orgNo" from integrity.reader_hold where reader = $1 and org_no = any($2::int[])',
    [reader, orgNos],
  );
  return new Set(rows.map(({ orgNo }) => orgNo));
}

/** Organisations whose hold is due, the longest due first. */
export async function selectDueHolds(
  db: Queryable,
  reader: string,
  { dueAt, limit }: { readonly dueAt: Date; readonly limit: number },
): Promise<number[]> {
  const { rows } = await db.query<{ orgNo: number }>(
    `select org_no as "orgNo" from integrity.reader_hold where reader = $1 and retry_at <= $2
     order by retry_at, org_no limit $3`,
    [reader, dueAt, limit],
  );
  return rows.map(({ orgNo }) => orgNo);
}

export async function findHold(db: Queryable, reader: string, orgNo: number): Promise<Hold | undefined> {
  const { rows } = await db.query<Hold>(`select ${HOLD} from integrity.reader_hold where reader = $1 and org_no = $2`, [
    reader,
    orgNo,
  ]);
  return rows[0];
}

/** Writes a hold, in place of the organisation's earlier one. */
export async function upsertHold(tx: Tx, reader: string, hold: Hold): Promise<void> {
  await tx.query(
    `insert into integrity.reader_hold (reader, org_no, position, attempts, retry_at, error)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (reader, org_no) do update set position = excluded.position, attempts = excluded.attempts,
       retry_at = excluded.retry_at, error = excluded.error`,
    [reader, hold.orgNo, hold.position, hold.attempts, hold.retryAt, hold.error],
  );
}

export async function deleteHold(tx: Tx, reader: string, orgNo: number): Promise<void> {
  await tx.query('delete from integrity.reader_hold where reader = $1 and org_no = $2', [reader, orgNo]);
}

// ---- Runs that are parked

export interface ParkedRun extends OwnedRun {
  readonly attempts: number;
  readonly error: string;
  readonly parkedAt: Date;
  /** When somebody asked for it to be tried again. */
  readonly retryAt: Date | null;
}

const PARKED = `position as first, count, block, org_no as "orgNo", attempts, error, parked_at as "parkedAt",
  retry_at as "retryAt"`;

/** In the order of the log. */
export async function selectParked(db: Queryable, reader: string, limit: number): Promise<ParkedRun[]> {
  const { rows } = await db.query<ParkedRun>(
    `select ${PARKED} from integrity.reader_parked where reader = $1 order by position limit $2`,
    [reader, limit],
  );
  return rows;
}

/** Those that somebody asked for, in the order of the log. */
export async function selectDueParked(
  db: Queryable,
  reader: string,
  { dueAt, limit }: { readonly dueAt: Date; readonly limit: number },
): Promise<ParkedRun[]> {
  const { rows } = await db.query<ParkedRun>(
    `select ${PARKED} from integrity.reader_parked where reader = $1 and retry_at <= $2 order by position limit $3`,
    [reader, dueAt, limit],
  );
  return rows;
}

/** Parks a run, or writes what became of it when it was tried again. */
export async function upsertParked(tx: Tx, reader: string, run: ParkedRun): Promise<void> {
  await tx.query(
    `insert into integrity.reader_parked (reader, position, count, block, org_no, attempts, error, parked_at, retry_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (reader, position) do update set attempts = excluded.attempts, error = excluded.error,
       retry_at = excluded.retry_at`,
    [reader, run.first, run.count, run.block, run.orgNo, run.attempts, run.error, run.parkedAt, run.retryAt],
  );
}

/** The parked run that begins at a position, which is no longer parked. */
export async function deleteParked(tx: Tx, reader: string, position: number): Promise<ParkedRun | undefined> {
  const { rows } = await tx.query<ParkedRun>(
    `delete from integrity.reader_parked where reader = $1 and position = $2 returning ${PARKED}`,
    [reader, position],
  );
  return rows[0];
}
