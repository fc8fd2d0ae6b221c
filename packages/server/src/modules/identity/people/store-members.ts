/** SQL of who is in the organisation of the transaction, as what. */
import type { Right } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly title: string | null;
  readonly since: Date;
  readonly loginNames: readonly string[];
  readonly hasFactor: boolean;
  /** When a session of it was last used; null where there is none left. */
  readonly seenAt: Date | null;
}

/** More than a person reads; a branch has its own. */
const LISTED_MAX = 2_000;

const MEMBER = `select p.id, p.name, m.role, r.title, m.created_at as since,
  array(select l.value from identity.login_name l where l.person_id = p.id order by l.kind, l.value) as "loginNames",
  exists (select from identity.totp t where t.person_id = p.id and t.confirmed_at is not null) as "hasFactor",
  (select max(s.seen_at) from identity.session s where s.person_id = p.id) as "seenAt"
  from identity.membership m join identity.person p on p.id = m.person_id
  join identity.role r on r.org_no = m.org_no and r.name = m.role where m.ended_at is null`;

export async function selectMembers(db: Queryable): Promise<Member[]> {
  const { rows } = await db.query<Member>(`${MEMBER} order by p.name, p.id limit ${LISTED_MAX}`);
  return rows;
}

export async function findMember(db: Queryable, personId: string): Promise<Member | undefined> {
  const { rows } = await db.query<Member>(`${MEMBER} and p.id = $1`, [personId]);
  return rows[0];
}

/** False where the person is a member already. One who was comes back. */
export async function insertMember(
  db: Queryable,
  { orgNo, personId, role }: { readonly orgNo: number; readonly personId: string; readonly role: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into identity.membership as m (org_no, person_id, role) values ($1, $2, $3)
     on conflict (org_no, person_id) do update set role = excluded.role, created_at = now(), ended_at = null
     where m.ended_at is not null`,
    [orgNo, personId, role],
  );
  return rowCount === 1;
}

export async function setRole(db: Queryable, personId: string, role: string): Promise<void> {
  await db.query('update identity.membership set role = $2 where person_id = $1 and ended_at is null', [
    personId,
    role,
  ]);
}

export async function endMembership(db: Queryable, personId: string): Promise<void> {
  await db.query('update identity.membership set ended_at = now() where person_id = $1 and ended_at is null', [
    personId,
  ]);
}

/** How many may do everything; locked, so that of two owners who leave at once one stays. */
export async function countOwners(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ personId: string }>(
    `select m.person_id as "personId" from identity.membership m join identity.role r on r.org_no = m.org_no and r.name = m.role
     where m.ended_at is null and r.rights @> '{own}' order by m.person_id for update of m`,
  );
  return rows.length;
}

export interface RoleRow {
  readonly name: string;
  readonly title: string | null;
  readonly rights: readonly Right[];
  /** How many are in it. */
  readonly members: number;
}

export async function selectRoles(db: Queryable): Promise<RoleRow[]> {
  const { rows } = await db.query<RoleRow>(
    `select r.name, r.title, r.rights,
            (select count(*)::int from identity.membership m where m.org_no = r.org_no and m.role = r.name and m.ended_at is null) as members
     from identity.role r order by cardinality(r.rights) desc, r.name`,
  );
  return rows;
}

export async function findRole(db: Queryable, name: string): Promise<RoleRow | undefined> {
  return (await selectRoles(db)).find((role) => role.name === name);
}

export async function upsertRole(
  db: Queryable,
  { orgNo, name, title, rights }: { readonly orgNo: number } & Pick<RoleRow, 'name' | 'title' | 'rights'>,
): Promise<void> {
  await db.query(
    `insert into identity.role (org_no, name, title, rights) values ($1, $2, $3, $4)
     on conflict (org_no, name) do update set title = excluded.title, rights = excluded.rights`,
    [orgNo, name, title, rights],
  );
}

/** False where somebody is, was or is invited to be in it, or joins in it by a provider. */
export async function deleteRole(db: Queryable, name: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from identity.role r where r.name = $1
       and not exists (select from identity.membership m where m.org_no = r.org_no and m.role = r.name)
       and not exists (select from identity.link l where l.org_no = r.org_no and l.role = r.name)
       and not exists (select from identity.provider a where a.org_no = r.org_no and a.admit_role = r.name)`,
    [name],
  );
  return rowCount === 1;
}

/** Whether a person is a member of this organisation and its branches alone. */
export async function isOnlyHere(db: Queryable, personId: string, orgNo: number): Promise<boolean> {
  const { rows } = await db.query<{ is: boolean }>('select identity.is_only_here($1, $2) as is', [personId, orgNo]);
  return rows[0]?.is === true;
}
