/** SQL of whoever recorded goods that a page tells of, as the program itself sees them. */
import type { HeldLicence } from '@suyuan/profiles';
import type { Queryable } from '../../platform/db/index.ts';

export interface Recorder {
  readonly no: number;
  /** What it deals in: by that its packs are found. */
  readonly categories: readonly string[];
  readonly licences: readonly HeldLicence[];
}

/** A page names few; of the licences of a firm that has thousands the first by number. */
const RECORDERS_MAX = 100;
const LICENCES_MAX = 1_000;

/** In one statement: anybody may ask for a page. */
export async function readRecorders(db: Queryable, nos: readonly number[]): Promise<ReadonlyMap<number, Recorder>> {
  if (nos.length === 0) return new Map();
  const { rows } = await db.query<Omit<Recorder, 'licences'> & { licences: HeldLicenceRow[] }>(
    `select o.no, o.categories, coalesce((select json_agg(l) from (
              select number, valid_from::text as "from",
                     least(valid_until, (ended_at at time zone 'Asia/Shanghai')::date)::text as "until"
              from identity.licence where org_no = o.no order by number, id limit ${LICENCES_MAX}) l), '[]') as licences
     from identity.organisation o where o.no = any($1::int[])`,
    [nos.slice(0, RECORDERS_MAX)],
  );
  return new Map(rows.map(({ licences, ...rest }) => [rest.no, { ...rest, licences: licences.map(heldOf) }]));
}

interface HeldLicenceRow {
  readonly number: string;
  readonly from: string | null;
  readonly until: string | null;
}

function heldOf({ number, from, until }: HeldLicenceRow): HeldLicence {
  return { number, from: from ?? undefined, until: until ?? undefined };
}
