/** SQL of tries at secrets. */
import type { Queryable } from '../../../platform/db/index.ts';

interface Bounds {
  /** How many go without waiting. */
  readonly free: number;
  /** Seconds after the last of those; twice as long after each further one. */
  readonly firstS: number;
  readonly longestS: number;
}

/** Counts one; false, and not counted, while this key has to wait. */
export async function addAttempt(db: Queryable, key: Buffer, { free, firstS, longestS }: Bounds): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into identity.attempt as a (key, failures, since) values ($1, 1, clock_timestamp())
     on conflict (key) do update set
       failures = case when a.since < now() - interval '1 day' then 1 else a.failures + 1 end,
       since = case when a.since < now() - interval '1 day' then clock_timestamp() else a.since end,
       blocked_until = case when a.failures + 1 >= $2::int and a.since >= now() - interval '1 day'
         then clock_timestamp() + make_interval(secs => least($4::float8, $3::float8 * power(2, least(a.failures + 1 - $2::int, 10)))) end
     where a.blocked_until is null or a.blocked_until <= clock_timestamp()`,
    [key, free, firstS, longestS],
  );
  return rowCount === 1;
}

export async function secondsBlocked(db: Queryable, key: Buffer): Promise<number> {
  const { rows } = await db.query<{ seconds: number }>(
    `select greatest(1, ceil(extract(epoch from blocked_until - clock_timestamp())))::int as seconds
     from identity.attempt where key = $1`,
    [key],
  );
  return rows[0]?.seconds ?? 1;
}

export async function deleteAttempt(db: Queryable, key: Buffer): Promise<void> {
  await db.query('delete from identity.attempt where key = $1', [key]);
}

export async function lessenAttempts(db: Queryable, keys: readonly Buffer[]): Promise<void> {
  await db.query(
    'update identity.attempt set failures = greatest(failures - 1, 0), blocked_until = null where key = any($1)',
    [keys],
  );
}

/** What is older than a day counts no more. */
export async function dropOldAttempts(db: Queryable): Promise<void> {
  await db.query(
    `delete from identity.attempt
      where since < now() - interval '1 day' and (blocked_until is null or blocked_until < now())`,
  );
}
