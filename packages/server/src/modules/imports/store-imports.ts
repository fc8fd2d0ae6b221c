/** SQL of the files of records that a tenant sends. */
import type { ImportFault, ImportState } from '@suyuan/api';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface ImportRow {
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly sha256: string | null;
  readonly sheet: string | null;
  readonly rows: number;
  readonly good: number;
  readonly faulty: number;
  readonly handled: number;
  readonly recorded: number;
  readonly refused: number;
  readonly lastRow: number;
  readonly problem: KeptProblem | null;
  readonly madeBy: { readonly id: string; readonly name: string } | null;
  readonly madeAt: Date;
  readonly changedAt: Date;
}

export interface KeptProblem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const IMPORT = `i.id, i.pack, i.stage, i.name, i.bytes, i.state, i.sha256, i.sheet, i.rows, i.good, i.faulty, i.handled,
  i.recorded, i.refused, i.last_row as "lastRow", i.problem,
  (select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = i.made_by) as "madeBy",
  i.made_at as "madeAt", i.changed_at as "changedAt"`;

/** The newest first; those after the one of this id, if one is given. */
export async function selectImports(
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ImportRow[]> {
  const { rows } = await db.query<ImportRow>(
    `select ${IMPORT} from imports.import i
     where $1::uuid is null or (i.made_at, i.id) < (select b.made_at, b.id from imports.import b where b.id = $1)
     order by i.made_at desc, i.id desc limit $2`,
    [after, limit],
  );
  return rows;
}

export async function findImport(db: Queryable, id: string): Promise<ImportRow | undefined> {
  const { rows } = await db.query<ImportRow>(`select ${IMPORT} from imports.import i where i.id = $1`, [id]);
  return rows[0];
}

/** Locked: of two who change it at once one does. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const { rows } = await tx.query<ImportRow>(`select ${IMPORT} from imports.import i where i.id = $1 for update`, [id]);
  return rows[0];
}

export async function findFaults(db: Queryable, id: string): Promise<readonly ImportFault[]> {
  const { rows } = await db.query<{ faults: readonly ImportFault[] }>(
    'select faults from imports.import where id = $1',
    [id],
  );
  return rows[0]?.faults ?? [];
}

/** Another of the same content for the same stage, which did not fail. */
export async function findSame(
  db: Queryable,
  { id, pack, stage, sha256 }: Pick<ImportRow, 'id' | 'pack' | 'stage'> & { readonly sha256: string },
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select id, name from imports.import
     where pack = $2 and stage = $3 and sha256 = $4 and id <> $1 and state <> 'failed' order by made_at limit 1`,
    [id, pack, stage, sha256],
  );
  return rows[0];
}

/** Those that were not recorded. */
export async function countOpen(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from imports.import where state <> 'recorded'",
  );
  return rows[0]?.count ?? 0;
}

export interface MadeImport extends Pick<ImportRow, 'id' | 'pack' | 'stage' | 'name' | 'bytes'> {
  readonly orgNo: number;
  readonly by: string | null;
  readonly at: Date;
}

/** False where there is one of this id. */
export async function insertImport(tx: Tx, { orgNo, by, at, ...made }: MadeImport): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into imports.import (org_no, id, pack, stage, name, bytes, made_by, made_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict do nothing`,
    [orgNo, made.id, made.pack, made.stage, made.name, made.bytes, by, at],
  );
  return rowCount === 1;
}

/** As whom the rows are recorded. */
export interface RecordedFor {
  readonly person: string | null;
  readonly key: string | null;
  readonly site: string | null;
  readonly via: number | null;
}

/** Begins anew: what was found before is forgotten. */
export async function askCheck(tx: Tx, id: string, { sha256, at }: { readonly sha256: string; readonly at: Date }) {
  await tx.query(
    `update imports.import set state = 'checking', sha256 = $2, changed_at = $3, rows = 0, good = 0, faulty = 0, handled = 0,
       recorded = 0, refused = 0, last_row = 0, faults = '[]', problem = null where id = $1`,
    [id, sha256, at],
  );
  await tx.query('delete from imports.refusal where import_id = $1', [id]);
}

export async function askRecording(
  tx: Tx,
  id: string,
  { person, key, site, via, at }: RecordedFor & { readonly at: Date },
): Promise<void> {
  await tx.query(
    `update imports.import set state = 'recording', for_person = $2, for_key = $3, for_site = $4, for_via = $5, changed_at = $6
     where id = $1`,
    [id, person, key, site, via, at],
  );
}

/** So far; only while it is checked. */
export async function noteRows(tx: Tx, id: string, rows: number): Promise<void> {
  await tx.query("update imports.import set rows = $2 where id = $1 and state = 'checking'", [id, rows]);
}

export interface Checked extends Pick<ImportRow, 'rows' | 'good' | 'faulty'> {
  readonly sheet: string;
  readonly faults: readonly ImportFault[];
  readonly at: Date;
}

export async function setChecked(tx: Tx, id: string, { sheet, rows, good, faulty, faults, at }: Checked) {
  await tx.query(
    `update imports.import set state = 'checked', sheet = $2, rows = $3, good = $4, faulty = $5, faults = $6, changed_at = $7
     where id = $1 and state = 'checking'`,
    [id, sheet, rows, good, faulty, JSON.stringify(faults), at],
  );
}

export async function setFailed(
  tx: Tx,
  id: string,
  { problem, at }: { readonly problem: KeptProblem; readonly at: Date },
) {
  await tx.query(
    `update imports.import set state = 'failed', problem = $2, changed_at = $3
     where id = $1 and state in ('checking', 'recording')`,
    [id, JSON.stringify(problem), at],
  );
}

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly handled: number;
  readonly recorded: number;
  readonly refusals: readonly { readonly row: number; readonly zh: string; readonly en: string }[];
  readonly at: Date;
}

/** Notes what became of rows; false where another program has noted them meanwhile, and then nothing. */
export async function noteStep(
  tx: Tx,
  { orgNo, id }: { readonly orgNo: number; readonly id: string },
  { from, to, handled, recorded, refusals, at }: Step,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update imports.import set last_row = $3, handled = handled + $4, recorded = recorded + $5, refused = refused + $6, changed_at = $7
     where id = $1 and last_row = $2 and state = 'recording'`,
    [id, from, to, handled, recorded, refusals.length, at],
  );
  if (rowCount !== 1) return false;
  if (refusals.length > 0)
    await tx.query(
      `insert into imports.refusal (org_no, import_id, row, zh, en)
       select $1, $2, * from unnest($3::int[], $4::text[], $5::text[]) on conflict do nothing`,
      [orgNo, id, refusals.map(({ row }) => row), refusals.map(({ zh }) => zh), refusals.map(({ en }) => en)],
    );
  return true;
}

/** False where it was noted before. */
export async function setRecorded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    "update imports.import set state = 'recorded', changed_at = $2 where id = $1 and state = 'recording'",
    [id, at],
  );
  return rowCount === 1;
}

export interface Refusal {
  readonly row: number;
  readonly zh: string;
  readonly en: string;
}

/** Those behind a row, in order. */
export async function selectRefusals(
  db: Queryable,
  id: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Refusal[]> {
  const { rows } = await db.query<Refusal>(
    'select row, zh, en from imports.refusal where import_id = $1 and row > $2 order by row limit $3',
    [id, after, limit],
  );
  return rows;
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from imports.import where id = $1', [id]);
}
