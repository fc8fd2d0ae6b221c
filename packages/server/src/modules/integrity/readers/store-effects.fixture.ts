/** What the readers of tests leave behind: every position that they went through, in the order in which they did. */
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { LogGroup } from './attempt.ts';

export async function makeEffects(db: Db): Promise<void> {
  await db.query(
    `create table effect (n int generated always as identity, position bigint primary key, org_no int not null);
     grant select, insert on effect to suyuan_app;
     alter table effect enable row level security;
     create policy tenant on effect using (org_no = identity.acting_org()) with check (org_no = identity.acting_org())`,
  );
}

export async function recordEffects(tx: Tx, { orgNo, runs }: LogGroup): Promise<void> {
  await tx.query(
    `insert into effect (position, org_no)
     select first + i, $3 from unnest($1::bigint[], $2::int[]) as run (first, count), generate_series(0, count - 1) as i
     order by 1`,
    [runs.map(({ first }) => first), runs.map(({ count }) => count), orgNo],
  );
}

/** Positions of the organisation in the order in which they were handled. */
export async function effectsOf(db: Db, orgNo: number): Promise<number[]> {
  const { rows } = await db.query<{ position: number }>('select position from effect where org_no = $1 order by n', [
    orgNo,
  ]);
  return rows.map(({ position }) => position);
}

/** Positions of the organisation in the log, in order. */
export async function positionsOf(db: Db, orgNo: number): Promise<number[]> {
  const { rows } = await db.query<{ position: number }>(
    `select first_position + i as position from integrity.log, generate_series(0, octet_length(leaves) / 32 - 1) as i
     where org_no = $1 order by 1`,
    [orgNo],
  );
  return rows.map(({ position }) => position);
}
