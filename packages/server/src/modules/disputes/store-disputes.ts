/** SQL of disputes. */
import type { Difference, DisputeSubject } from '@suyuan/api';
import type { ActingOrganisation } from '../../platform/ctx.ts';
import type { Queryable, Tx } from '../../platform/db/index.ts';

interface By {
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
}

/** Neither withdrawn nor accepted. */
const OPEN = `d.withdrawn_at is null
  and not exists (select from disclosure.acceptance a where a.dispute_id = d.id)`;

/** One that is neither. */
export interface OpenDispute {
  readonly orgNo: number;
  readonly by: By;
  readonly subject: DisputeSubject;
  readonly words: string;
  readonly at: Date;
}

/** Those about these events, by the event's row id. As *chain*: what comes of it is cut by `tellDisputes`. */
export async function selectOpenDisputes(
  db: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenDispute[]>> {
  const found = new Map<string, OpenDispute[]>();
  const asked = await disputable(db, eventIds);
  if (asked.length === 0) return found;
  const { rows } = await db.query<OpenDispute & { readonly eventId: string }>(
    `select d.event_id as "eventId", d.org_no as "orgNo", d.subject, d.words, d.created_at as at,
            json_build_object('id', o.id, 'name', o.name, 'code', o.code) as by
     from disclosure.dispute d join identity.organisation o on o.no = d.org_no
     where d.event_id = any($1::uuid[]) and ${OPEN} order by d.no`,
    [asked],
  );
  for (const { eventId, ...dispute } of rows) {
    const list = found.get(eventId);
    if (list === undefined) found.set(eventId, [dispute]);
    else list.push(dispute);
  }
  return found;
}

/** Most installations have a few open disputes, and a trace may have 300,000 events: those that cannot be meant are not asked about. */
const FEW = 1_000;

async function disputable(db: Queryable, eventIds: readonly string[]): Promise<readonly string[]> {
  if (eventIds.length <= FEW) return eventIds;
  const { rows } = await db.query<{ eventId: string }>(
    `select d.event_id as "eventId" from disclosure.dispute d where ${OPEN} limit $1`,
    [FEW + 1],
  );
  if (rows.length > FEW) return eventIds;
  const open = new Set(rows.map(({ eventId }) => eventId));
  return eventIds.filter((id) => open.has(id));
}

export interface NewDisputeRow {
  readonly orgNo: number;
  readonly eventId: string;
  readonly eventID: string;
  /** By which name the organisation knows it. */
  readonly toldAs: string;
  readonly toldNos: readonly number[];
  readonly subject: DisputeSubject;
  readonly words: string;
  readonly differences: readonly Difference[] | null;
  readonly madeBy: string | null;
  readonly at: Date;
}

/** Its id; undefined where the organisation has one open about this event. */
export async function insertDispute(tx: Tx, row: NewDisputeRow): Promise<string | undefined> {
  const { orgNo, eventId, eventID, toldAs, toldNos, subject, words, differences, madeBy, at } = row;
  const { rows } = await tx.query<{ id: string }>(
    `insert into disclosure.dispute (org_no, event_id, event_identity, told_as, told_nos, subject, words, made_by, created_at, differences)
     values ($1, $2, $3, nullif($4, $3), $5, $6, $7, $8, $9, $10)
     on conflict (event_id, org_no) where withdrawn_at is null do nothing returning id`,
    [
      ...[orgNo, eventId, eventID, toldAs, toldNos, subject, words, madeBy, at],
      differences === null ? null : JSON.stringify(differences),
    ],
  );
  return rows[0]?.id;
}

/** Those that were told of a dispute of this organisation. As *chain*. */
export async function selectTold(db: Queryable, id: string, orgNo: number): Promise<ActingOrganisation[]> {
  const { rows } = await db.query<ActingOrganisation>(
    `select o.no, o.id from disclosure.dispute d join identity.organisation o on o.no = any(d.told_nos)
     where d.id = $1 and d.org_no = $2 order by o.no`,
    [id, orgNo],
  );
  return rows;
}

export interface Withdrawn {
  readonly eventID: string;
  readonly toldAs: string;
  readonly subject: DisputeSubject;
}

/** What was withdrawn; undefined where the organisation of the transaction has no such open one. */
export async function withdrawDispute(tx: Tx, id: string, at: Date): Promise<Withdrawn | undefined> {
  const { rows } = await tx.query<Withdrawn>(
    `update disclosure.dispute set withdrawn_at = greatest($2, created_at) where id = $1 and withdrawn_at is null
     returning event_identity as "eventID", coalesce(told_as, event_identity) as "toldAs", subject`,
    [id, at],
  );
  return rows[0];
}

export interface DisputeRow {
  /** Cursor. */
  readonly no: number;
  readonly id: string;
  readonly eventID: string;
  readonly subject: DisputeSubject;
  readonly words: string;
  readonly by: By;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly differences: readonly Difference[] | null;
  readonly eventId: string;
  readonly orgNo: number;
  readonly toldAs: string;
}

const list = (
  name: string,
): string => `select d.no, d.id, ${name} as "eventID", d.subject, d.words, d.created_at as "createdAt",
  d.withdrawn_at as "withdrawnAt", json_build_object('id', o.id, 'name', o.name, 'code', o.code) as by, d.differences,
  d.event_id as "eventId", d.org_no as "orgNo", coalesce(d.told_as, d.event_identity) as "toldAs"
  from disclosure.dispute d join identity.organisation o on o.no = d.org_no`;
const OWN = list('coalesce(d.told_as, d.event_identity)');
const ABOUT = list('d.event_identity');

export interface DisputesPage {
  /** The last number that was told; null at the beginning. */
  readonly before: number | null;
  readonly count: number;
}

/** Those that the organisation of the transaction made, the newest first. */
export async function selectOwnDisputes(db: Queryable, { before, count }: DisputesPage): Promise<DisputeRow[]> {
  const { rows } = await db.query<DisputeRow>(
    `${OWN} where d.org_no = identity.acting_org() and ($1::int is null or d.no < $1) order by d.no desc limit $2`,
    [before, count],
  );
  return rows;
}

/** Those about what this organisation recorded, the newest first. As *chain*. */
export async function selectDisputesAbout(
  db: Queryable,
  orgNo: number,
  { before, count }: DisputesPage,
): Promise<DisputeRow[]> {
  const { rows } = await db.query<DisputeRow>(
    `${ABOUT} where d.told_nos @> array[$3::int] and ($1::int is null or d.no < $1) order by d.no desc limit $2`,
    [before, count, orgNo],
  );
  return rows;
}

/** Those about what this organisation recorded that are open. As *chain*. */
export async function countDisputesAbout(db: Queryable, orgNo: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from disclosure.dispute d where d.told_nos @> array[$1::int] and ${OPEN}`,
    [orgNo],
  );
  return rows[0]?.count ?? 0;
}

/** One of the organisation's own, open or not. */
export async function findOwnDispute(db: Queryable, id: string): Promise<DisputeRow | undefined> {
  const { rows } = await db.query<DisputeRow>(`${OWN} where d.org_no = identity.acting_org() and d.id = $1`, [id]);
  return rows[0];
}

/** One about what this organisation recorded. As *chain*. */
export async function findDisputeAbout(db: Queryable, id: string, orgNo: number): Promise<DisputeRow | undefined> {
  const { rows } = await db.query<DisputeRow>(`${ABOUT} where d.id = $1 and d.told_nos @> array[$2::int]`, [id, orgNo]);
  return rows[0];
}

export interface Acceptance {
  /** Of the dispute. */
  readonly id: string;
  readonly orgNo: number;
  readonly corrected: string | null;
  readonly by: string | null;
  readonly at: Date;
}

/** False where it was accepted before. */
export async function insertAcceptance(tx: Tx, row: Acceptance): Promise<boolean> {
  const { id, orgNo, corrected, by, at } = row;
  const { rowCount } = await tx.query(
    `insert into disclosure.acceptance (dispute_id, org_no, corrected, made_by, made_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [id, orgNo, corrected, by, at],
  );
  return rowCount === 1;
}

export interface Accepted {
  readonly acceptedAt: Date;
  readonly corrected: string | null;
}

/** Those of these disputes that were accepted. As *chain*. */
export async function selectAccepted(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Accepted>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<Accepted & { readonly id: string }>(
    `select dispute_id as id, made_at as "acceptedAt", corrected from disclosure.acceptance
     where dispute_id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...accepted }) => [id, accepted]));
}

/** Events of which the organisation of the transaction says that they never came, are not its own, or what of them came. */
export async function selectRefused(db: Queryable): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select event_id as id from disclosure.dispute
     where org_no = identity.acting_org() and withdrawn_at is null
       and (subject in ('received', 'party') or differences is not null)`,
  );
  return new Set(rows.map(({ id }) => id));
}
