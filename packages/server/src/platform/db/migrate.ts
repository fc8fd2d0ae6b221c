/**
 * Brings a database to the state this program needs: numbered files, each once, in order. Those of SQL are one transaction
 * each; those of TypeScript move data in as many as they like, and go on where they were stopped.
 *
 * A file that says so (`-- breaking: why` in its first line, or `isBreaking`) must not run beside an older program, which
 * refuses such a database; beside the others an older program goes on.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type pg from 'pg';
import type { Queryable, Tx } from './pool.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/', import.meta.url));
/** Any number; the same in every version, so that two programs that start at once wait for each other. */
const LOCK = 7_800_001;

/** Applied migrations and files contradict each other; nothing was changed. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** What a migration of data works with. */
export interface DataMigrationTools {
  /** Runs in one transaction. */
  transaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** How far it is, of how much. */
  report(done: number, total: number): void;
}

/** Moves data; again after it was stopped, from where that was. */
export type DataMigration = (tools: DataMigrationTools) => Promise<void>;

interface MigrationFile {
  readonly name: string;
  readonly checksum: string;
  readonly sql?: string;
  /** Where it is code: that, which nobody has to load who has it behind them. */
  load?(): Promise<{ readonly run: DataMigration; readonly isBreaking?: boolean }>;
}

export interface MigrateOptions {
  readonly dir?: string;
  /** How far a migration of data is. */
  onProgress?(name: string, done: number, total: number): void;
}

/** Applies what is missing; returns the names applied. Safe when several processes start at once. */
export async function migrate(pool: pg.Pool, { dir = MIGRATIONS, onProgress }: MigrateOptions = {}): Promise<string[]> {
  const files = await readMigrations(dir);
  const client = await pool.connect();
  // A connection that dies says so by an event too, which must have a listener; the statement under way reports it.
  client.on('error', () => undefined);
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, files, { ...ALONE, onProgress: onProgress ?? (() => undefined) });
  } finally {
    // Closing the connection gives the lock back in every case.
    client.release(true);
  }
}

/** The names of what `migrate` would apply; changes nothing, and refuses what `migrate` would refuse. */
export async function pendingMigrations(pool: pg.Pool, dir: string = MIGRATIONS): Promise<string[]> {
  const files = await readMigrations(dir);
  const applied = (await isMigrated(pool)) ? await readApplied(pool) : [];
  return missingOf(applied, files).map(({ name }) => name);
}

/** A migration that a database has. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** What a database has, in order. @throws MigrationError where this program does not know one, or knows it otherwise */
export async function knownMigrations(db: Queryable, dir: string = MIGRATIONS): Promise<AppliedMigration[]> {
  const applied = (await isMigrated(db)) ? await readApplied(db) : [];
  refuseStrangers(
    applied.map((each) => ({ ...each, isBreaking: true })),
    await readMigrations(dir),
  );
  return applied.map(({ name, checksum }) => ({ name, checksum }));
}

/** Whether a database of these migrations, made elsewhere, can be made by this program. @throws MigrationError */
export async function refuseUnknown(wanted: readonly AppliedMigration[], dir: string = MIGRATIONS): Promise<void> {
  const files = await readMigrations(dir);
  refuseStrangers(
    wanted.map((each) => ({ ...each, isBreaking: true })),
    files,
  );
  refuseLate(
    files.filter(({ name }) => !wanted.some((each) => each.name === name)),
    wanted.at(-1)?.name,
  );
}

/** Applies what is missing, up to the one named, inside of a transaction that is open: all of it or nothing. */
export async function migrateWithin(client: pg.PoolClient, upTo?: string, dir: string = MIGRATIONS): Promise<void> {
  const files = await readMigrations(dir);
  const wanted = files.filter(({ name }) => upTo === undefined || name <= upTo);
  await applyMissing(client, wanted, { ...NESTED, onProgress: () => undefined });
}

/** The schemas that migrations make, by what the files say: tables of others in the same database are none of ours. */
export async function productSchemas(dir: string = MIGRATIONS): Promise<string[]> {
  const files = await readMigrations(dir);
  const made = files.flatMap(({ sql = '' }) =>
    [...sql.replaceAll(/--.*/g, '').matchAll(/\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?(\w+)/gi)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(['platform', ...made])];
}

/** Waits for whoever migrates, until the transaction that is open ends. */
export async function lockMigrations(db: Queryable): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

async function readMigrations(dir: string): Promise<MigrationFile[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}-.*\.(?:sql|ts)$/.test(name)).sort();
  const twice = names.find((name, i) => names[i - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice !== undefined) {
    throw new MigrationError(`两个迁移使用同一编号：${twice} · two migrations have the number of ${twice}`);
  }
  return Promise.all(names.map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<MigrationFile> {
  // Code may be put right without being another migration.
  if (name.endsWith('.ts')) return { name, checksum: 'code', load: () => import(pathToFileURL(`${dir}/${name}`).href) };
  // The same checksum on a checkout with Windows line ends.
  const sql = (await readFile(`${dir}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { name, sql, checksum };
}

/** How a migration is all or nothing: by a transaction, or within one. */
interface Way {
  readonly begin: string;
  readonly commit: string;
  readonly rollback: string;
  onProgress(name: string, done: number, total: number): void;
}

const ALONE = { begin: 'begin', commit: 'commit', rollback: 'rollback' };
const NESTED = {
  begin: 'savepoint migration',
  commit: 'release savepoint migration',
  rollback: 'rollback to savepoint migration',
};

async function applyMissing(client: pg.PoolClient, files: readonly MigrationFile[], way: Way): Promise<string[]> {
  await client.query(
    `create schema if not exists platform;
     create table if not exists platform.migration
       (name text primary key, checksum text not null, applied_at timestamptz not null default now());
     alter table platform.migration add column if not exists is_breaking boolean not null default true`,
  );
  const missing = missingOf(await readApplied(client), files);
  for (const file of missing) {
    try {
      await apply(client, file, way);
    } catch (error) {
      throw new MigrationError(`${file.name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return missing.map((file) => file.name);
}

async function apply(client: pg.PoolClient, file: MigrationFile, way: Way): Promise<void> {
  const transaction = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    await client.query(way.begin);
    try {
      const result = await work({
        client,
        query: (text, values) => client.query(text, values === undefined ? undefined : [...values]),
      });
      await client.query(way.commit);
      return result;
    } catch (error) {
      await client.query(way.rollback).catch(() => undefined);
      throw error;
    }
  };
  const code = await file.load?.();
  await code?.run({ transaction, report: (done, total) => way.onProgress(file.name, done, total) });
  await transaction(async (tx) => {
    if (file.sql !== undefined) await tx.query(file.sql);
    await tx.query('insert into platform.migration (name, checksum, is_breaking) values ($1, $2, $3)', [
      file.name,
      file.checksum,
      code?.isBreaking === true || file.sql?.startsWith('-- breaking:') === true,
    ]);
  });
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly isBreaking: boolean;
}

async function isMigrated(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ isThere: boolean }>(
    `select to_regclass('platform.migration') is not null as "isThere"`,
  );
  return rows[0]?.isThere === true;
}

async function readApplied(db: Queryable): Promise<Applied[]> {
  // As JSON, since a database of before has no such column.
  const { rows } = await db.query<{ row: { name: string; checksum: string; is_breaking?: boolean } }>(
    'select to_json(m) as row from platform.migration m order by name collate "C"',
  );
  return rows.map(({ row: { name, checksum, is_breaking } }) => ({ name, checksum, isBreaking: is_breaking ?? true }));
}

/** What is still to be applied, where files and database agree on the rest. */
function missingOf(applied: readonly Applied[], files: readonly MigrationFile[]): MigrationFile[] {
  refuseStrangers(applied, files);
  const names = new Set(applied.map(({ name }) => name));
  const missing = files.filter((file) => !names.has(file.name));
  // Those of a newer program are not of our order.
  refuseLate(missing, applied.findLast(({ name }) => files.some((file) => file.name === name))?.name);
  return missing;
}

/** A file that sorts before one already applied would meet a database that no fresh installation ever has. */
function refuseLate(missing: readonly MigrationFile[], last: string | undefined): void {
  const late = missing.find(({ name }) => last !== undefined && name < last);
  if (late === undefined) return;
  throw new MigrationError(
    `迁移 ${late.name} 排在已执行的 ${last} 之前，请改用更大的编号 · ` +
      `${late.name} comes before ${last}, which is applied already; give it a higher number`,
  );
}

function refuseStrangers(applied: readonly Applied[], files: readonly MigrationFile[]): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  for (const { name, checksum, isBreaking } of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      if (!isBreaking) continue;
      throw new MigrationError(
        `数据库来自更新的版本（已有迁移 ${name}），请升级程序 · ` +
          `this database was made by a newer version (it has ${name}); update the program`,
      );
    }
    if (expected !== checksum) {
      throw new MigrationError(
        `迁移 ${name} 与数据库中已执行的不同 · ${name} differs from what this database was made with`,
      );
    }
  }
}
