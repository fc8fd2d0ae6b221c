/** What the catalogue says of the product's own tables. */
import { quoted, type TableColumns } from './copy.ts';
import { productSchemas } from './migrate.ts';
import type { Queryable } from './pool.ts';

export interface ProductTable extends TableColumns {
  /** Row security binds its owner as well. */
  readonly isForced: boolean;
  /** Tables that its rows refer to. */
  readonly refersTo: readonly string[];
}

/** `schema.name` */
export function nameOf({ schema, name }: Pick<TableColumns, 'schema' | 'name'>): string {
  return `${schema}.${name}`;
}

/**
 * All tables of the product with the columns that are stored, what is referred to first. The list of migrations is left
 * out: it belongs to the structure.
 */
export async function productTables(db: Queryable, dir?: string): Promise<ProductTable[]> {
  const { rows } = await db.query<ProductTable>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
            coalesce((select json_agg(a.attname order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns,
            coalesce((select json_agg(distinct rn.nspname || '.' || r.relname) from pg_constraint f
              join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
              where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid), '[]') as "refersTo"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' and n.nspname || '.' || c.relname <> 'platform.migration'
     order by n.nspname collate "C", c.relname collate "C"`,
    [await productSchemas(dir)],
  );
  return inOrder(rows);
}

/** What others refer to before them; otherwise as they come. */
export function inOrder<Table extends Pick<ProductTable, 'schema' | 'name' | 'refersTo'>>(
  tables: readonly Table[],
): Table[] {
  const names = new Set(tables.map(nameOf));
  const placed = new Set<string>();
  const ordered: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ refersTo }) => refersTo.every((name) => placed.has(name) || !names.has(name)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map(nameOf).join(', ')}`);
    for (const table of ready) placed.add(nameOf(table));
    ordered.push(...ready);
    left = left.filter((table) => !placed.has(nameOf(table)));
  }
  return ordered;
}

export interface SequenceValue {
  readonly schema: string;
  readonly name: string;
  /** The last one given, where `isCalled`; else the next. Text: it may be larger than a number holds. */
  readonly value: string;
  readonly isCalled: boolean;
}

/** Where each sequence stands. Sequences are outside of transactions, so this is a state of now or later. */
export async function sequenceValues(db: Queryable, dir?: string): Promise<SequenceValue[]> {
  const { rows } = await db.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'S' order by 1, 2`,
    [await productSchemas(dir)],
  );
  const values: SequenceValue[] = [];
  for (const sequence of rows) {
    const read = await db.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${quoted(sequence)}`,
    );
    values.push(...read.rows.map((row) => ({ ...sequence, ...row })));
  }
  return values;
}
