/** SQL of shared spaces: from the side of the organisation of the transaction. */
import { SPACE_MEMBERS_MAX, SPACES_MAX, type SpaceSummary } from '@suyuan/api/spaces';
import type { Queryable } from '../../../platform/db/index.ts';

export interface SpaceRow {
  /** Cursor. */
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly isLead: boolean;
  readonly leadId: string;
  readonly leadName: string | null;
  readonly leadCode: string | null;
  readonly founderName: string | null;
  readonly memberCount: number;
  readonly createdAt: Date;
  readonly invitedAt: Date;
  readonly acceptedAt: Date | null;
}

const COLUMNS = `no, id, name, purpose, is_lead as "isLead", lead_id as "leadId", lead_name as "leadName",
  lead_code as "leadCode", founder_name as "founderName", member_count as "memberCount", created_at as "createdAt",
  invited_at as "invitedAt", accepted_at as "acceptedAt"`;

export interface SpacesPage {
  readonly state: SpaceSummary['state'] | undefined;
  readonly after: string | null;
  readonly count: number;
}

/** Those that it is in, or invited to. */
export async function selectSpaces(db: Queryable, { state, after, count }: SpacesPage): Promise<SpaceRow[]> {
  const { rows } = await db.query<SpaceRow>(`select ${COLUMNS} from identity.spaces($1, null, $2, $3)`, [
    state ?? null,
    after === null ? null : Number(after),
    count,
  ]);
  return rows;
}

export async function findSpace(db: Queryable, id: string): Promise<SpaceRow | undefined> {
  const { rows } = await db.query<SpaceRow>(`select ${COLUMNS} from identity.spaces(null, $1, null, 1)`, [id]);
  return rows[0];
}

/** Those that it was invited to, and did not answer. */
export async function countSpaceInvitations(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from identity.spaces('invited', null, null, null)",
  );
  return rows[0]?.count ?? 0;
}

export interface MemberRow {
  readonly no: number;
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly kind: string;
  readonly isStanding: boolean;
  readonly isLead: boolean;
  readonly invitedAt: Date;
  readonly acceptedAt: Date | null;
}

/** The lead is told of those that have not answered too. */
export async function selectMembers(db: Queryable, spaceId: string): Promise<MemberRow[]> {
  const { rows } = await db.query<MemberRow>(
    `select no, id, name, code, kind, is_standing as "isStanding", is_lead as "isLead", invited_at as "invitedAt",
            accepted_at as "acceptedAt" from identity.space_members($1)`,
    [spaceId],
  );
  return rows;
}

export interface Founding {
  readonly name: string;
  readonly purpose: string;
  readonly personId: string;
}

/** Undefined where the organisation is in as many as it may be. */
export async function foundSpace(db: Queryable, { name, purpose, personId }: Founding): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string | null }>('select identity.found_space($1, $2, $3, $4) as id', [
    name,
    purpose,
    personId,
    SPACES_MAX,
  ]);
  return rows[0]?.id ?? undefined;
}

export interface Change {
  readonly id: string;
  readonly name: string | undefined;
  readonly purpose: string | undefined;
  /** Number of the member that leads from now on. */
  readonly successorNo: number | undefined;
}

/** False where it is not led by this organisation, or the successor is no member that stands. */
export async function changeSpace(db: Queryable, { id, name, purpose, successorNo }: Change): Promise<boolean> {
  const { rows } = await db.query<{ isDone: boolean }>('select identity.change_space($1, $2, $3, $4) as "isDone"', [
    id,
    name ?? null,
    purpose ?? null,
    successorNo ?? null,
  ]);
  return rows[0]?.isDone === true;
}

export interface Inviting {
  readonly id: string;
  readonly invitedNo: number;
  readonly personId: string;
}

/** Null where it is not led by this organisation, or the other does not stand. */
export async function inviteToSpace(
  db: Queryable,
  { id, invitedNo, personId }: Inviting,
): Promise<'done' | 'known' | 'full' | null> {
  const { rows } = await db.query<{ outcome: 'done' | 'known' | 'full' | null }>(
    'select identity.invite_to_space($1, $2, $3, $4) as outcome',
    [id, invitedNo, personId, SPACE_MEMBERS_MAX],
  );
  return rows[0]?.outcome ?? null;
}

/** Null where none waits for this organisation's answer. */
export async function acceptSpace(db: Queryable, id: string, personId: string): Promise<'done' | 'many' | null> {
  const { rows } = await db.query<{ outcome: 'done' | 'many' | null }>(
    'select identity.accept_space($1, $2, $3) as outcome',
    [id, personId, SPACES_MAX],
  );
  return rows[0]?.outcome ?? null;
}

/** Declined, taken back, left or removed; false where it may not be. */
export async function endMember(db: Queryable, id: string, memberNo: number): Promise<boolean> {
  const { rows } = await db.query<{ isDone: boolean }>('select identity.end_space_member($1, $2) as "isDone"', [
    id,
    memberNo,
  ]);
  return rows[0]?.isDone === true;
}

/** False where it is not led by this organisation. */
export async function dissolveSpace(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.query<{ isDone: boolean }>('select identity.dissolve_space($1) as "isDone"', [id]);
  return rows[0]?.isDone === true;
}
