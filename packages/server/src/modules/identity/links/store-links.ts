/** SQL of links that open something once. */
import type { Queryable } from '../../../platform/db/index.ts';

export type LinkPurpose = 'first-start' | 'invitation' | 'password' | 'second-factor';

export interface NewLink {
  readonly hash: Buffer;
  readonly purpose: LinkPurpose;
  readonly orgNo: number | null;
  readonly role: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly madeBy: string | null;
  readonly lifeS: number;
}

export interface Link {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly orgNo: number | null;
  readonly orgId: string | null;
  readonly orgName: string | null;
  readonly orgCode: string | null;
  readonly role: string | null;
  readonly title: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly madeBy: string | null;
  readonly madeByName: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export async function insertLink(
  db: Queryable,
  link: NewLink,
): Promise<{ readonly id: string; readonly expiresAt: Date }> {
  const { hash, purpose, orgNo, role, personId, name, madeBy, lifeS } = link;
  const { rows } = await db.query<{ id: string; expiresAt: Date }>(
    `insert into identity.link (hash, purpose, org_no, role, person_id, name, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8)) returning id, expires_at as "expiresAt"`,
    [hash, purpose, orgNo, role, personId, name, madeBy, lifeS],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the link was not kept');
  return row;
}

/** A new link of a purpose for somebody takes those before it out of force. */
export async function revokeLinks(db: Queryable, purpose: LinkPurpose, personId: string | null): Promise<void> {
  await db.query(
    `update identity.link set revoked_at = now()
      where purpose = $1 and person_id is not distinct from $2::uuid and used_at is null and revoked_at is null`,
    [purpose, personId],
  );
}

const LINK = `l.id, l.purpose, l.org_no as "orgNo", o.id as "orgId", o.name as "orgName", o.code as "orgCode", l.role, o.title,
  l.person_id as "personId", coalesce(l.name, p.name) as name, l.made_by as "madeBy", m.name as "madeByName",
  l.made_at as "madeAt", l.expires_at as "expiresAt"`;
/** Whoever has a link is in no organisation yet, so that a function tells the name of the one that it leads into. */
const FROM = `identity.link l left join lateral identity.leads_into(l.org_no, l.role) o on true
  left join identity.person p on p.id = l.person_id left join identity.person m on m.id = l.made_by`;

/** One in force, locked: of two who use it at once, one does. */
export async function lockLink(db: Queryable, hash: Buffer): Promise<Link | undefined> {
  const { rows } = await db.query<Link>(
    `select ${LINK} from ${FROM}
     where l.hash = $1 and l.used_at is null and l.revoked_at is null and l.expires_at > now() for update of l`,
    [hash],
  );
  return rows[0];
}

export async function markUsed(db: Queryable, id: string, personId: string): Promise<void> {
  await db.query('update identity.link set used_at = now(), used_by = $2 where id = $1', [id, personId]);
}

const LISTED_MAX = 1_000;

/** Invitations of an organisation that nobody has used yet, the newest first; those that have expired are among them. */
export async function selectInvitations(db: Queryable, orgNo: number): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    `select ${LINK} from ${FROM}
     where l.org_no = $1 and l.purpose = 'invitation' and l.used_at is null and l.revoked_at is null
     order by l.made_at desc limit ${LISTED_MAX}`,
    [orgNo],
  );
  return rows;
}

export async function revokeInvitation(db: Queryable, orgNo: number, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update identity.link set revoked_at = now()
      where id = $2 and org_no = $1 and purpose = 'invitation' and used_at is null and revoked_at is null`,
    [orgNo, id],
  );
  return rowCount === 1;
}
