/** SQL of the organisations whose records are judged, as the chain or the program itself sees them. */
import type { Queryable } from '../../platform/db/index.ts';

export interface JudgedOrganisation {
  readonly no: number;
  /** Canonical code of the party, where it has one. */
  readonly code: string | null;
  readonly name: string | null;
  readonly kind: string | null;
  readonly categories: readonly string[];
}

/** By their numbers. */
export async function readOrganisations(
  db: Queryable,
  orgNos: readonly number[],
): Promise<ReadonlyMap<number, JudgedOrganisation>> {
  const { rows } = await db.query<JudgedOrganisation>(
    'select no, code, name, kind, categories from identity.organisation where no = any($1::int[])',
    [orgNos],
  );
  return new Map(rows.map((org) => [org.no, org]));
}
