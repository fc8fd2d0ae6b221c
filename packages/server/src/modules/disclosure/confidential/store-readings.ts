/** SQL of the confidential readings of the organisation of the transaction. */
import type { Queryable, Tx } from '../../../platform/db/index.ts';

export interface Reading {
  readonly id: string;
  readonly caseNo: string;
  readonly reason: string;
  /** Of everybody where false. */
  readonly isOfSome: boolean;
  readonly days: number;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly validUntil: Date | null;
  readonly endedAt: Date | null;
  readonly toldAt: Date | null;
  /** Looks that wait to be told. */
  readonly heldCount: number;
}

const READING = `r.id, r.case_no as "caseNo", r.reason, r.about_nos is not null as "isOfSome", r.days,
  r.asked_by as "askedBy", a.name as "askedByName", r.asked_at as "askedAt", r.approved_by as "approvedBy",
  b.name as "approvedByName", r.approved_at as "approvedAt", r.valid_until as "validUntil", r.ended_at as "endedAt",
  r.told_at as "toldAt", (select count(*)::int from disclosure.held_look h where h.reading_id = r.id) as "heldCount"`;
const FROM = `disclosure.confidential_reading r join identity.person a on a.id = r.asked_by
  left join identity.person b on b.id = r.approved_by`;

/** The newest first; those before the one of this id, if one is given. */
export async function selectReadings(
  db: Queryable,
  { before, count }: { readonly before: string | null; readonly count: number },
): Promise<Reading[]> {
  const { rows } = await db.query<Reading>(
    `select ${READING} from ${FROM}
     where $1::uuid is null
       or (r.asked_at, r.id) < (select c.asked_at, c.id from disclosure.confidential_reading c where c.id = $1)
     order by r.asked_at desc, r.id desc limit $2`,
    [before, count],
  );
  return rows;
}

/** Locked until the transaction ends: of two who decide, one does. */
export async function findReading(tx: Tx, id: string): Promise<Reading | undefined> {
  const { rows } = await tx.query<Reading>(`select ${READING} from ${FROM} where r.id = $1 for update of r`, [id]);
  return rows[0];
}

export interface About {
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
}

/** About whom readings are, by their ids. */
export async function selectAbout(db: Queryable, ids: readonly string[]): Promise<Map<string, About[]>> {
  const { rows } = await db.query<About & { readingId: string }>(
    'select reading_id as "readingId", id, name, code from disclosure.confidential_about($1::uuid[])',
    [ids],
  );
  return Map.groupBy(rows, ({ readingId }) => readingId);
}

/** Those that are not over. */
export async function countReadings(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from disclosure.confidential_reading where ended_at is null',
  );
  return rows[0]?.count ?? 0;
}

export interface NewReading {
  readonly orgNo: number;
  readonly caseNo: string;
  readonly reason: string;
  /** Null: about everybody. */
  readonly aboutNos: readonly number[] | null;
  readonly days: number;
  readonly askedBy: string;
  readonly askedAt: Date;
}

export async function insertReading(tx: Tx, reading: NewReading): Promise<string> {
  const { orgNo, caseNo, reason, aboutNos, days, askedBy, askedAt } = reading;
  const { rows } = await tx.query<{ id: string }>(
    `insert into disclosure.confidential_reading (org_no, case_no, reason, about_nos, days, asked_by, asked_at)
     values ($1, $2, $3, $4::int[], $5, $6, $7) returning id`,
    [orgNo, caseNo, reason, aboutNos, days, askedBy, askedAt],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('the reading was not kept');
  return made.id;
}

export async function approveReading(
  tx: Tx,
  id: string,
  { by, at, until }: { readonly by: string; readonly at: Date; readonly until: Date },
): Promise<void> {
  await tx.query(
    `update disclosure.confidential_reading set approved_by = $2, approved_at = $3, valid_until = $4
     where id = $1 and approved_at is null and ended_at is null`,
    [id, by, at, until],
  );
}

/** Whether there was one that had not ended. */
export async function endReading(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update disclosure.confidential_reading set ended_at = $2 where id = $1 and ended_at is null',
    [id, at],
  );
  return rowCount === 1;
}
