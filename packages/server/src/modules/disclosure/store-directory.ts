/** SQL of who has which code, and of who watches over whom. */
import type { Queryable } from '../../platform/db/index.ts';

export interface DirectoryRow {
  readonly code: string;
  readonly orgNo: number;
  /** Of a place that it has named. */
  readonly kind: string | null;
  readonly region: string | null;
}

/** The organisation of each of these codes that somebody here has; `digits` of a GLN, for ranges that are held. */
export async function selectDirectory(
  db: Queryable,
  codes: readonly { readonly code: string; readonly digits: string | null }[],
): Promise<DirectoryRow[]> {
  if (codes.length === 0) return [];
  const { rows } = await db.query<DirectoryRow>(
    'select code, org_no as "orgNo", kind, region from disclosure.directory($1::text[], $2::text[])',
    [codes.map(({ code }) => code), codes.map(({ digits }) => digits)],
  );
  return rows;
}

/** Where an organisation is, as far as it has said it, and what it deals in. */
interface RecorderRow {
  readonly no: number;
  readonly region: string | null;
  readonly categories: readonly string[];
}

/** Of organisations by their numbers. */
export async function selectRecorders(
  db: Queryable,
  orgNos: readonly number[],
): Promise<ReadonlyMap<number, RecorderRow>> {
  const { rows } = await db.query<RecorderRow>(
    'select no, region, categories from identity.organisation where no = any($1::int[])',
    [orgNos],
  );
  return new Map(rows.map((row) => [row.no, row]));
}

/** Those of these organisations that a regulator watches over. */
export async function selectSupervisedAmong(
  db: Queryable,
  regulatorNo: number,
  orgNos: readonly number[],
): Promise<Set<number>> {
  const { rows } = await db.query<{ no: number }>('select no from disclosure.supervised_among($1, $2::int[]) as no', [
    regulatorNo,
    orgNos,
  ]);
  return new Set(rows.map(({ no }) => no));
}

/** Those of these organisations whose office it is to warn: laboratories, and regulators with a jurisdiction. */
export async function selectOffices(db: Queryable, orgNos: readonly number[]): Promise<Set<number>> {
  if (orgNos.length === 0) return new Set();
  const { rows } = await db.query<{ no: number }>(
    `select no from identity.organisation where no = any($1::int[]) and status = 'active'
       and (kind = 'laboratory' or disclosure.has_jurisdiction(no))`,
    [orgNos],
  );
  return new Set(rows.map(({ no }) => no));
}

/** Whether an organisation is a regulator with a jurisdiction, of whatever. */
export async function hasJurisdiction(db: Queryable, orgNo: number): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>('select disclosure.has_jurisdiction($1) as has', [orgNo]);
  return rows[0]?.has === true;
}
