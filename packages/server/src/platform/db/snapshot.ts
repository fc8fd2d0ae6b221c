/** Reads everything that the product has stored, as of one moment, beside whoever works. */
import type pg from 'pg';
import { copyOut } from './copy.ts';
import { type AppliedMigration, knownMigrations } from './migrate.ts';
import type { Tx } from './pool.ts';
import { roleName } from './roles.ts';
import { type ProductTable, productTables, type SequenceValue, sequenceValues } from './tables.ts';

/** COPY writes text by these; whoever reads it sets the same. */
export const COPY_SETTINGS =
  "set local client_encoding = 'UTF8'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; " +
  'set local extra_float_digits = 1; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0';

export interface Snapshot {
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly ProductTable[];
  /** As the program itself, who sees all rows. */
  readonly tx: Tx;
  rows(table: ProductTable): AsyncGenerator<Buffer>;
  sequences(): Promise<SequenceValue[]>;
}

/**
 * One transaction that reads. Tables that hide their rows from their owner are read as the role *maintenance*; the others,
 * some of which that role may not read, as their owner.
 * @throws MigrationError where a newer program has made tables that this one does not know
 */
export async function readSnapshot<Result>(
  owner: pg.Pool,
  run: (snapshot: Snapshot) => Promise<Result>,
  dir?: string,
): Promise<Result> {
  const client = await owner.connect();
  // A connection that dies says so by an event too, which must have a listener; the statement under way reports it.
  client.on('error', () => undefined);
  const tx: Tx = {
    client,
    query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
  };
  const asProgram = `set local role ${roleName('maintenance')}`;
  try {
    await tx.query(`begin isolation level repeatable read read only; ${COPY_SETTINGS}; set local row_security = off`);
    const migrations = await knownMigrations(tx, dir);
    const tables = await productTables(tx, dir);
    await tx.query(asProgram);
    const result = await run({
      migrations,
      tables,
      tx,
      async *rows(table) {
        if (table.isForced) {
          yield* copyOut(tx, table);
          return;
        }
        await tx.query('reset role');
        yield* copyOut(tx, table);
        await tx.query(asProgram);
      },
      async sequences() {
        await tx.query('reset role');
        const values = await sequenceValues(tx, dir);
        await tx.query(asProgram);
        return values;
      },
    });
    await tx.query('commit');
    return result;
  } finally {
    // Closing the connection ends what it began.
    client.release(true);
  }
}
