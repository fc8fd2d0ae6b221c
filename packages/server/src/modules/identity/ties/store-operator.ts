/** SQL of whoever runs the installation: all organisations, as the program itself. */
import type { OperatedBody } from '@suyuan/api';
import type { ActingOrganisation } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { OrganisationStatus } from '../organisations/store-organisations.ts';
import type { Page } from './store-ties.ts';

export interface OperatedRow extends Omit<OperatedBody, 'createdAt'> {
  readonly no: number;
  readonly createdAt: Date;
}

const OPERATED = `o.no, o.id, o.name, o.code, o.kind, o.status, o.region, o.categories, o.created_at as "createdAt",
  (select p.id from identity.organisation p where p.no = o.parent_no) as parent,
  (select p.id from identity.organisation p where p.no = o.merged_into) as "mergedInto",
  (select count(*)::int from identity.membership m where m.org_no = o.no and m.ended_at is null) as people`;

export async function selectOperated(
  db: Queryable,
  { lookedFor, after, count, status }: Page & { readonly status: OrganisationStatus | null },
): Promise<OperatedRow[]> {
  const { rows } = await db.query<OperatedRow>(
    `select ${OPERATED} from identity.organisation o
     where ($1::text is null or o.name ilike $1 or o.code ilike $1) and ($2::int is null or o.no > $2)
       and ($3::text is null or o.status = $3)
     order by o.no limit $4`,
    [lookedFor, after === null ? null : Number(after), status, count],
  );
  return rows;
}

/** Locked: of two who decide about one, the second sees what the first did. */
export async function lockOperated(db: Queryable, id: string): Promise<OperatedRow | undefined> {
  const { rows } = await db.query<OperatedRow>(
    `select ${OPERATED} from identity.organisation o where o.id = $1 for update`,
    [id],
  );
  return rows[0];
}

export interface NewOrganisation {
  readonly name: string;
  readonly code: string | null;
  readonly kind: string;
  readonly region: string | null;
  readonly categories: readonly string[];
  readonly status: OrganisationStatus;
}

export async function insertOrganisation(db: Queryable, organisation: NewOrganisation): Promise<ActingOrganisation> {
  const { name, code, kind, region, categories, status } = organisation;
  const { rows } = await db.query<ActingOrganisation>(
    `insert into identity.organisation (name, code, kind, region, categories, status) values ($1, $2, $3, $4, $5, $6)
     returning no, id`,
    [name, code, kind, region, categories, status],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the organisation was not kept');
  return row;
}

export async function setStatus(db: Queryable, no: number, status: OrganisationStatus): Promise<void> {
  await db.query('update identity.organisation set status = $2, merged_into = null where no = $1', [no, status]);
}

/** Those who were in the one are in the other from here on, as the same if it has that role, else to look. */
export async function mergeInto(db: Queryable, from: number, into: number): Promise<void> {
  await db.query("update identity.organisation set status = 'merged', merged_into = $2 where no = $1", [from, into]);
  await db.query(
    `insert into identity.membership as m (org_no, person_id, role, merged_from)
     select $2::int, f.person_id,
            case when f.role <> 'owner' and exists (select from identity.role r where r.org_no = $2 and r.name = f.role and r.title is null)
                 then f.role else 'viewer' end, $1::int
     from identity.membership f where f.org_no = $1 and f.ended_at is null
     on conflict (org_no, person_id) do update set role = excluded.role, merged_from = excluded.merged_from, ended_at = null
       where m.ended_at is not null`,
    [from, into],
  );
}

/** As before: whoever came by the merger alone is not in the other any more. */
export async function unmerge(db: Queryable, from: number): Promise<void> {
  await db.query('update identity.membership set ended_at = now() where merged_from = $1 and ended_at is null', [from]);
  await setStatus(db, from, 'active');
}

/** Undefined where the other is no regulator, or has this already. */
export async function insertJurisdiction(
  db: Queryable,
  given: {
    readonly organisation: string;
    readonly region: string;
    readonly category: string;
    readonly givenNo: number;
    readonly personId: string;
  },
): Promise<(ActingOrganisation & { readonly jurisdiction: string }) | undefined> {
  const { rows } = await db.query<ActingOrganisation & { jurisdiction: string }>(
    `insert into identity.jurisdiction as j (org_no, region, category, given_no, given_by)
     select o.no, $2, $3, $4, $5 from identity.organisation o
     where o.id = $1 and o.kind = 'regulator' and o.status = 'active' and o.no <> $4
     on conflict do nothing returning j.org_no as no, $1::uuid as id, j.id as jurisdiction`,
    [given.organisation, given.region, given.category, given.givenNo, given.personId],
  );
  return rows[0];
}
