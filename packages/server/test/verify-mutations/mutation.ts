/** One change of the store behind the program's back: drawn at random, and applied. */
import type { Tx } from '../../src/platform/db/index.ts';
import type { Random } from '../trace-oracle/random.ts';
import { cutEnd, rewriteBlock } from './by-many-rows.ts';
import { otherValue } from './other-value.ts';
import { type Column, deleteRow, insertRow, type Row, type Store, type Table, updateRow } from './store-rows.ts';

export interface Mutation {
  readonly kind: 'change' | 'delete' | 'copy' | 'move' | 'swap' | 'cut-end' | 'rewrite';
  readonly table: Table;
  readonly column: Column;
  /** Rows as they were and as they are then. */
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

const KINDS: readonly Mutation['kind'][] = ['change', 'change', 'change', 'swap', 'swap', 'move', 'copy', 'delete'];
/** What takes many rows at once, and is known to be seen from outside alone. */
const BY_MANY_ROWS = 0.005;

/** One that changes something; undefined where the draw would change nothing. */
export function drawMutation(random: Random, { tables, rows }: Store): Mutation | undefined {
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ table, column })));
  const { table, column } = random.pick(columns);
  const others = rows.get(table.name) ?? [];
  if (others.length === 0) return undefined;
  const row = random.pick(others);
  const at = { table, column };
  if (random.chance(BY_MANY_ROWS)) {
    return { kind: random.pick(['cut-end', 'rewrite']), ...at, before: [], after: [] };
  }
  const kind = random.pick(KINDS);
  const changed = (): Row => ({ ...row, [column.name]: otherValue(random, column, { row, others }) });
  const other = random.pick(others);
  const mutation: Mutation = { kind, ...at, ...rowsOf(kind, { row, other, column, changed }) };
  return contentOf(mutation.before) === contentOf(mutation.after) ? undefined : mutation;
}

function rowsOf(
  kind: Mutation['kind'],
  {
    row,
    other,
    column: { name },
    changed,
  }: { readonly row: Row; readonly other: Row; readonly column: Column; readonly changed: () => Row },
): Pick<Mutation, 'before' | 'after'> {
  switch (kind) {
    case 'delete':
      return { before: [row], after: [] };
    case 'copy':
      return { before: [], after: [changed()] };
    case 'swap': {
      const after = [
        { ...row, [name]: other[name] ?? null },
        { ...other, [name]: row[name] ?? null },
      ];
      return { before: [row, other], after };
    }
    default:
      return { before: [row], after: [changed()] };
  }
}

function contentOf(rows: readonly Row[]): string {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
}

/** @throws pg's DatabaseError where the database itself refuses it */
export async function applyMutation(tx: Tx, { kind, table, column, before, after }: Mutation): Promise<void> {
  if (kind === 'cut-end') return cutEnd(tx);
  if (kind === 'rewrite') return rewriteBlock(tx);
  const isInPlace = kind === 'change' || (kind === 'swap' && !column.isKey);
  if (isInPlace) {
    for (const [i, row] of before.entries()) {
      await updateRow(tx, table, { row, column, value: after[i]?.[column.name] ?? null });
    }
    return;
  }
  for (const row of before) await deleteRow(tx, table, row);
  for (const row of after) await insertRow(tx, table, row);
}

/** A line for a person. */
export function told({ kind, table, column, before, after }: Mutation): string {
  const value = (rows: readonly Row[]): string => rows.map((row) => String(row[column.name]).slice(0, 80)).join(', ');
  return `${kind} ${table.name}.${column.name}: ${value(before)} → ${value(after)}`;
}
