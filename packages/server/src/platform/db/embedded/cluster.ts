/** The files of the embedded database: made once, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, giveTo, type RunAs, runAsToEnd } from './binaries.ts';

export const USER = 'suyuan';
export const DATABASE = 'suyuan';

/** What a program needs to connect; kept in `database.json`, readable for its owner only. */
export interface Access {
  readonly password: string;
  /** The port of the last start. */
  readonly port?: number;
}

export function clusterDir(dataDir: string): string {
  return join(dataDir, 'postgres');
}

export function readAccess(dataDir: string): Access | undefined {
  const path = join(dataDir, 'database.json');
  if (!existsSync(path)) return undefined;
  const { password, port }: Access = JSON.parse(readFileSync(path, 'utf8'));
  return { password, ...(port === undefined ? {} : { port }) };
}

export function writeAccess(dataDir: string, access: Access): void {
  const path = join(dataDir, 'database.json');
  writeFileSync(`${path}.new`, JSON.stringify(access), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** Makes the cluster where there is none: in a directory beside, renamed when it is whole. */
export async function ensureCluster(dataDir: string, binaries: Binaries, who: RunAs | undefined): Promise<Access> {
  const dir = clusterDir(dataDir);
  const known = readAccess(dataDir);
  if (existsSync(dir)) {
    if (known !== undefined) return known;
    throw new Error(
      `缺少 ${join(dataDir, 'database.json')}，无法打开数据库 · ${join(dataDir, 'database.json')} is missing, so the database cannot be opened`,
    );
  }
  const making = `${dir}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  giveTo(making, who);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(dataDir, 'password.making');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(passwordFile, who);
  try {
    const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${USER}`];
    const command = [binaries.initdb, '-D', making, ...options, `--pwfile=${passwordFile}`];
    await runAsToEnd(who, command, { ...process.env, LC_ALL: 'C', TZ: 'UTC' });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  chmodSync(making, 0o700);
  // The password before the directory: a directory without its password could not be opened again.
  writeAccess(dataDir, { password });
  renameSync(making, dir);
  return { password };
}
