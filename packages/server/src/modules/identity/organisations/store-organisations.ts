/** SQL of organisations. */
import type { Queryable } from '../../../platform/db/index.ts';

export type OrganisationStatus = 'pending' | 'active' | 'suspended' | 'merged' | 'closed';

export interface Organisation {
  /** Its number in this database. */
  readonly no: number;
  /** UUID, the same wherever its records go. */
  readonly id: string;
  /** The party's own code, canonical. */
  readonly code: string | null;
  readonly name: string | null;
}

const COLUMNS = 'no, id, code, name';
/** More than a person reads. */
const LISTED_MAX = 10_000;

export async function selectOrganisations(db: Queryable): Promise<Organisation[]> {
  const { rows } = await db.query<Organisation>(
    `select ${COLUMNS} from identity.organisation order by no limit ${LISTED_MAX}`,
  );
  return rows;
}

/** Those of these numbers that the role of the transaction sees, in their order. */
export async function findOrganisations(db: Queryable, nos: readonly number[]): Promise<Organisation[]> {
  if (nos.length === 0) return [];
  const { rows } = await db.query<Organisation>(
    `select ${COLUMNS} from identity.organisation where no = any($1::int[]) order by no`,
    [nos],
  );
  return rows;
}

/** Makes the organisation of this canonical code where there is none yet. */
export async function keepOrganisation(db: Queryable, code: string): Promise<void> {
  await db.query('insert into identity.organisation (code) values ($1) on conflict do nothing', [code]);
}

export async function findByCode(db: Queryable, code: string): Promise<Organisation | undefined> {
  const { rows } = await db.query<Organisation>(`select ${COLUMNS} from identity.organisation where code = $1`, [code]);
  return rows[0];
}

/** Gives an organisation another code, unless that is another's. */
export async function changeCode(db: Queryable, from: string, to: string): Promise<void> {
  await db.query(
    `update identity.organisation set code = $2
      where code = $1 and not exists (select 1 from identity.organisation where code = $2)`,
    [from, to],
  );
}

/** What is null stays as it is. */
export async function updateOrganisation(
  db: Queryable,
  id: string,
  { name, code }: { readonly name: string | null; readonly code: string | null },
): Promise<Organisation | undefined> {
  const { rows } = await db.query<Organisation>(
    `update identity.organisation set name = coalesce($2, name), code = coalesce($3, code)
      where id::text = lower($1) returning ${COLUMNS}`,
    [id, name, code],
  );
  return rows[0];
}

/** Number and UUID of one by its number. */
export async function organisationNumbered(
  db: Queryable,
  no: number,
): Promise<{ readonly no: number; readonly id: string }> {
  const { rows } = await db.query<{ no: number; id: string }>(
    'select no, id from identity.organisation where no = $1',
    [no],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no organisation ${no}`);
  return row;
}
