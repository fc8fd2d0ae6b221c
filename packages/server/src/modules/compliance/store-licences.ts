/** SQL of the licences that organisations have entered, as the program itself sees them. */
import type { HeldLicence } from '@suyuan/profiles';
import type { Queryable } from '../../platform/db/index.ts';

export interface EnteredLicence extends HeldLicence {
  readonly orgNo: number;
  /** Canonical code of the organisation, where it has one. */
  readonly code: string | null;
}

/** Of an organisation, and of those with these codes; one that was ended held until that day. */
export async function selectLicencesOf(
  db: Queryable,
  { orgNo, codes }: { readonly orgNo: number; readonly codes: readonly string[] },
): Promise<EnteredLicence[]> {
  const { rows } = await db.query<{
    orgNo: number;
    code: string | null;
    number: string;
    from: string | null;
    until: string | null;
  }>(
    `select o.no as "orgNo", o.code, l.number, l.valid_from::text as "from", 
            least(l.valid_until, (l.ended_at at time zone 'Asia/Shanghai')::date)::text as "until"
     from identity.organisation o join identity.licence l on l.org_no = o.no
     where o.no = $1 or o.code = any($2::text[])
     order by o.no <> $1, l.number, l.id limit ${LICENCES_MAX}`,
    [orgNo, codes],
  );
  return rows.map(({ from, until, ...rest }) => ({ ...rest, from: from ?? undefined, until: until ?? undefined }));
}

/** The organisation's own come first: a bound leaves none of them out. */
const LICENCES_MAX = 20_000;
