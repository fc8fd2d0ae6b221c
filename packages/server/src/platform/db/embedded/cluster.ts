/** The files of the embedded database: made once, whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnfitDatabase } from '../unfit.ts';
import { type Binaries, giveTo, giveTree, type RunAs, runAsToEnd, whereabouts } from './binaries.ts';
import { SUPERUSER } from './program-role.ts';

/** What a program needs to connect; kept in `database.json`, readable for its owner only. */
export interface Access {
  /** Of the superuser. */
  readonly password: string;
  /** Of the role that the program works as; absent in a directory that an older program made. */
  readonly programPassword?: string;
  /** The port of the last start; 0 while one is under way, absent before the first. */
  readonly port?: number;
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function clusterDir(dataDir: string): string {
  return join(dataDir, 'postgres');
}

export function readAccess(dataDir: string): Access | undefined {
  const path = join(dataDir, 'database.json');
  if (!existsSync(path)) return undefined;
  const { password, programPassword, port }: Access = JSON.parse(readFileSync(path, 'utf8'));
  return {
    password,
    ...(programPassword === undefined ? {} : { programPassword }),
    ...(port === undefined ? {} : { port }),
  };
}

export function writeAccess(dataDir: string, access: Access): void {
  const path = join(dataDir, 'database.json');
  writeFileSync(`${path}.new`, JSON.stringify(access), { mode: 0o600, flush: true });
  giveToOwner(dataDir, `${path}.new`);
  renameSync(`${path}.new`, path);
}

/** Root who starts it once shall not lock out the user whose directory it is. */
export function giveToOwner(dataDir: string, path: string): void {
  if (process.getuid?.() === 0) giveTo(path, statSync(dataDir));
}

/** Makes the cluster where there is none: in a directory beside, renamed when it is whole. */
export async function ensureCluster(dataDir: string, binaries: Binaries, who: RunAs | undefined): Promise<Access> {
  const dir = clusterDir(dataDir);
  const known = readAccess(dataDir);
  removeInterrupted(dataDir);
  if (!existsSync(dir)) {
    // A disk that is not mounted must not look like a first start.
    if (known?.port !== undefined) throw missing(dir, `${join(dataDir, 'database.json')}`);
    return makeCluster(dataDir, binaries, who);
  }
  if (known === undefined) throw missing(join(dataDir, 'database.json'));
  await refuseOtherMajor(dir, binaries, who);
  giveTree(dir, who);
  return known;
}

/** PostgreSQL refuses the files of another major version as well, in its log and in English. */
async function refuseOtherMajor(dir: string, { postgres }: Binaries, who: RunAs | undefined): Promise<void> {
  const file = join(dir, 'PG_VERSION');
  if (!existsSync(file)) return; // damaged, which PostgreSQL says better
  const made = readFileSync(file, 'utf8').trim();
  const told = await runAsToEnd(who, [postgres, '--version']);
  const [, program = told.trim()] = /\(PostgreSQL\) (\d+)/.exec(told) ?? [];
  if (program === made) return;
  throw new UnfitDatabase(
    `数据库 ${dir} 由 PostgreSQL ${made} 创建，而 ${postgres} 是 PostgreSQL ${program}；请用 SUYUAN_POSTGRES_BIN 指定 PostgreSQL ${made} 的程序，或转储后恢复 · ` +
      `the database ${dir} was made by PostgreSQL ${made}, and ${postgres} is PostgreSQL ${program}; ` +
      `name the programs of PostgreSQL ${made} with SUYUAN_POSTGRES_BIN, or dump and restore`,
  );
}

function missing(path: string, other?: string): UnfitDatabase {
  const zh = other === undefined ? '请从备份恢复' : `请恢复它；若要重新开始，请删除 ${other}`;
  const en = other === undefined ? 'restore it from a backup' : `restore it, or delete ${other} to begin anew`;
  return new UnfitDatabase(`缺少 ${path}，无法打开数据库，${zh} · ${path} is missing; ${en}`);
}

const MAKING = 'postgres.making';

/** What a killed first start left; its initdb may still write there for a moment, and then the next start removes it. */
function removeInterrupted(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(MAKING))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
    }
  }
}

async function makeCluster(dataDir: string, binaries: Binaries, who: RunAs | undefined): Promise<Access> {
  // A name of its own, which an initdb that outlived its killed program does not write to.
  const making = join(dataDir, `${MAKING}-${randomBytes(6).toString('hex')}`);
  const passwordFile = `${making}-password`;
  const password = newPassword();
  mkdirSync(making, { mode: 0o700 });
  giveTo(making, who);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(passwordFile, who);
  try {
    const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${SUPERUSER}`];
    const { argument, cwd } = whereabouts(making, who);
    const secret = who?.isWalledOff === true ? join('..', basename(passwordFile)) : passwordFile;
    await runAsToEnd(who, [binaries.initdb, ...argument, ...options, `--pwfile=${secret}`], cwd);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw new UnfitDatabase(`无法创建数据库 ${clusterDir(dataDir)} · the database cannot be made: ${oneLine(error)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  chmodSync(making, 0o700);
  // The password before the directory: a directory without its password could not be opened again.
  writeAccess(dataDir, { password });
  renameSync(making, clusterDir(dataDir));
  // initdb has flushed the files; the names that lead to them are flushed here.
  flushDirectory(dataDir);
  flushDirectory(dirname(dataDir));
  return { password };
}

function flushDirectory(path: string): void {
  if (process.platform === 'win32') return; // where a directory cannot be opened, and its entries need no flush
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().replaceAll(/\s*\n\s*/g, ' / ');
}
