/** SQL of labels of the tenant. */
import type { LabelSpan } from '@suyuan/api/labels';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface Numbering {
  readonly next: number;
  readonly key: Buffer;
}

/** Locked until the end of the transaction: of two who ask at once one waits. @param key of a new one */
export async function lockNumbering(
  tx: Tx,
  { orgNo, product, key }: { readonly orgNo: number; readonly product: string; readonly key: Buffer },
): Promise<Numbering> {
  await tx.query('insert into labels.numbering (org_no, product, key) values ($1, $2, $3) on conflict do nothing', [
    orgNo,
    product,
    key,
  ]);
  const { rows } = await tx.query<{ next: string; key: Buffer }>(
    'select next, key from labels.numbering where product = $1 for update',
    [product],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no numbers of ${product}`);
  return { next: Number(row.next), key: row.key };
}

export async function setNext(tx: Tx, product: string, next: number): Promise<void> {
  await tx.query('update labels.numbering set next = $2 where product = $1', [product, next]);
}

export interface NewRun {
  readonly orgNo: number;
  readonly id: string;
  readonly product: string;
  readonly layout: string;
  readonly content: Readonly<Record<string, string>>;
  readonly first: number;
  readonly count: number;
  readonly by: string | null;
  readonly at: Date;
}

export async function insertRun(tx: Tx, { orgNo, id, ...run }: NewRun): Promise<void> {
  await tx.query(
    `insert into labels.run (org_no, id, product, layout, content, first, count, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [orgNo, id, run.product, run.layout, JSON.stringify(run.content), run.first, run.count, run.by, run.at],
  );
}

export interface RunRow {
  readonly id: string;
  readonly product: string;
  readonly layout: string;
  readonly content: Readonly<Record<string, string>>;
  /** Number of its first label among those of the product. */
  readonly first: number;
  readonly count: number;
  readonly key: Buffer;
  readonly madeAt: Date;
}

const RUN = `select r.id, r.product, r.layout, r.content, r.first::float8 as first, r.count, n.key, r.made_at as "madeAt"
  from labels.run r join labels.numbering n using (org_no, product)`;

export async function findRun(db: Queryable, id: string): Promise<RunRow | undefined> {
  const { rows } = await db.query<RunRow>(`${RUN} where r.id = $1`, [id]);
  return rows[0];
}

/** The newest first; those after the one of this id, if one is given. */
export async function selectRuns(
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly RunRow[]> {
  const { rows } = await db.query<RunRow>(
    `${RUN} where $1::uuid is null or (r.made_at, r.id) < (select b.made_at, b.id from labels.run b where b.id = $1)
     order by r.made_at desc, r.id desc limit $2`,
    [after, limit],
  );
  return rows;
}

/** In which of them the number of a product is. */
export async function findRunOf(db: Queryable, product: string, number: number): Promise<RunRow | undefined> {
  const { rows } = await db.query<RunRow>(`${RUN} where r.product = $1 and r.first <= $2 and r.first + r.count > $2`, [
    product,
    number,
  ]);
  return rows[0];
}

export async function findKey(db: Queryable, product: string): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ key: Buffer }>('select key from labels.numbering where product = $1', [product]);
  return rows[0]?.key;
}

export interface NewPrint extends LabelSpan {
  readonly orgNo: number;
  readonly run: string;
  readonly format: 'pdf' | 'zpl';
  readonly by: string | null;
  readonly at: Date;
}

export async function insertPrint(tx: Tx, { orgNo, run, first, last, format, by, at }: NewPrint): Promise<void> {
  await tx.query(
    `insert into labels.print (org_no, run_id, first, last, format, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [orgNo, run, first, last, format, by, at],
  );
}

/** By run. */
export async function selectPrints(db: Queryable, runs: readonly string[]): Promise<Map<string, LabelSpan[]>> {
  const { rows } = await db.query<LabelSpan & { readonly run: string }>(
    'select run_id as run, first, last from labels.print where run_id = any($1::uuid[])',
    [runs],
  );
  return byRun(rows);
}

export interface BindingRow extends LabelSpan {
  readonly run: string;
  readonly id: string;
  readonly lot: string | null;
  readonly at: Date;
}

/** By run, in order. */
export async function selectBindings(db: Queryable, runs: readonly string[]): Promise<Map<string, BindingRow[]>> {
  const { rows } = await db.query<BindingRow>(
    'select run_id as run, id, first, last, lot, at from labels.binding where run_id = any($1::uuid[]) order by first',
    [runs],
  );
  return byRun(rows);
}

export async function insertBinding(
  tx: Tx,
  { orgNo, by, now, ...row }: BindingRow & { readonly orgNo: number; readonly by: string | null; readonly now: Date },
): Promise<void> {
  await tx.query(
    `insert into labels.binding (org_no, id, run_id, first, last, lot, at, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [orgNo, row.id, row.run, row.first, row.last, row.lot, row.at, by, now],
  );
}

/** Taken back: what it says could not be recorded. */
export async function deleteBinding(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from labels.binding where id = $1 and done_at is null', [id]);
}

export async function finishBinding(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update labels.binding set done_at = coalesce(done_at, $2) where id = $1', [id, at]);
}

function byRun<Row extends { readonly run: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) {
    const list = all.get(row.run);
    if (list === undefined) all.set(row.run, [row]);
    else list.push(row);
  }
  return all;
}
