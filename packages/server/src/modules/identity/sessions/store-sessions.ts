/** SQL of sessions. */
import type { Right } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { OrganisationStatus } from '../organisations/store-organisations.ts';

export type Stage = 'second-factor' | 'enrol' | 'full';

/** A session in force, and what may be done in it. */
export interface FoundSession {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly stage: Stage;
  readonly methods: readonly string[];
  readonly provenAt: Date;
  readonly endsAt: Date;
  readonly orgNo: number | null;
  readonly orgId: string | null;
  readonly orgStatus: OrganisationStatus | null;
  readonly viaNo: number | null;
  readonly viaId: string | null;
  readonly rights: readonly Right[];
}

/** Notes that the session is used, and makes the transaction its organisation's. */
export async function findSession(db: Queryable, hash: Buffer): Promise<FoundSession | undefined> {
  const { rows } = await db.query<FoundSession>(
    `select id, person_id as "personId", person, stage, methods, proven_at as "provenAt", ends_at as "endsAt",
            org_no as "orgNo", org_id as "orgId", org_status as "orgStatus", via_no as "viaNo", via_id as "viaId", rights
     from identity.find_session($1)`,
    [hash],
  );
  return rows[0];
}

/** Where somebody acts. */
export interface Place {
  readonly orgNo: number;
  readonly viaNo: number | null;
}

export interface NewSession {
  readonly hash: Buffer;
  readonly personId: string;
  readonly stage: Stage;
  readonly methods: readonly string[];
  readonly place: Place | undefined;
  readonly idleS: number;
  readonly lifeS: number;
  readonly address: string | null;
  readonly agent: string | null;
}

export async function insertSession(db: Queryable, session: NewSession): Promise<string> {
  const { hash, personId, stage, methods, place, idleS, lifeS, address, agent } = session;
  const { rows } = await db.query<{ id: string }>(
    `insert into identity.session (hash, person_id, org_no, via_no, stage, methods, idle, ends_at, address, agent)
     values ($1, $2, $3, $4, $5, $6, make_interval(secs => $7), now() + make_interval(secs => $8), $9, $10) returning id`,
    [hash, personId, place?.orgNo ?? null, place?.viaNo ?? null, stage, methods, idleS, lifeS, address, agent],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the session was not kept');
  return row.id;
}

/** What becomes of a session that goes on under another token. */
export interface Renewal {
  readonly hash: Buffer;
  readonly stage: Stage;
  /** Methods by which the person proved who it is just now; none where it did not. */
  readonly proven: readonly string[];
}

/** Gives a session another token, so that whoever had the one before has nothing; false where it has ended. */
export async function renewSession(db: Queryable, id: string, { hash, stage, proven }: Renewal): Promise<boolean> {
  const { rowCount } = await db.query(
    `update identity.session set hash = $2, stage = $3, seen_at = now(),
            methods = array(select distinct unnest(methods || $4::text[])),
            proven_at = case when cardinality($4::text[]) > 0 then now() else proven_at end
      where id = $1 and ended_at is null`,
    [id, hash, stage, proven],
  );
  return rowCount === 1;
}

export async function placeSession(db: Queryable, id: string, { orgNo, viaNo }: Place): Promise<void> {
  await db.query('update identity.session set org_no = $2, via_no = $3 where id = $1', [id, orgNo, viaNo]);
}

/** What a person is told of a session. */
export interface SessionRow {
  readonly id: string;
  readonly madeAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly methods: readonly string[];
  readonly address: string | null;
  readonly agent: string | null;
}

const LISTED_MAX = 200;

/** Sessions of a person that are in force, the last used first. */
export async function selectSessions(db: Queryable, personId: string): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `select id, made_at as "madeAt", seen_at as "seenAt", ends_at as "endsAt", methods, host(address) as address, agent
     from identity.session
     where person_id = $1 and ended_at is null and ends_at > now() and seen_at + idle > now() and stage = 'full'
     order by seen_at desc limit ${LISTED_MAX}`,
    [personId],
  );
  return rows;
}

export async function endSession(db: Queryable, personId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.session set ended_at = now() where id = $2 and person_id = $1 and ended_at is null',
    [personId, id],
  );
  return rowCount === 1;
}

/** Ends the sessions of a person, but one; returns how many. */
export async function endSessions(db: Queryable, personId: string, but?: string): Promise<number> {
  const { rowCount } = await db.query(
    `update identity.session set ended_at = now()
      where person_id = $1 and ended_at is null and id is distinct from $2::uuid`,
    [personId, but ?? null],
  );
  return rowCount ?? 0;
}

/** Of everybody; returns how many. */
export async function endAllSessions(db: Queryable): Promise<number> {
  const { rowCount } = await db.query('update identity.session set ended_at = now() where ended_at is null');
  return rowCount ?? 0;
}

/** Where the person acted last. */
export async function lastPlace(db: Queryable, personId: string): Promise<Place | undefined> {
  const { rows } = await db.query<Place>(
    `select org_no as "orgNo", via_no as "viaNo" from identity.session where person_id = $1 and org_no is not null
     order by made_at desc limit 1`,
    [personId],
  );
  return rows[0];
}

/** Sessions that ended long ago tell nobody anything: the audit log says who signed in. */
export async function dropOldSessions(db: Queryable): Promise<void> {
  await db.query(
    "delete from identity.session where least(ends_at, coalesce(ended_at, ends_at)) < now() - interval '30 days'",
  );
}

/** What the organisations of a person ask of it. */
export async function demandsOn(
  db: Queryable,
  personId: string,
): Promise<{ readonly mustHaveFactor: boolean; readonly manages: boolean }> {
  const { rows } = await db.query<{ mustHaveFactor: boolean; manages: boolean }>(
    'select must_have_factor as "mustHaveFactor", manages from identity.demands_on($1)',
    [personId],
  );
  return rows[0] ?? { mustHaveFactor: false, manages: false };
}
