/** SQL of what ties organisations to each other, from the side of the organisation of the transaction. */
import type { BranchBody, MandateBody, SupervisedBody } from '@suyuan/api';
import type { ActingOrganisation } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';

export interface NewBranch {
  readonly name: string;
  readonly code: string | null;
  readonly kind: string;
  readonly region: string | null;
}

export async function addBranch(db: Queryable, { name, code, kind, region }: NewBranch): Promise<ActingOrganisation> {
  const { rows } = await db.query<ActingOrganisation>('select no, id from identity.add_branch($1, $2, $3, $4)', [
    name,
    code,
    kind,
    region,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('the branch was not kept');
  return row;
}

export interface BranchRow extends Omit<BranchBody, 'recordedAt'> {
  readonly recordedAt: Date | null;
  /** Cursor. */
  readonly key: string;
}

export interface Page {
  readonly lookedFor: string | null;
  readonly after: string | null;
  readonly count: number;
}

export async function selectBranches(db: Queryable, { lookedFor, after, count }: Page): Promise<BranchRow[]> {
  const { rows } = await db.query<BranchRow>(
    `select id, name, code, kind, status, region, people, keys, recorded_at as "recordedAt", key
     from identity.branches($1, $2, $3)`,
    [lookedFor, after, count],
  );
  return rows;
}

/** One by its id. */
export async function findBranch(db: Queryable, id: string): Promise<BranchRow | undefined> {
  const { rows } = await db.query<BranchRow>(
    `select id, name, code, kind, status, region, people, keys, recorded_at as "recordedAt", key
     from identity.branches(null, null, null) where id = $1`,
    [id],
  );
  return rows[0];
}

export interface KnownOrganisation extends ActingOrganisation {
  readonly name: string | null;
  readonly code: string | null;
}

/** One that stands, by its id or its own code. */
export async function findKnown(db: Queryable, given: string): Promise<KnownOrganisation | undefined> {
  const { rows } = await db.query<KnownOrganisation>('select no, id, name, code from identity.known_as($1)', [given]);
  return rows[0];
}

export interface NewMandate {
  readonly orgNo: number;
  readonly agentNo: number;
  readonly rights: readonly string[];
  readonly madeBy: string;
  readonly endsAt: Date | null;
}

/** Undefined where this one acts for it already. */
export async function insertMandate(db: Queryable, mandate: NewMandate): Promise<string | undefined> {
  const { orgNo, agentNo, rights, madeBy, endsAt } = mandate;
  const { rows } = await db.query<{ id: string }>(
    `insert into identity.mandate (org_no, agent_no, rights, made_by, ends_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [orgNo, agentNo, rights, madeBy, endsAt],
  );
  return rows[0]?.id;
}

export interface MandateRow {
  readonly id: string;
  readonly isGiven: boolean;
  readonly otherId: string;
  readonly otherName: string | null;
  readonly otherCode: string | null;
  readonly rights: MandateBody['rights'];
  readonly createdAt: Date;
  readonly endsAt: Date | null;
}

export async function selectMandates(db: Queryable): Promise<MandateRow[]> {
  const { rows } = await db.query<MandateRow>(
    `select id, is_given as "isGiven", other_id as "otherId", other_name as "otherName", other_code as "otherCode", rights,
            created_at as "createdAt", ends_at as "endsAt" from identity.mandates()`,
  );
  return rows;
}

/** Both sides of a mandate that ended just now. */
export async function endMandate(
  db: Queryable,
  id: string,
): Promise<{ readonly principal: ActingOrganisation; readonly agent: ActingOrganisation } | undefined> {
  const { rows } = await db.query<{ orgNo: number; orgId: string; agentNo: number; agentId: string }>(
    `select org_no as "orgNo", org_id as "orgId", agent_no as "agentNo", agent_id as "agentId"
     from identity.end_mandate($1)`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { principal: { no: row.orgNo, id: row.orgId }, agent: { no: row.agentNo, id: row.agentId } };
}

export interface SupervisedRow extends SupervisedBody {
  readonly no: number;
}

const SUPERVISED = 'no, id, name, code, kind, status, region, categories';

export async function selectSupervised(db: Queryable, { lookedFor, after, count }: Page): Promise<SupervisedRow[]> {
  const { rows } = await db.query<SupervisedRow>(`select ${SUPERVISED} from identity.supervised($1, $2, $3)`, [
    lookedFor,
    after === null ? null : Number(after),
    count,
  ]);
  return rows;
}

export async function findSupervised(db: Queryable, id: string): Promise<SupervisedRow | undefined> {
  const { rows } = await db.query<SupervisedRow>(`select ${SUPERVISED} from identity.supervised_one($1)`, [id]);
  return rows[0];
}

/** Whose licence it was; undefined where it is of none that is watched over. */
export async function verifyLicence(
  db: Queryable,
  id: string,
  { personId, what }: { readonly personId: string; readonly what: string },
): Promise<ActingOrganisation | undefined> {
  const { rows } = await db.query<ActingOrganisation>(
    'select org_no as no, org_id as id from identity.verify_licence($1, $2, $3)',
    [id, personId, what],
  );
  return rows[0];
}

export interface GivenJurisdiction extends ActingOrganisation {
  readonly jurisdiction: string;
}

/** To whom it was given; undefined where it may not be. */
export async function giveJurisdiction(
  db: Queryable,
  given: {
    readonly organisation: string;
    readonly region: string;
    readonly category: string;
    readonly personId: string;
  },
): Promise<GivenJurisdiction | undefined> {
  const { rows } = await db.query<GivenJurisdiction>(
    'select id as jurisdiction, org_no as no, org_id as id from identity.give_jurisdiction($1, $2, $3, $4)',
    [given.organisation, given.region, given.category, given.personId],
  );
  return rows[0];
}

export async function endJurisdiction(db: Queryable, id: string): Promise<ActingOrganisation | undefined> {
  const { rows } = await db.query<ActingOrganisation>(
    'select org_no as no, org_id as id from identity.end_jurisdiction($1)',
    [id],
  );
  return rows[0];
}

export interface OwnJurisdiction {
  readonly id: string;
  readonly region: string;
  readonly category: string;
}

export async function selectOwnJurisdictions(db: Queryable): Promise<OwnJurisdiction[]> {
  const { rows } = await db.query<OwnJurisdiction>(
    'select id, region, category from identity.jurisdiction where ended_at is null order by region, category',
  );
  return rows;
}

export interface GivenRow extends OwnJurisdiction {
  readonly orgId: string;
  readonly name: string | null;
  readonly createdAt: Date;
}

export async function selectGivenJurisdictions(db: Queryable): Promise<GivenRow[]> {
  const { rows } = await db.query<GivenRow>(
    `select id, org_id as "orgId", name, region, category, created_at as "createdAt"
     from identity.jurisdictions_given()`,
  );
  return rows;
}
