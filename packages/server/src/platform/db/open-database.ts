import type { PoolClient } from 'pg';
import type { Logger } from '../log/index.ts';
import { type EmbeddedPostgres, runningEmbedded, startEmbeddedPostgres } from './embedded/index.ts';
import { createDb, createPool, type Db, isUnavailable } from './pool.ts';
import { UnfitDatabase } from './unfit.ts';

export interface OpenDatabase {
  readonly db: Db;
  readonly embedded?: EmbeddedPostgres;
  close(): Promise<void>;
}

interface DatabaseConfig {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly postgresBin?: string;
}

const VERSION_MIN = 15;

/** Opens the server that is named, or else the embedded one. The migrations are the caller's. */
export async function openDatabase(config: DatabaseConfig, log: Logger): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return connected(config.databaseUrl);
  const embedded = await startEmbeddedPostgres(config.dataDir, log, config.postgresBin);
  try {
    const open = await connected(embedded.connectionString);
    return {
      db: open.db,
      embedded,
      async close() {
        await open.close();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Joins the database of a program that runs on this data directory, or opens it where none does. */
export async function joinDatabase(config: DatabaseConfig, log: Logger): Promise<OpenDatabase> {
  const running = config.databaseUrl === undefined ? await runningEmbedded(config.dataDir) : undefined;
  return running === undefined ? openDatabase(config, log) : connected(running.connectionString);
}

async function connected(connectionString: string): Promise<OpenDatabase> {
  const pool = createPool({ connectionString });
  const clients = new Set<PoolClient>();
  pool.on('connect', (client) => clients.add(client));
  pool.on('remove', (client) => clients.delete(client));
  const db = createDb(pool);
  try {
    await refuseUnfit(db);
  } catch (error) {
    await pool.end();
    throw isUnavailable(error) ? unreachable(connectionString, error) : error;
  }
  return {
    db,
    async close() {
      const ended = pool.end();
      // A pool waits for those who use it; a capture that is being stored takes minutes, and is rolled back.
      for (const client of clients) void client.end();
      await ended;
    },
  };
}

/** Says where, and not with which password. */
function unreachable(connectionString: string, cause: unknown): UnfitDatabase {
  const where = URL.canParse(connectionString) ? new URL(connectionString).host : '';
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UnfitDatabase(
    `无法连接数据库 ${where} · the database at ${where} cannot be reached: ${why || 'no answer'}`,
    { cause },
  );
}

async function refuseUnfit(db: Db): Promise<void> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')",
  );
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    if (settings.get(name) !== 'off') continue;
    throw new UnfitDatabase(
      `数据库设置 ${name} 为 off，断电会丢失已确认的数据 · the database has ${name}=off and would lose acknowledged data`,
    );
  }
  const version = Math.floor(Number(settings.get('server_version_num')) / 10_000);
  if (version < VERSION_MIN) {
    throw new UnfitDatabase(
      `需要 PostgreSQL ${VERSION_MIN} 或更新版本 · PostgreSQL ${VERSION_MIN} or newer is needed (${version})`,
    );
  }
}
