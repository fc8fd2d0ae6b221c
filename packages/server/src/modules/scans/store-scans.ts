/** SQL of the counts of look-ups. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Tally } from './tally.ts';

const TALLY = `s.scans::float8 as scans, s.first_at as "firstAt", s.last_on::text as "lastOn", s.since::text as since, s.days, s.seen,
  s.doubted_on::text as "doubtedOn"`;

export async function selectTally(db: Queryable, code: string): Promise<Tally | undefined> {
  const { rows } = await db.query<Tally>(`select ${TALLY} from scans.scan s where s.code = $1 limit 1`, [code]);
  return rows[0];
}

/** Locked in their order, so that two programs which write the same codes wait for each other and add up. */
export async function selectLocked(
  db: Queryable,
  codes: readonly string[],
): Promise<readonly (Tally & { readonly code: string })[]> {
  const { rows } = await db.query<Tally & { readonly code: string }>(
    `select s.code, ${TALLY} from scans.scan s where s.code = any($1) order by s.code limit $2 for update`,
    [codes, codes.length],
  );
  return rows;
}

/** Those that are there already stay as they are. */
export async function insertMissing(db: Queryable, tallies: ReadonlyMap<string, Tally>): Promise<void> {
  await db.query(
    `insert into scans.scan (code, scans, first_at, last_on, since, days, seen, doubted_on)
     select code, scans, first_at, last_on, since, days, decode(seen, 'hex'), doubted_on ${GIVEN} order by code
     on conflict do nothing`,
    columnsOf(tallies),
  );
}

export async function updateTallies(db: Queryable, tallies: ReadonlyMap<string, Tally>): Promise<void> {
  await db.query(
    `update scans.scan s set scans = g.scans, first_at = g.first_at, last_on = g.last_on, since = g.since, days = g.days,
       seen = decode(g.seen, 'hex'), doubted_on = g.doubted_on
     ${GIVEN} where s.code = g.code`,
    columnsOf(tallies),
  );
}

/** Some of those that nobody has looked up since a day; how many. */
export async function deleteBefore(db: Queryable, day: string, most: number): Promise<number> {
  const { rowCount } = await db.query(
    'delete from scans.scan where code in (select code from scans.scan where last_on < $1 limit $2)',
    [day, most],
  );
  return rowCount ?? 0;
}

const GIVEN = `from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::date[], $5::date[], $6::int[], $7::text[], $8::date[])
  as g (code, scans, first_at, last_on, since, days, seen, doubted_on)`;

function columnsOf(tallies: ReadonlyMap<string, Tally>): unknown[] {
  const each = [...tallies.values()];
  return [
    [...tallies.keys()],
    each.map(({ scans }) => scans),
    each.map(({ firstAt }) => firstAt),
    each.map(({ lastOn }) => lastOn),
    each.map(({ since }) => since),
    each.map(({ days }) => days),
    each.map(({ seen }) => seen.toString('hex')),
    each.map(({ doubtedOn }) => doubtedOn),
  ];
}
