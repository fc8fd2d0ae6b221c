/**
 * Where spool files lie: under the data directory, in a folder of the program that wrote them. What a killed program
 * left is cleared at the next start.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

export interface SpoolFolder {
  /** The folder, made when it is first asked for: a program that stores small documents only needs none. */
  path(): string;
  /** Removes it with what is in it. */
  remove(): void;
}

/** Longer than any capture takes: a body has an hour to arrive. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * `isAlone`: nobody else works on this data directory, as the embedded database makes sure. Programs that share one and
 * a database server leave each other's files alone, save those of a process that is gone and those of yesterday.
 */
export function openSpoolFolder(dataDir: string, { isAlone }: { readonly isAlone: boolean }): SpoolFolder {
  const spool = join(dataDir, 'spool');
  const host = hostname();
  for (const name of namesIn(spool)) {
    const path = join(spool, name);
    if (isAlone || isAbandoned(path, name, host)) rmSync(path, { recursive: true, force: true });
  }
  return joinSpoolFolder(dataDir);
}

/** The folder of this program, for another thread of it: nothing is cleared. */
export function joinSpoolFolder(dataDir: string): SpoolFolder {
  const own = join(dataDir, 'spool', `${process.pid}@${hostname()}`);
  return {
    path() {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return own;
    },
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not made yet
  }
}

function isAbandoned(path: string, name: string, host: string): boolean {
  const { pid, on } = /^(?<pid>\d+)@(?<on>.*)$/.exec(name)?.groups ?? {};
  // Process ids begin anew in a container that is started anew, so ours is that of a predecessor.
  if (pid !== undefined && on === host && (Number(pid) === process.pid || !isAlive(Number(pid)))) return true;
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - changed > ABANDONED_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is there as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
