/** SQL of clocks: what is due of whom, and until when. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface ClockRow {
  readonly orgNo: number;
  readonly pack: string;
  readonly clock: string;
  /** Canonical code of a unit; empty where it is of the organisation itself. */
  readonly subject: string;
  readonly startedEvent: string;
  /** eventID, or the CBV hash ID, as of what ended it. */
  readonly startedBy: string;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly lastDay: string | null;
  readonly isProvisional: boolean;
  readonly isPaused: boolean;
  readonly endedEvent: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly isDone: boolean;
}

/** Clocks are reckoned by one at a time: two whose batches name one unit would each put in place what the other has. */
export async function takeClocks(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('suyuan.clocks', 0))");
}

/** Those of these units that have a clock. */
export async function selectClocked(tx: Tx, units: readonly string[]): Promise<string[]> {
  if (units.length === 0) return [];
  const { rows } = await tx.query<{ subject: string }>(
    `select distinct subject from compliance.clock where subject = any($1::text[]) and subject <> ''`,
    [units],
  );
  return rows.map(({ subject }) => subject);
}

/** Units whose clocks one of these events starts or ends by now. */
export async function selectSubjectsOf(tx: Tx, eventIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ subject: string }>(
    `select subject from compliance.clock where started_event = any($1::uuid[]) and subject <> ''
     union select subject from compliance.clock where ended_event = any($1::uuid[]) and subject <> ''`,
    [eventIds],
  );
  return rows.map(({ subject }) => subject);
}

/** Organisations of whose own clocks one of these events starts or ends one by now. */
export async function selectOwnersOf(tx: Tx, eventIds: readonly string[]): Promise<number[]> {
  const { rows } = await tx.query<{ orgNo: number }>(
    `select org_no as "orgNo" from compliance.clock where started_event = any($1::uuid[]) and subject = ''
     union select org_no from compliance.clock where ended_event = any($1::uuid[]) and subject = ''`,
    [eventIds],
  );
  return rows.map(({ orgNo }) => orgNo);
}

/** In place of all clocks of these units. */
export async function replaceUnitClocks(tx: Tx, units: readonly string[], clocks: readonly ClockRow[]): Promise<void> {
  await tx.query(`delete from compliance.clock where subject = any($1::text[]) and subject <> ''`, [units]);
  await insertClocks(tx, clocks);
}

/** In place of all clocks of these organisations themselves. */
export async function replaceOwnClocks(tx: Tx, orgNos: readonly number[], clocks: readonly ClockRow[]): Promise<void> {
  await tx.query(`delete from compliance.clock where org_no = any($1::int[]) and subject = ''`, [orgNos]);
  await insertClocks(tx, clocks);
}

async function insertClocks(tx: Tx, clocks: readonly ClockRow[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.query(
    `insert into compliance.clock (org_no, pack, clock, subject, started_event, started_by, started_at, due_at, last_day,
       is_provisional, is_paused, ended_event, ended_by, ended_at, is_done)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::timestamptz[],
       $9::date[], $10::boolean[], $11::boolean[], $12::uuid[], $13::text[], $14::timestamptz[], $15::boolean[])`,
    [
      clocks.map(({ orgNo }) => orgNo),
      clocks.map(({ pack }) => pack),
      clocks.map(({ clock }) => clock),
      clocks.map(({ subject }) => subject),
      clocks.map(({ startedEvent }) => startedEvent),
      clocks.map(({ startedBy }) => startedBy),
      clocks.map(({ startedAt }) => startedAt),
      clocks.map(({ dueAt }) => dueAt),
      clocks.map(({ lastDay }) => lastDay),
      clocks.map(({ isProvisional }) => isProvisional),
      clocks.map(({ isPaused }) => isPaused),
      clocks.map(({ endedEvent }) => endedEvent),
      clocks.map(({ endedBy }) => endedBy),
      clocks.map(({ endedAt }) => endedAt),
      clocks.map(({ isDone }) => isDone),
    ],
  );
}

/** Ids of an organisation's newest records of these stages. */
export async function selectNewestOf(
  tx: Tx,
  {
    orgNo,
    pack,
    stages,
    limit,
  }: { readonly orgNo: number; readonly pack: string; readonly stages: readonly string[]; readonly limit: number },
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select event_id as id from compliance.judged where org_no = $1 and pack = $2 and stage = any($3::text[])
     order by event_id desc limit $4`,
    [orgNo, pack, stages, limit],
  );
  return rows.map(({ id }) => id);
}

export type ClockState = 'overdue' | 'open' | 'paused' | 'unknown' | 'done' | 'late' | 'stopped';

export interface ClocksWanted {
  readonly pack?: string | undefined;
  readonly clock?: string | undefined;
  readonly state?: ClockState | undefined;
  readonly subject?: string | undefined;
  readonly now: Date;
  /** Behind which the page begins. */
  readonly after?:
    | { readonly dueMs: number; readonly startedEvent: string; readonly clock: string; readonly subject: string }
    | undefined;
  readonly limit: number;
}

const STATE = `case when ended_at is not null and not is_done then 'stopped'
  when ended_at is not null and due_at is not null and ended_at >= due_at then 'late'
  when ended_at is not null then 'done'
  when is_paused then 'paused' when due_at is null then 'unknown' when due_at <= $1 then 'overdue' else 'open' end`;
/** In the order of the due times; what has none comes last. */
const DUE = `coalesce((extract(epoch from due_at) * 1000)::bigint, 9000000000000000)`;

const CLOCK = `org_no as "orgNo", pack, clock, subject, started_event as "startedEvent", started_by as "startedBy", started_at as "startedAt",
  due_at as "dueAt", last_day::text as "lastDay", is_provisional as "isProvisional", is_paused as "isPaused",
  ended_event as "endedEvent", ended_by as "endedBy", ended_at as "endedAt", is_done as "isDone"`;

export interface ToldClock extends ClockRow {
  readonly state: ClockState;
  readonly dueMs: number;
}

export async function selectClocks(
  db: Queryable,
  { pack, clock, state, subject, now, after, limit }: ClocksWanted,
): Promise<ToldClock[]> {
  const { rows } = await db.query<ToldClock>(
    `select * from (select ${CLOCK}, ${STATE} as state, ${DUE} as "dueMs" from compliance.clock
                    where ($2::text is null or pack = $2) and ($3::text is null or clock = $3) and ($4::text is null or subject = $4)) c
     where ($5::text is null or state = $5)
       and ($6::bigint is null or ("dueMs", "startedEvent", clock, subject) > ($6::bigint, $7::uuid, $8::text, $9::text))
     order by "dueMs", "startedEvent", clock, subject limit $10`,
    [
      ...[now, pack ?? null, clock ?? null, subject ?? null, state ?? null],
      ...[after?.dueMs ?? null, after?.startedEvent ?? null, after?.clock ?? null, after?.subject ?? null],
      limit,
    ],
  );
  return rows;
}

export interface ClockCount {
  readonly pack: string;
  readonly clock: string;
  readonly state: ClockState;
  readonly count: number;
  /** Of these, open and due by the second moment. */
  readonly soon: number;
  /** The earliest last day; null where they are of hours. */
  readonly firstDay: string | null;
}

export async function countClocks(
  db: Queryable,
  { now, soon }: { readonly now: Date; readonly soon: Date },
): Promise<ClockCount[]> {
  const { rows } = await db.query<ClockCount>(
    `select pack, clock, state, count(*)::int as count, (count(*) filter (where state = 'open' and due_at <= $2))::int as soon,
       min(last_day)::text as "firstDay"
     from (select pack, clock, due_at, last_day, ${STATE} as state from compliance.clock) c group by 1, 2, 3 order by 1, 2, 3`,
    [now, soon],
  );
  return rows;
}
