/** Brings a database to the state this program needs: numbered `.sql` files, each once, in order. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/', import.meta.url));
/** Any number; the same in every version, so that two programs that start at once wait for each other. */
const LOCK = 7_800_001;

/** Applied migrations and files contradict each other; nothing was changed. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Applies what is missing; returns the names applied. Safe when several processes start at once. */
export async function migrate(pool: pg.Pool, dir: string = MIGRATIONS): Promise<string[]> {
  const files = await readMigrations(dir);
  const client = await pool.connect();
  // A connection that dies says so by an event too, which must have a listener; the statement under way reports it.
  client.on('error', () => undefined);
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, files);
  } finally {
    // Closing the connection gives the lock back in every case.
    client.release(true);
  }
}

/** The names of what `migrate` would apply; changes nothing, and refuses what `migrate` would refuse. */
export async function pendingMigrations(pool: pg.Pool, dir: string = MIGRATIONS): Promise<string[]> {
  const files = await readMigrations(dir);
  const { rows } = await pool.query<{ isThere: boolean }>(
    `select to_regclass('platform.migration') is not null as "isThere"`,
  );
  const applied = rows[0]?.isThere === true ? await readApplied(pool) : [];
  return missingOf(applied, files).map(({ name }) => name);
}

async function readMigrations(dir: string): Promise<MigrationFile[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  const twice = names.find((name, i) => names[i - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice !== undefined) {
    throw new MigrationError(`两个迁移使用同一编号：${twice} · two migrations have the number of ${twice}`);
  }
  return Promise.all(
    names.map(async (name) => {
      // The same checksum on a checkout with Windows line ends.
      const sql = (await readFile(`${dir}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyMissing(client: pg.PoolClient, files: readonly MigrationFile[]): Promise<string[]> {
  await client.query(
    `create schema if not exists platform;
     create table if not exists platform.migration
       (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const missing = missingOf(await readApplied(client), files);
  for (const file of missing) {
    try {
      await client.query('begin');
      await client.query(file.sql);
      await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [file.name, file.checksum]);
      await client.query('commit');
    } catch (error) {
      throw new MigrationError(`${file.name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return missing.map((file) => file.name);
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

async function readApplied(db: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  const { rows } = await db.query<Applied>('select name, checksum from platform.migration order by name collate "C"');
  return rows;
}

/** What is still to be applied, where files and database agree on the rest. */
function missingOf(applied: readonly Applied[], files: readonly MigrationFile[]): MigrationFile[] {
  refuseStrangers(applied, files);
  const names = new Set(applied.map(({ name }) => name));
  const missing = files.filter((file) => !names.has(file.name));
  refuseLate(missing, applied.at(-1)?.name);
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
  for (const { name, checksum } of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
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
