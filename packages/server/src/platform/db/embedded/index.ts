/** PostgreSQL from npm, in the data directory: started, watched, restarted when it dies, stopped. */
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from '../../log/index.ts';
import type { Connection } from '../pool.ts';
import { type Binaries, findBinaries, type RunAs, runAs, runAsToEnd, spawnAs } from './binaries.ts';
import { type Access, clusterDir, DATABASE, ensureCluster, readAccess, USER, writeAccess } from './cluster.ts';
import { stopOrphan } from './orphan.ts';
import { isDataDirectoryLocked, lockDataDirectory } from './program-lock.ts';

export { DataDirectoryInUse } from './program-lock.ts';

export interface EmbeddedPostgres extends Connection {
  /** Process id of the server that runs now. */
  pid(): number | undefined;
  /** Stops the server; what is under way is rolled back. */
  close(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000; // recovery after a crash replays up to 2 GB of WAL
const START_ATTEMPTS = 8;
const STOP_TIMEOUT_MS = 60_000;
const LOG_BYTES_MAX = 10 * 1024 * 1024;

/** Opens the database of this data directory, made at the first start. Throws `DataDirectoryInUse`. */
export async function startEmbeddedPostgres(dataDir: string, log: Logger): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockDataDirectory(dataDir);
  try {
    const home = realpathSync(dataDir);
    const binaries = await findBinaries();
    const who = runAs(home);
    const access = await ensureCluster(home, binaries, who);
    await stopOrphan(home, access, { binaries, who });
    const { server, port } = await startSomewhere({ dataDir: home, binaries, who, password: access.password }, log);
    writeAccess(home, { ...access, port });
    await ensureDatabase(connectionTo({ ...access, port }, 'postgres'));
    return {
      ...connectionTo({ ...access, port }, DATABASE),
      pid: server.pid,
      async close() {
        await server.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Another program may take a free port before the server has it; then another port is tried. */
async function startSomewhere(
  setting: Omit<ServerSetting, 'port'>,
  log: Logger,
): Promise<{ server: SupervisedServer; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await superviseServer({ ...setting, port }, log), port };
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      // Processes of a killed server live on for a moment and hold its shared memory.
      await new Promise((done) => setTimeout(done, 250 * attempt));
    }
  }
}

/** How to reach the database of a program that runs on this data directory; undefined when none does. */
export async function runningEmbedded(dataDir: string): Promise<Connection | undefined> {
  const access = statSync(dataDir, { throwIfNoEntry: false }) === undefined ? undefined : readAccess(dataDir);
  if (access?.port === undefined || !(await isDataDirectoryLocked(dataDir))) return undefined;
  return connectionTo(access, DATABASE);
}

function connectionTo(access: Access, database: string): Connection {
  return { connectionString: `postgres://${USER}:${access.password}@127.0.0.1:${access.port}/${database}` };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

async function ensureDatabase({ connectionString }: Connection): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

interface ServerSetting {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly who: RunAs | undefined;
  readonly port: number;
  readonly password: string;
}

interface SupervisedServer {
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** Starts the server and starts it again whenever it dies without being asked to. */
async function superviseServer(setting: ServerSetting, log: Logger): Promise<SupervisedServer> {
  let stopping = false;
  let child = await startServer(setting);
  let revival: Promise<void> | undefined;

  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'the database stopped by itself; starting it again');
      revival = revive().finally(() => {
        revival = undefined;
      });
    });
  };
  const revive = async (): Promise<void> => {
    for (let wait = 200; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        child = await startServer(setting);
        watch();
        log.warn('the database is back');
        return;
      } catch (error) {
        log.error({ err: error }, 'the database does not start; trying again');
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  };
  watch();

  return {
    pid: () => child.pid,
    async stop() {
      stopping = true;
      await revival;
      await stopServer(child, setting);
    },
  };
}

async function startServer(setting: ServerSetting): Promise<ChildProcess> {
  const child = spawnServer(setting);
  try {
    await untilReady(child, setting);
    return child;
  } catch (error) {
    child.kill('SIGQUIT');
    const logFile = join(setting.dataDir, 'postgres.log');
    throw new Error(`数据库无法启动，详见 ${logFile} · the database does not start, see ${logFile}`, { cause: error });
  }
}

function spawnServer({ dataDir, binaries, who, port }: ServerSetting): ChildProcess {
  const logFile = join(dataDir, 'postgres.log');
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) rmSync(logFile);
  const output = openSync(logFile, 'a', 0o600);
  const settings: Readonly<Record<string, string | number>> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // What was acknowledged survives a kill: never to be overridden by a file.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: 60,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    jit: 'off', // its compilation costs more than our queries
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const command = [
    binaries.postgres,
    '-D',
    clusterDir(dataDir),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // Its own group: Ctrl-C in a terminal is for the program, which then stops the server in order.
  const child = spawnAs(who, command, {
    stdio: ['ignore', output, output],
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(output);
  child.on('error', () => undefined); // shows as a server that never gets ready
  return child;
}

async function untilReady(child: ChildProcess, { port, password }: ServerSetting): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const client = new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error(`postgres: exit ${child.exitCode ?? child.signalCode ?? 'none'}`);
}

async function stopServer(child: ChildProcess, { binaries, who, dataDir }: ServerSetting): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  if (process.platform === 'win32') {
    await runAsToEnd(who, [binaries.pg_ctl, 'stop', '-D', clusterDir(dataDir), '-m', 'fast'], process.env);
  } else child.kill('SIGINT'); // fast shutdown
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
