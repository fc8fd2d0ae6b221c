/** Database processes that outlived the program, or the server, that started them. */
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { UnfitDatabase } from '../unfit.ts';
import { type Binaries, type RunAs, runAsToEnd, whereabouts } from './binaries.ts';
import { type Access, clusterDir } from './cluster.ts';
import { SUPERUSER } from './program-role.ts';

const STOP_TIMEOUT_S = 60;

/** Stops a server that still runs on this cluster, and clears a pid file that no server stands behind. */
export async function stopOrphan(
  dataDir: string,
  access: Access,
  run: { binaries: Binaries; who: RunAs | undefined },
): Promise<void> {
  const dir = clusterDir(dataDir);
  const server = readPidFile(dir);
  if (server !== undefined && isAlive(Math.abs(server.pid))) {
    if (server.pid < 0) {
      // PostgreSQL marks its single-user mode so: a person is at work there.
      throw new UnfitDatabase(
        `数据库正以单用户模式维护（进程 ${-server.pid}） · the database is open in single-user mode (process ${-server.pid})`,
      );
    }
    if (await isOurs(dir, server, access)) await stopServer(dir, run);
    // The number went to another process after a restart of the machine.
    else rmSync(join(dir, 'postmaster.pid'), { force: true });
  }
  await endLeftovers(dir);
}

function readPidFile(dir: string): { pid: number; port: number } | undefined {
  const path = join(dir, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const [pid = '', , , port = ''] = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

async function stopServer(
  dir: string,
  { binaries, who }: { binaries: Binaries; who: RunAs | undefined },
): Promise<void> {
  const { argument, cwd } = whereabouts(dir, who);
  const stop = [binaries.pg_ctl, 'stop', ...argument, '-w', '-t', String(STOP_TIMEOUT_S), '-m'];
  for (const mode of ['fast', 'immediate']) {
    try {
      await runAsToEnd(who, [...stop, mode], cwd);
      return;
    } catch (error) {
      // It may have gone by itself in the meantime; that is what was wanted.
      const server = readPidFile(dir);
      if (server === undefined || !isAlive(server.pid)) return;
      if (mode === 'immediate') throw error;
    }
  }
}

const LEFTOVERS_GONE_MS = 10_000;

/**
 * Ends what a killed server left of itself. Its processes end when they next wait for something; one that computes does
 * not wait, and PostgreSQL does not start while it lives. Call it only when no server runs here. Linux shows which
 * processes these are; elsewhere their own end is waited for by trying again.
 */
export async function endLeftovers(dir: string): Promise<void> {
  const deadline = Date.now() + LEFTOVERS_GONE_MS;
  for (;;) {
    const pids = databaseProcesses(dir);
    if (pids.length === 0 || Date.now() > deadline) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone by itself, or not ours to end, in which case PostgreSQL refuses to start and says so.
      }
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

function databaseProcesses(dir: string): number[] {
  if (process.platform !== 'linux') return [];
  const home = realpathSync(dir);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(pid, home) === true);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether this is a process of PostgreSQL that works in this directory; undefined where that cannot be seen. */
function worksIn(pid: number, home: string): boolean | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n' && readlinkSync(`/proc/${pid}/cwd`) === home;
  } catch {
    return undefined;
  }
}

/** A server works in its data directory, which Linux shows; elsewhere it is ours when it takes our password. */
async function isOurs(dir: string, { pid, port }: { pid: number; port: number }, access: Access): Promise<boolean> {
  const seen = process.platform === 'linux' ? worksIn(pid, realpathSync(dir)) : undefined;
  return seen ?? takesPassword(port, access.password);
}

async function takesPassword(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
