/** SQL of partners: from the side of the organisation of the transaction, but for who is a partner of whom. */
import type { PartnerBody } from '@suyuan/api';
import type { ActingOrganisation } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { Page } from './store-ties.ts';

/** Numbers of the organisations with which this one agreed to be partners, while both stand. */
export async function agreedPartners(tx: Queryable, orgNo: number): Promise<ReadonlySet<number>> {
  const { rows } = await tx.query<{ nos: number[] }>('select identity.partner_nos($1) as nos', [orgNo]);
  return new Set(rows[0]?.nos);
}

export interface Invitation {
  readonly otherNo: number;
  readonly note: string | null;
  readonly personId: string;
}

export interface Invited {
  readonly id: string;
  /** The other had invited before, so that this accepts. */
  readonly isAccepted: boolean;
}

/** Undefined where it was invited before, or is a partner already. */
export async function invitePartner(
  db: Queryable,
  { otherNo, note, personId }: Invitation,
): Promise<Invited | undefined> {
  const { rows } = await db.query<Invited>(
    'select partnership as id, is_accepted as "isAccepted" from identity.invite_partner($1, $2, $3)',
    [otherNo, note, personId],
  );
  return rows[0];
}

export interface PartnerRow {
  /** Cursor. */
  readonly no: number;
  readonly id: string;
  readonly isGiven: boolean;
  readonly otherId: string;
  readonly otherName: string | null;
  readonly otherCode: string | null;
  readonly isStanding: boolean;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
}

const COLUMNS = `no, id, is_given as "isGiven", other_id as "otherId", other_name as "otherName", other_code as "otherCode",
  is_standing as "isStanding", note, created_at as "createdAt", accepted_at as "acceptedAt"`;

export interface PartnersPage extends Page {
  /** Who invited: this organisation, or the other. */
  readonly side: 'given' | 'received' | undefined;
  readonly state: PartnerBody['state'] | undefined;
}

/** Those that are open. */
export async function selectPartners(
  db: Queryable,
  { side, state, lookedFor, after, count }: PartnersPage,
): Promise<PartnerRow[]> {
  const { rows } = await db.query<PartnerRow>(`select ${COLUMNS} from identity.partners($1, $2, $3, $4, $5)`, [
    side ?? null,
    state ?? null,
    lookedFor,
    after === null ? null : Number(after),
    count,
  ]);
  return rows;
}

/** Others that ask to be one, and were not answered. */
export async function countInvitations(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from identity.partners('received', 'invited', null, null, null)",
  );
  return rows[0]?.count ?? 0;
}

/** One that is open, by its id. */
export async function findPartner(db: Queryable, id: string): Promise<PartnerRow | undefined> {
  const { rows } = await db.query<PartnerRow>(
    `select ${COLUMNS} from identity.partners(null, null, null, null, null) where id = $1`,
    [id],
  );
  return rows[0];
}

export interface NamedOrganisation extends ActingOrganisation {
  /** Its code where it has no name. */
  readonly name: string | null;
}

/** Both of a partnership, open or not, who invited first; undefined where it is none of the organisation's. */
export async function sidesOf(
  db: Queryable,
  id: string,
): Promise<readonly [NamedOrganisation, NamedOrganisation] | undefined> {
  const { rows } = await db.query<{
    orgNo: number;
    orgId: string;
    orgName: string | null;
    otherNo: number;
    otherId: string;
    otherName: string | null;
  }>(
    `select org_no as "orgNo", org_id as "orgId", org_name as "orgName",
            other_no as "otherNo", other_id as "otherId", other_name as "otherName" from identity.partner_sides($1)`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return [
    { no: row.orgNo, id: row.orgId, name: row.orgName },
    { no: row.otherNo, id: row.otherId, name: row.otherName },
  ];
}

/** False where there is none that waits for this organisation's answer. */
export async function acceptPartner(db: Queryable, id: string, personId: string): Promise<boolean> {
  return isDone(db, 'select identity.accept_partner($1, $2) as "isDone"', [id, personId]);
}

/** False where there is none that waits for this organisation's answer. */
export async function declinePartner(db: Queryable, id: string): Promise<boolean> {
  return isDone(db, 'select identity.decline_partner($1) as "isDone"', [id]);
}

/** False where there is none that this organisation may end. */
export async function endPartner(db: Queryable, id: string): Promise<boolean> {
  return isDone(db, 'select identity.end_partner($1) as "isDone"', [id]);
}

async function isDone(db: Queryable, statement: string, values: readonly string[]): Promise<boolean> {
  const { rows } = await db.query<{ isDone: boolean }>(statement, values);
  return rows[0]?.isDone === true;
}
