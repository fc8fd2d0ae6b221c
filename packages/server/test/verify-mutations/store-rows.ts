/** The tables of the store and their rows, as the database itself lists them, so that a column that is new is among them. */
import type { Queryable } from '../../src/platform/db/index.ts';

export interface Column {
  readonly name: string;
  /** The name of its type, such as `bytea`, `_uuid`. */
  readonly type: string;
  readonly isNullable: boolean;
  readonly isKey: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Values as text, by column. */
export type Row = Readonly<Record<string, string | null>>;

/** The whole store: rows of each table. */
export interface Store {
  readonly tables: readonly Table[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

const TABLES = `t.table_type = 'BASE TABLE'
  and (t.table_schema in ('events', 'integrity', 'registry') or (t.table_schema = 'identity' and t.table_name in ('organisation', 'occurrence')))`;

export async function readTables(db: Queryable): Promise<Table[]> {
  const { rows } = await db.query<Table>(
    `select t.table_schema || '.' || t.table_name as name,
            json_agg(json_build_object('name', c.column_name, 'type', c.udt_name, 'isNullable', c.is_nullable = 'YES',
                                       'isKey', k.column_name is not null) order by c.ordinal_position) as columns
     from information_schema.tables t
     join information_schema.columns c on (c.table_schema, c.table_name, c.is_generated)
       = (t.table_schema, t.table_name, 'NEVER') -- of the others the database makes what they hold
     left join (select table_schema, table_name, column_name from information_schema.key_column_usage
                join information_schema.table_constraints using (constraint_schema, constraint_name, table_schema, table_name)
                where constraint_type = 'PRIMARY KEY') k on (k.table_schema, k.table_name, k.column_name)
       = (c.table_schema, c.table_name, c.column_name)
     where ${TABLES} group by 1 order by 1`,
  );
  return rows;
}

export async function readStore(db: Queryable, tables: readonly Table[]): Promise<Store> {
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) rows.set(table.name, await readRows(db, table));
  return { tables, rows };
}

export async function readRows(db: Queryable, { name, columns }: Table): Promise<Row[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::text as ${quoted(column.name)}`);
  // In an order that does not depend on where rows lie.
  const { rows } = await db.query<Row>(`select ${texts.join()} from ${name} t order by t::text`);
  return rows;
}

export function quoted(name: string): string {
  return `"${name}"`;
}

/** The one row of these values. */
export async function deleteRow(db: Queryable, { name, columns }: Table, row: Row): Promise<void> {
  const same = columns.map((column, i) => `${quoted(column.name)}::text is not distinct from $${i + 1}`);
  await db.query(
    `delete from ${name} where ctid = (select ctid from ${name} where ${same.join(' and ')} limit 1)`,
    columns.map((column) => row[column.name]),
  );
}

export async function insertRow(db: Queryable, { name, columns }: Table, row: Row): Promise<void> {
  await db.query(
    `insert into ${name} (${columns.map((column) => quoted(column.name)).join()}) overriding system value
     values (${columns.map(({ type }, i) => `$${i + 1}::${type}`).join()})`,
    columns.map((column) => row[column.name]),
  );
}

/** Changes one column in place, which a row that others refer to allows. */
export async function updateRow(
  db: Queryable,
  { name, columns }: Table,
  { row, column, value }: { readonly row: Row; readonly column: Column; readonly value: string | null },
): Promise<void> {
  const same = columns.map((each, i) => `${quoted(each.name)}::text is not distinct from $${i + 2}`);
  await db.query(
    `update ${name} set ${quoted(column.name)} = $1::${column.type}
     where ctid = (select ctid from ${name} where ${same.join(' and ')} limit 1)`,
    [value, ...columns.map((each) => row[each.name])],
  );
}
