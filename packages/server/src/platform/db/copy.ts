/** Rows of a table as a stream, in the text form of COPY, which every version of PostgreSQL reads alike. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Tx } from './pool.ts';

export interface TableColumns {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** As it is written in a statement. */
export function quoted({ schema, name }: Pick<TableColumns, 'schema' | 'name'>): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

function listed(table: TableColumns): string {
  return `${quoted(table)} (${table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}

/** All rows, no faster than they are taken. Whoever stops before the end loses the connection. */
export async function* copyOut(tx: Tx, table: TableColumns): AsyncGenerator<Buffer> {
  const rows = tx.client.query(copyTo(`copy ${listed(table)} to stdout`));
  let isDone = false;
  try {
    yield* rows;
    isDone = true;
  } finally {
    // The server would go on sending, and the next statement wait behind that.
    if (!isDone) void tx.client.end();
  }
}

/** Adds rows, with the values that identity columns had; returns how many. */
export async function copyIn(tx: Tx, table: TableColumns, rows: AsyncIterable<Buffer>): Promise<number> {
  const sink = tx.client.query(copyFrom(`copy ${listed(table)} from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), sink);
  return sink.rowCount;
}
