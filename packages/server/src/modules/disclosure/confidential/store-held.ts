/** SQL of looks that are told afterwards: kept by the office that looks, told by the program. */
import type { ActingOrganisation } from '../../../platform/ctx.ts';
import type { Queryable, Tx } from '../../../platform/db/index.ts';
import type { DoneBy, Occurrence } from '../../identity/index.ts';

/** A reading under which looks are held. */
export interface RunningReading {
  readonly id: string;
  /** Null: about everybody. */
  readonly aboutNos: readonly number[] | null;
}

/** Those of the organisation of the transaction that run at this moment; the one that runs longest first. */
export async function selectRunning(db: Queryable, at: Date): Promise<RunningReading[]> {
  const { rows } = await db.query<RunningReading>(
    `select id, about_nos as "aboutNos" from disclosure.confidential_reading
     where ended_at is null and approved_at <= $1 and valid_until > $1 order by valid_until desc, id`,
    [at],
  );
  return rows;
}

type Detail = NonNullable<Occurrence['detail']>;

export interface NewHeldLook {
  /** The regulator. */
  readonly orgNo: number;
  readonly readingId: string;
  readonly ownerNo: number;
  readonly at: Date;
  readonly detail: Detail;
  readonly actor: DoneBy;
}

export async function insertHeldLook(tx: Tx, look: NewHeldLook): Promise<void> {
  const { orgNo, readingId, ownerNo, at, detail, actor } = look;
  await tx.query(
    `insert into disclosure.held_look (org_no, reading_id, owner_no, at, detail, actor) values ($1, $2, $3, $4, $5, $6)`,
    [orgNo, readingId, ownerNo, at, JSON.stringify(detail), JSON.stringify(actor)],
  );
}

export interface EndedReading {
  readonly id: string;
  readonly org: ActingOrganisation;
  readonly why: 'time' | 'jurisdiction';
}

/** Ends, of all offices, what is over by its time, or because the office has no jurisdiction any more. */
export async function endOver(tx: Tx, at: Date): Promise<EndedReading[]> {
  const { rows } = await tx.query<{ id: string; no: number; orgId: string; isOver: boolean }>(
    `update disclosure.confidential_reading r set ended_at = least(r.valid_until, $1) from identity.organisation o
     where o.no = r.org_no and r.ended_at is null and r.approved_at is not null
       and (r.valid_until <= $1 or not disclosure.has_jurisdiction(r.org_no))
     returning r.id, o.no, o.id as "orgId", r.valid_until <= $1 as "isOver"`,
    [at],
  );
  return rows.map(({ id, no, orgId, isOver }) => ({
    id,
    org: { no, id: orgId },
    why: isOver ? 'time' : 'jurisdiction',
  }));
}

export interface DueLook {
  readonly owner: ActingOrganisation;
  readonly caseNo: string;
  readonly at: Date;
  readonly detail: Detail;
  readonly actor: DoneBy;
}

/**
 * Takes out what is to be told now, of all offices, the first at first: its reading is over, and so is every other of the
 * same office that was about the same owner when it looked. One that began later holds back nothing that was there before.
 */
export async function takeDue(tx: Tx, count: number): Promise<DueLook[]> {
  const { rows } = await tx.query<DueLook & { no: number; id: string }>(
    `with due as (
       delete from disclosure.held_look where id in (
         select h.id from disclosure.held_look h
         where not exists (
           select from disclosure.confidential_reading r
           where r.org_no = h.org_no and r.ended_at is null
             and (r.id = h.reading_id
               or r.approved_at <= h.at and (r.about_nos is null or h.owner_no = any(r.about_nos))))
         order by h.at, h.id limit $1 for update)
       returning reading_id, owner_no, at, detail, actor)
     select o.no, o.id, r.case_no as "caseNo", d.at, d.detail, d.actor
     from due d join disclosure.confidential_reading r on r.id = d.reading_id
     join identity.organisation o on o.no = d.owner_no order by d.at, o.no`,
    [count],
  );
  return rows.map(({ no, id, caseNo, at, detail, actor }) => ({ owner: { no, id }, caseNo, at, detail, actor }));
}

/** Marks the readings that are over and have nothing left to tell. */
export async function markTold(tx: Tx, at: Date): Promise<void> {
  await tx.query(
    `update disclosure.confidential_reading r set told_at = $1
     where r.ended_at is not null and r.approved_at is not null and r.told_at is null
       and not exists (select from disclosure.held_look h where h.reading_id = r.id)`,
    [at],
  );
}
