/**
 * Numbered keys in a directory of their own, `secrets-1.key`: outside of the database, so that a copy of the database
 * tells no secrets. A key is made by linking a whole file to its name, which succeeds once: of programs that start
 * together all read the same key, and none ever reads a part of one.
 */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** What went wrong with keys; the message says it in both languages and never repeats a key. */
export class KeyError extends Error {
  override name = 'KeyError';
}

export interface KeyFiles {
  /** Numbers of the keys that are there, ascending. */
  numbers(): readonly number[];
  /** The text of a key; undefined when it is not there. @throws KeyError */
  read(no: number): string | undefined;
  /** Writes a key unless there is one of this number, which then stays as it is. @throws KeyError */
  make(no: number, text: string): void;
  remove(no: number): void;
}

/** Keys of one name in a directory, which is made at the first key, for the owner's eyes only. */
export function keyFiles(dir: string, name: 'secrets' | 'signing' | 'authority' | 'tls'): KeyFiles {
  const form = new RegExp(`^${name}-([1-9]\\d{0,8})\\.key$`);
  const pathOf = (no: number): string => join(dir, `${name}-${no}.key`);
  return {
    numbers: () =>
      (orAbsent(dir, () => readdirSync(dir)) ?? [])
        .flatMap((file) => form.exec(file)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b),
    read: (no) => orAbsent(pathOf(no), () => readPrivate(pathOf(no))),
    make: (no, text) => writeOnce(dir, pathOf(no), text),
    remove(no) {
      rmSync(pathOf(no));
      sync(dir);
    },
  };
}

function readPrivate(path: string): string {
  // A copy from a backup may have lost its mode.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) tighten(path);
  return readFileSync(path, 'utf8').trim();
}

function tighten(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    // Lent by somebody else, such as a read-only mount of a container: its mode is theirs to set.
    if (!hasCode(error, 'EPERM', 'EROFS')) throw error;
  }
}

function writeOnce(dir: string, path: string, text: string): void {
  const draft = join(dir, `.${randomUUID()}.new`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, `${text}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
    sync(dir);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw notUsable(path, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What was linked or removed stays so after a loss of power. */
function sync(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function orAbsent<Result>(path: string, read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw notUsable(path, error);
  }
}

function notUsable(path: string, cause: unknown): KeyError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KeyError(`密钥文件 ${path} 无法读写 · the key file ${path} cannot be read or written: ${why}`, { cause });
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}
