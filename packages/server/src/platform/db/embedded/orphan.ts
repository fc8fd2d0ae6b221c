/** A database server that the last program left running when it was killed. */
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Binaries, type RunAs, runAsToEnd } from './binaries.ts';
import { type Access, clusterDir, USER } from './cluster.ts';

const STOP_TIMEOUT_S = 60;

/** Stops a server that still runs on this cluster, and clears a pid file that no server stands behind. */
export async function stopOrphan(
  dataDir: string,
  access: Access,
  run: { binaries: Binaries; who: RunAs | undefined },
): Promise<void> {
  const dir = clusterDir(dataDir);
  const pidFile = join(dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [pidLine = '', , , portLine = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(pidLine);
  if (!isAlive(pid)) return; // PostgreSQL itself takes over such a file
  if (!(await isOurs(dir, { pid, port: Number(portLine) }, access))) {
    // The number went to another process after a restart of the machine. Should a server be there after all, it
    // holds its shared memory, and PostgreSQL refuses to start beside it.
    rmSync(pidFile, { force: true });
    return;
  }
  const stop = [run.binaries.pg_ctl, 'stop', '-D', dir, '-w', '-t', String(STOP_TIMEOUT_S)];
  await runAsToEnd(run.who, [...stop, '-m', 'fast'], process.env).catch(() =>
    runAsToEnd(run.who, [...stop, '-m', 'immediate'], process.env),
  );
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

/** A server works in its data directory, which Linux shows; elsewhere it is ours when it takes our password. */
async function isOurs(dir: string, { pid, port }: { pid: number; port: number }, access: Access): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir);
    } catch {
      return takesPassword(port, access.password);
    }
  }
  return takesPassword(port, access.password);
}

async function takesPassword(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
