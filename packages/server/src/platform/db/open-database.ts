import type pg from 'pg';
import type { Logger } from '../log/index.ts';
import { type Access, createAccess } from './access.ts';
import { type EmbeddedPostgres, runningEmbedded, startEmbeddedPostgres } from './embedded/index.ts';
import { type Connection, createPool, isUnavailable } from './pool.ts';
import { ensureRoles } from './roles.ts';
import { UnfitDatabase } from './unfit.ts';

export interface OpenDatabase {
  /** For all work with rows. */
  readonly access: Access;
  /** As the owner of the tables: for their structure alone. */
  readonly owner: pg.Pool;
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
  if (config.databaseUrl !== undefined) return connected({ connectionString: config.databaseUrl });
  const embedded = await startEmbeddedPostgres(config.dataDir, log, config.postgresBin);
  try {
    const open = await connected(embedded);
    return {
      ...open,
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
  return running === undefined ? openDatabase(config, log) : connected(running);
}

/** The rows alone of a database that this program has opened, for another thread of it. */
export function joinRows(connection: Connection): Access {
  return createAccess(connection);
}

async function connected({ connectionString }: Connection): Promise<OpenDatabase> {
  const connection = { connectionString };
  const owner = createPool(connection, 2);
  try {
    await refuseUnfit(owner);
    await ensureRoles(connection);
  } catch (error) {
    await owner.end();
    throw isUnavailable(error) ? unreachable(connectionString, error) : error;
  }
  const access = createAccess(connection);
  return {
    access,
    owner,
    async close() {
      await access.close();
      await owner.end();
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

async function refuseUnfit(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string; setting: string }>(
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
