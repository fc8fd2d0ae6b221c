/** SQL of the organisation of the transaction. */
import { type OrganisationBody, Problem } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';
import type { OrganisationStatus } from './store-organisations.ts';

export interface OwnOrganisation {
  readonly no: number;
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly kind: OrganisationBody['kind'];
  readonly status: OrganisationStatus;
  readonly region: string | null;
  readonly categories: readonly string[];
  readonly secondFactor: 'offered' | 'managers' | 'all';
}

export async function selectOwn(db: Queryable): Promise<OwnOrganisation | undefined> {
  const { rows } = await db.query<OwnOrganisation>(
    `select no, id, name, code, kind, status, region, categories, second_factor as "secondFactor"
     from identity.organisation where no = identity.acting_org()`,
  );
  return rows[0];
}

/** What the organisation of the transaction is called: its name, or its code; null where it has neither. */
export async function ownName(db: Queryable): Promise<string | null> {
  const own = await selectOwn(db);
  return own?.name ?? own?.code ?? null;
}

/** The code of the organisation of the transaction; null where it has none. */
export async function selectOwnCode(db: Queryable): Promise<string | null> {
  return (await selectOwn(db))?.code ?? null;
}

/** What is not given stays as it is; null takes a code or a region away. */
export interface OwnChange {
  readonly name?: string | undefined;
  readonly code?: string | null | undefined;
  readonly kind?: OrganisationBody['kind'] | undefined;
  readonly region?: string | null | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly secondFactor?: OwnOrganisation['secondFactor'] | undefined;
}

/** @throws Problem `organisation.code-taken` */
export async function describeOwn(db: Queryable, change: OwnChange): Promise<void> {
  const { name, code, kind, region, categories, secondFactor } = change;
  try {
    await db.query(
      `update identity.organisation set name = coalesce($1, name), kind = coalesce($2, kind),
              code = case when $3 then $4 else code end, region = case when $5 then $6 else region end,
              categories = coalesce($7, categories), second_factor = coalesce($8, second_factor)
        where no = identity.acting_org()`,
      [
        name ?? null,
        kind ?? null,
        code !== undefined,
        code ?? null,
        region !== undefined,
        region ?? null,
        categories ?? null,
        secondFactor ?? null,
      ],
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new Problem('organisation.code-taken', { code: code ?? '' });
    throw error;
  }
}
