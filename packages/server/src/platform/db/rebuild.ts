/** Makes the product's tables anew and fills them with what was stored elsewhere: all of it, or nothing is changed. */
import type pg from 'pg';
import { copyIn, quoted, type TableColumns } from './copy.ts';
import { type AppliedMigration, lockMigrations, migrateWithin, productSchemas, refuseUnknown } from './migrate.ts';
import type { Tx } from './pool.ts';
import { DB_ROLES, roleName } from './roles.ts';
import { COPY_SETTINGS } from './snapshot.ts';
import { nameOf, type ProductTable, productTables, type SequenceValue } from './tables.ts';

/** The database has records, or a program works with it; nothing was changed. */
export class NotVacant extends Error {
  override name = 'NotVacant';
  readonly why: 'not-empty' | 'in-use';
  /** Tables that have rows, where it is not empty. */
  readonly tables: readonly string[];

  constructor(why: 'not-empty' | 'in-use', tables: readonly string[] = []) {
    super(`${why}: ${tables.join(', ')}`);
    this.why = why;
    this.tables = tables;
  }
}

export interface Rebuilding {
  /** Tables as they were where the rows come from, in an order in which they may be filled. */
  readonly tables: readonly ProductTable[];
  /** Adds rows to an empty table; returns how many. Triggers are not run: what they did is in the rows. */
  fill(table: TableColumns, rows: AsyncIterable<Buffer>): Promise<number>;
  setSequences(values: readonly SequenceValue[]): Promise<void>;
}

export interface RebuildSteps {
  /** Of where the rows come from. */
  readonly migrations: readonly AppliedMigration[];
  /** Where the files of migrations are, if not with the program. */
  readonly dir?: string;
  /** Tables whose rows nobody misses, such as those that a first start makes. */
  readonly passing?: readonly string[];
  fill(rebuilding: Rebuilding): Promise<void>;
  /** Last, with the structure of today and as the program itself; what it throws undoes everything. */
  check(tx: Tx): Promise<void>;
}

/** One transaction. @throws NotVacant, MigrationError */
export async function rebuild(
  owner: pg.Pool,
  { migrations, dir, passing = [], fill, check }: RebuildSteps,
): Promise<void> {
  await refuseUnknown(migrations, dir);
  const client = await owner.connect();
  // A connection that dies says so by an event too, which must have a listener; the statement under way reports it.
  client.on('error', () => undefined);
  const tx: Tx = {
    client,
    query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
  };
  try {
    await tx.query(`begin; ${COPY_SETTINGS}; set local lock_timeout = '30s'`);
    await lockMigrations(tx);
    await refuseCompany(tx);
    await makeVacant(tx, passing, { upTo: migrations.at(-1)?.name, dir });
    await fill(rebuildingOf(tx, await productTables(tx, dir)));
    await migrateWithin(client, undefined, dir);
    for (const table of await productTables(tx, dir)) await tx.query(`analyze ${quoted(table)}`);
    await tx.query(`set local role ${roleName('maintenance')}; set local row_security = off`);
    await check(tx);
    await tx.query('reset role');
    const end = await client.query('commit');
    if (end.command !== 'COMMIT') throw new Error('a statement failed and was passed over, so nothing was stored');
  } finally {
    // Closing the connection undoes what was not committed.
    client.release(true);
  }
}

/** Connections of what ran just now take a moment to be gone. */
const COMPANY_LOOKS = 30;
const LOOK_EVERY_MS = 100;

/** A program that works with this database would go on with what it knows of rows that are gone. */
async function refuseCompany(tx: Tx): Promise<void> {
  for (let look = 1; ; look += 1) {
    // Within a transaction the first look would be repeated.
    await tx.query('select pg_stat_clear_snapshot()');
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and (usename = session_user or usename = any($1))`,
      [DB_ROLES.map(roleName)],
    );
    if (rows[0]?.count === 0) return;
    if (look === COMPANY_LOOKS) throw new NotVacant('in-use');
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

/** Leaves the structure of that migration without a row. @throws NotVacant where there were more than migrations make */
async function makeVacant(
  tx: Tx,
  passing: readonly string[],
  { upTo, dir }: { readonly upTo: string | undefined; readonly dir: string | undefined },
): Promise<void> {
  const before = await countRows(tx, dir);
  await dropAll(tx, dir);
  await migrateWithin(tx.client, undefined, dir);
  const fresh = await countRows(tx, dir);
  const filled = [...before]
    .filter(([name, count]) => count > (fresh.get(name) ?? 0) && !passing.includes(name))
    .map(([name]) => name);
  if (filled.length > 0) throw new NotVacant('not-empty', filled);
  await dropAll(tx, dir);
  await migrateWithin(tx.client, upTo, dir);
  const tables = await productTables(tx, dir);
  if (tables.length > 0) await tx.query(`truncate ${tables.map(quoted).join(', ')}`);
}

async function dropAll(tx: Tx, dir?: string): Promise<void> {
  for (const schema of await productSchemas(dir)) await tx.query(`drop schema if exists ${schema} cascade`);
}

/** No migration makes so many rows. */
const COUNTED_MAX = 10_000;

async function countRows(tx: Tx, dir?: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await productTables(tx, dir)) {
    if (table.isForced) await tx.query(`alter table ${quoted(table)} no force row level security`);
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from (select from ${quoted(table)} limit ${COUNTED_MAX}) as counted`,
    );
    counts.set(nameOf(table), rows[0]?.count ?? 0);
  }
  return counts;
}

function rebuildingOf(tx: Tx, tables: readonly ProductTable[]): Rebuilding {
  return {
    tables,
    async fill(table, rows) {
      const name = quoted(table);
      const isForced = tables.some((each) => nameOf(each) === nameOf(table) && each.isForced);
      const triggers = await triggersOf(tx, name);
      if (isForced) await tx.query(`alter table ${name} no force row level security`);
      for (const trigger of triggers) await tx.query(`alter table ${name} disable trigger ${trigger}`);
      const count = await copyIn(tx, table, rows);
      await tx.query('set constraints all immediate');
      for (const trigger of triggers) await tx.query(`alter table ${name} enable trigger ${trigger}`);
      if (isForced) await tx.query(`alter table ${name} force row level security`);
      return count;
    },
    async setSequences(values) {
      for (const sequence of values) {
        await tx.query('select setval($1::text::regclass, $2::bigint, $3)', [
          quoted(sequence),
          sequence.value,
          sequence.isCalled,
        ]);
      }
    },
  };
}

/** Those of migrations, which are on as usual; constraints are triggers as well, and stay. */
async function triggersOf(tx: Tx, table: string): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select quote_ident(tgname) as name from pg_trigger
     where tgrelid = $1::text::regclass and not tgisinternal and tgenabled = 'O' order by tgname`,
    [table],
  );
  return rows.map(({ name }) => name);
}
