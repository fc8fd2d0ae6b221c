/** One PostgreSQL server as a child process: started, watched, started again when it dies, stopped. */
import type { ChildProcess } from 'node:child_process';
import { closeSync, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from '../../log/index.ts';
import { SERVER_CONNECTIONS_MAX } from '../pool.ts';
import { UnfitDatabase } from '../unfit.ts';
import { type Binaries, type RunAs, runAsToEnd, spawnAs, whereabouts } from './binaries.ts';
import { clusterDir, giveToOwner } from './cluster.ts';
import { endLeftovers } from './orphan.ts';
import { SUPERUSER } from './program-role.ts';

export interface ServerSetting {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly who: RunAs | undefined;
  readonly port: number;
  readonly password: string;
}

export interface SupervisedServer {
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** It did not start for a reason that another port or another moment may cure. */
export class StartCollided extends UnfitDatabase {
  override name = 'StartCollided';
}

/** Without any answer; one that says that it is replaying its log is waited for however long that takes. */
const ANSWER_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const REVIVAL_WAIT_MIN_MS = 200;
const REVIVAL_WAIT_MAX_MS = 5_000;
/** A server that lived this long did not die of its start; the back-off begins anew. */
const SETTLED_MS = 5_000;
const LOG_BYTES_MAX = 10 * 1024 * 1024;
const LOG_CHECK_MS = 600_000;

/** Starts the server and starts it again whenever it dies without being asked to. */
export async function superviseServer(setting: ServerSetting, log: Logger): Promise<SupervisedServer> {
  let stopping = false;
  let revival: Promise<void> | undefined;
  let wait = REVIVAL_WAIT_MIN_MS;
  let startedAt = Date.now();
  let child = await startServer(setting, log);

  const watch = (): void => {
    const onExit = (): void => {
      if (stopping) return;
      log.error(
        { code: child.exitCode, signal: child.signalCode },
        'the database stopped by itself; starting it again',
      );
      if (Date.now() - startedAt > SETTLED_MS) wait = REVIVAL_WAIT_MIN_MS;
      revival = revive().finally(() => {
        revival = undefined;
      });
    };
    // It may have ended while it was last asked whether it is ready.
    if (hasEnded(child)) onExit();
    else child.once('exit', onExit);
  };
  const revive = async (): Promise<void> => {
    while (!stopping) {
      await new Promise((done) => setTimeout(done, wait));
      wait = Math.min(wait * 2, REVIVAL_WAIT_MAX_MS);
      if (stopping) return;
      try {
        await endLeftovers(clusterDir(setting.dataDir));
        startedAt = Date.now();
        child = await startServer(setting, log);
        log.warn('the database is back');
        return watch();
      } catch (error) {
        log.error({ err: error }, 'the database does not start; trying again');
      }
    }
  };
  watch();
  const logCheck = setInterval(() => keepLogShort(setting.dataDir), LOG_CHECK_MS).unref();

  return {
    pid: () => child.pid,
    async stop() {
      stopping = true;
      clearInterval(logCheck);
      await revival;
      await stopServer(child, setting);
    },
  };
}

async function startServer(setting: ServerSetting, log: Logger): Promise<ChildProcess> {
  const logFile = logPath(setting.dataDir);
  const logFrom = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnServer(setting);
  try {
    await untilReady(child, setting, log);
    return child;
  } catch (error) {
    await killServer(child);
    const said = lastComplaint(logFile, logFrom);
    const Kind = COLLISION.test(said) ? StartCollided : UnfitDatabase;
    throw new Kind(`数据库无法启动，详见 ${logFile} · the database does not start, see ${logFile}: ${said}`, {
      cause: error,
    });
  }
}

/** What PostgreSQL writes (in English, by its configuration) about a port or a shared memory that is taken. */
const COLLISION = /could not bind|could not create any TCP\/IP sockets|shared memory block|lock file/;
const TAIL_BYTES = 16 * 1024;
const COMPLAINTS_MAX = 3;

/** The reasons a server gave in its log before it ended, from this place of the file on. */
function lastComplaint(logFile: string, from: number): string {
  const file = openSync(logFile, 'r');
  try {
    const size = fstatSync(file).size;
    const start = Math.max(size < from ? 0 : from, size - TAIL_BYTES);
    const bytes = Buffer.alloc(size - start);
    readSync(file, bytes, 0, bytes.length, start);
    const lines = bytes.toString('utf8').split('\n');
    const reasons = lines.filter((line) => /(WARNING|LOG): {2}could not|FATAL:|PANIC:/.test(line));
    // Before it has read its configuration it complains without these words.
    const last = reasons.length > 0 ? reasons : lines.filter((line) => line.trim() !== '');
    return last
      .slice(-COMPLAINTS_MAX)
      .map((line) => line.replace(/^.*?((FATAL|PANIC|WARNING|LOG):)/, '$1'))
      .join(' / ');
  } finally {
    closeSync(file);
  }
}

function logPath(dataDir: string): string {
  return join(dataDir, 'postgres.log');
}

/** Keeps the last part and the one before it. The server appends, so it goes on at the new end. */
function keepLogShort(dataDir: string): void {
  const path = logPath(dataDir);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= LOG_BYTES_MAX) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}

function spawnServer({ dataDir, binaries, who, port }: ServerSetting): ChildProcess {
  keepLogShort(dataDir);
  const output = openSync(logPath(dataDir), 'a', 0o600);
  giveToOwner(dataDir, logPath(dataDir));
  const settings: Readonly<Record<string, string | number>> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // What was acknowledged survives a kill: never to be overridden by a file.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: SERVER_CONNECTIONS_MAX,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    jit: 'off', // its compilation costs more than our queries
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const { argument, cwd } = whereabouts(clusterDir(dataDir), who);
  const command = [
    binaries.postgres,
    ...argument,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // Its own group: Ctrl-C in a terminal is for the program, which then stops the server in order.
  const child = spawnAs(who, command, { stdio: ['ignore', output, output], detached: true, cwd });
  closeSync(output);
  child.on('error', () => undefined); // shows as a server that never gets ready
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

const PATIENCE_MS = 5_000;

async function untilReady(child: ChildProcess, { port, password }: ServerSetting, log: Logger): Promise<void> {
  const begun = Date.now();
  let answered = begun;
  let hasTold = false;
  while (Date.now() - answered < ANSWER_TIMEOUT_MS && !hasEnded(child)) {
    const answer = await askServer(port, password);
    if (answer === 'ready' && !hasEnded(child)) return;
    if (answer === 'starting') answered = Date.now();
    if (!hasTold && answer === 'starting' && Date.now() - begun > PATIENCE_MS) {
      hasTold = true;
      log.warn('the database replays its log after a crash; this can take minutes');
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`postgres: exit ${child.exitCode ?? child.signalCode ?? 'none'}`);
}

const CANNOT_CONNECT_NOW = '57P03';

async function askServer(port: number, password: string): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === CANNOT_CONNECT_NOW ? 'starting' : 'silent';
  }
}

async function stopServer(child: ChildProcess, { binaries, who, dataDir }: ServerSetting): Promise<void> {
  if (hasEnded(child)) return;
  const ended = endOf(child);
  if (process.platform === 'win32') {
    await runAsToEnd(who, [binaries.pg_ctl, 'stop', '-D', clusterDir(dataDir), '-m', 'fast']);
  } else child.kill('SIGINT'); // fast shutdown
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

const QUIT_TIMEOUT_MS = 5_000;

/** Ends a server that did not get ready, so that the next attempt finds the place free. */
async function killServer(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = endOf(child);
  child.kill('SIGQUIT');
  const timer = setTimeout(() => child.kill('SIGKILL'), QUIT_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((done) => child.once('exit', () => done()));
}
