/** SQL of the licences of the organisation of the transaction. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface LicenceRow {
  readonly id: string;
  readonly scheme: string;
  readonly number: string;
  readonly scope: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly siteId: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly verifiedBy: string | null;
  readonly verifiedVia: string | null;
  readonly verifiedWhat: string | null;
}

export type NewLicence = Pick<
  LicenceRow,
  'scheme' | 'number' | 'scope' | 'issuer' | 'validFrom' | 'validUntil' | 'siteId'
>;

const LICENCE = `l.id, l.scheme, l.number, l.scope, l.issuer, l.valid_from::text as "validFrom", l.valid_until::text as "validUntil",
  l.site_id as "siteId", l.created_at as "createdAt", l.ended_at as "endedAt", l.verified_at as "verifiedAt",
  (select p.name from identity.person p where p.id = l.verified_by) as "verifiedBy",
  (select k.name from identity.known_no(l.verified_via) k) as "verifiedVia", l.verified_what as "verifiedWhat"`;
const LISTED_MAX = 5_000;

/** Those in force first. */
export async function selectLicences(db: Queryable): Promise<LicenceRow[]> {
  const { rows } = await db.query<LicenceRow>(
    `select ${LICENCE} from identity.licence l
     order by l.ended_at is not null, l.valid_until nulls last, l.number, l.id limit ${LISTED_MAX}`,
  );
  return rows;
}

/** Those that have ended by their day and nobody has ended or renewed, and those that end by the second day. */
export async function endingLicences(
  db: Queryable,
  { today, soon }: { readonly today: string; readonly soon: string },
): Promise<{ readonly late: number; readonly soon: number; readonly day: string | undefined }> {
  const { rows } = await db.query<{ late: number; soon: number; day: string | null }>(
    `select (count(*) filter (where valid_until < $1::date))::int as late, (count(*) filter (where valid_until >= $1::date))::int as soon,
            min(valid_until)::text as day
     from identity.licence where ended_at is null and valid_until <= $2::date`,
    [today, soon],
  );
  const { late = 0, soon: ending = 0, day = null } = rows[0] ?? {};
  return { late, soon: ending, day: day ?? undefined };
}

/** Undefined where the organisation has this one already. */
export async function insertLicence(
  db: Queryable,
  orgNo: number,
  licence: NewLicence,
): Promise<LicenceRow | undefined> {
  const { scheme, number, scope, issuer, validFrom, validUntil, siteId } = licence;
  const { rows } = await db.query<LicenceRow>(
    `insert into identity.licence as l (org_no, scheme, number, scope, issuer, valid_from, valid_until, site_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select s.id from identity.site s where s.id = $8))
     on conflict do nothing returning ${LICENCE}`,
    [orgNo, scheme, number, scope, issuer, validFrom, validUntil, siteId],
  );
  return rows[0];
}

/** Whoever changes one has it verified anew. */
export async function updateLicence(db: Queryable, id: string, licence: NewLicence): Promise<LicenceRow | undefined> {
  const { scheme, number, scope, issuer, validFrom, validUntil, siteId } = licence;
  const { rows } = await db.query<LicenceRow>(
    `update identity.licence l set scheme = $2, number = $3, scope = $4, issuer = $5, valid_from = $6, valid_until = $7,
            site_id = (select s.id from identity.site s where s.id = $8),
            verified_at = null, verified_by = null, verified_via = null, verified_what = null
      where l.id = $1 and l.ended_at is null returning ${LICENCE}`,
    [id, scheme, number, scope, issuer, validFrom, validUntil, siteId],
  );
  return rows[0];
}

export async function endLicence(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.licence set ended_at = now() where id = $1 and ended_at is null',
    [id],
  );
  return rowCount === 1;
}
