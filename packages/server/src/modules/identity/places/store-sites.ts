/** SQL of the sites of the organisation of the transaction. */
import type { SiteBody } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';

export interface SiteRow extends Omit<SiteBody, 'createdAt' | 'closedAt'> {
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export type NewSite = Pick<SiteRow, 'name' | 'kind' | 'code' | 'region' | 'placeCode' | 'address' | 'boundary'>;

const SITE = `id, name, kind, code, region, place_code as "placeCode", address, boundary, created_at as "createdAt",
  closed_at as "closedAt"`;
const LISTED_MAX = 10_000;

/** Those in use first. */
export async function selectSites(db: Queryable): Promise<SiteRow[]> {
  const { rows } = await db.query<SiteRow>(
    `select ${SITE} from identity.site order by closed_at is not null, name, id limit ${LISTED_MAX}`,
  );
  return rows;
}

export async function insertSite(db: Queryable, orgNo: number, site: NewSite): Promise<SiteRow> {
  const { name, kind, code, region, placeCode, address, boundary } = site;
  const { rows } = await db.query<SiteRow>(
    `insert into identity.site (org_no, name, kind, code, region, place_code, address, boundary)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${SITE}`,
    [orgNo, name, kind, code, region, placeCode, address, boundary],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the site was not kept');
  return row;
}

export async function updateSite(db: Queryable, id: string, site: NewSite): Promise<SiteRow | undefined> {
  const { name, kind, code, region, placeCode, address, boundary } = site;
  const { rows } = await db.query<SiteRow>(
    `update identity.site set name = $2, kind = $3, code = $4, region = $5, place_code = $6, address = $7, boundary = $8
      where id = $1 and closed_at is null returning ${SITE}`,
    [id, name, kind, code, region, placeCode, address, boundary],
  );
  return rows[0];
}

export async function closeSite(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update identity.site set closed_at = now() where id = $1 and closed_at is null',
    [id],
  );
  return rowCount === 1;
}

/** Whether it is in use, and has a code that events name. */
export async function hasCode(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>(
    'select exists (select from identity.site where id = $1 and closed_at is null and code is not null) as has',
    [id],
  );
  return rows[0]?.has === true;
}

/** Canonical codes by which others name the organisation: its own, and those of its sites that are open. */
export async function selectOwnCodes(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select code from identity.organisation where no = identity.acting_org() and code is not null
     union select code from identity.site where closed_at is null and code is not null limit ${LISTED_MAX}`,
  );
  return rows.map(({ code }) => code);
}
