/**
 * A PostgreSQL server as somebody else runs one: of a given major version, with its own defaults and not the settings of the
 * embedded one; text sorts as a language has it, and the clock is not UTC's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Binaries,
  findBinaries,
  giveTo,
  type RunAs,
  runAsToEnd,
  whereabouts,
} from '../packages/server/src/platform/db/embedded/binaries.ts';
import { newPassword } from '../packages/server/src/platform/db/embedded/cluster.ts';
import { databaseUser, openWay } from '../packages/server/src/platform/db/embedded/run-as.ts';
import { UnfitDatabase } from '../packages/server/src/platform/db/index.ts';

export interface PlainPostgres {
  /** Administrator's address, on the maintenance database. */
  readonly url: string;
  /** Stops the server and removes its files. */
  close(): Promise<void>;
}

/** Makes a cluster of this major version in a directory of its own and starts it. @throws UnfitDatabase */
export async function startPlainPostgres(major: string): Promise<PlainPostgres> {
  const found = await programsOf(major);
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'suyuan-plain-postgres-')));
  const remove = (): void => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  try {
    const { binaries, who } = openWay(dir, found, databaseUser(dir));
    const cluster: Cluster = { dir: join(dir, 'cluster'), binaries, who };
    const password = newPassword();
    await makeCluster(cluster, password);
    const port = await startSomewhere(cluster);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async close() {
        try {
          await control(cluster, ['stop', '-m', 'fast']);
        } finally {
          remove();
        }
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Debian's where they are installed, else those of npm where they are of this version. */
export async function programsOf(major: string): Promise<Binaries> {
  const debian = `/usr/lib/postgresql/${major}/bin`;
  if (existsSync(join(debian, 'postgres'))) return findBinaries(debian);
  const npm = await findBinaries().catch(() => undefined);
  const told = npm === undefined ? '' : spawnSync(npm.postgres, ['--version'], { encoding: 'utf8' }).stdout;
  if (npm !== undefined && told.includes(`(PostgreSQL) ${major}.`)) return npm;
  throw new UnfitDatabase(
    `没有 PostgreSQL ${major} 的程序：${debian} 不存在，npm 提供的是 ${told.trim() || '（无）'}；在 Debian 上请安装 postgresql-${major} · ` +
      `there are no programs of PostgreSQL ${major}: ${debian} is not there, and npm has ${told.trim() || 'none'}; ` +
      `on Debian install postgresql-${major}`,
  );
}

interface Cluster {
  readonly dir: string;
  readonly binaries: Binaries;
  readonly who: RunAs | undefined;
}

async function makeCluster({ dir, binaries, who }: Cluster, password: string): Promise<void> {
  mkdirSync(dir, { mode: 0o700 });
  giveTo(dir, who);
  const passwordFile = `${dir}-password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(passwordFile, who);
  const { argument, cwd } = whereabouts(dir, who);
  // The order of text is a language's: a query that means the order of bytes has to say so.
  const order = ['--locale=C', '--locale-provider=icu', '--icu-locale=zh-Hans-CN'];
  const options = [...order, '--encoding=UTF8', '--auth=scram-sha-256', '--username=postgres'];
  const secret = who?.isWalledOff === true ? join('..', 'cluster-password') : passwordFile;
  await runAsToEnd(who, [binaries.initdb, ...argument, ...options, `--pwfile=${secret}`], cwd);
  rmSync(passwordFile);
}

const START_ATTEMPTS = 8;

/** Another program may take a free port before the server has it; then another port is tried. Gives the port. */
async function startSomewhere(cluster: Cluster): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=Asia/Shanghai',
    ];
    try {
      const options = settings.map((setting) => `-c ${setting}`).join(' ');
      await control(cluster, [
        'start',
        '-l',
        join(whereabouts(cluster.dir, cluster.who).argument[1], 'log'),
        '-o',
        options,
      ]);
      return port;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}

async function control({ dir, binaries, who }: Cluster, command: readonly string[]): Promise<void> {
  const { argument, cwd } = whereabouts(dir, who);
  await runAsToEnd(who, [binaries.pg_ctl, ...command, '--wait', ...argument], cwd);
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
