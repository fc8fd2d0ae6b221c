import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSpoolFolder } from './spool-folder.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'suyuan-spool-folder-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A folder as another program leaves it. */
function left(name: string, daysAgo = 0): string {
  const folder = join(dataDir, 'spool', name);
  mkdirSync(join(folder, 'document-1'), { recursive: true });
  const at = Date.now() / 1000 - daysAgo * 86_400;
  utimesSync(folder, at, at);
  return folder;
}

const gone = spawnSync(process.execPath, ['--version']).pid;

test('is made when it is asked for, under the data directory, for its owner alone, and removed', () => {
  const folder = openSpoolFolder(dataDir, { isAlone: true });
  expect(readdirSync(dataDir)).toEqual([]);
  expect(folder.path().startsWith(join(dataDir, 'spool'))).toBe(true);
  if (process.platform !== 'win32') expect(statSync(folder.path()).mode & 0o777).toBe(0o700);
  folder.remove();
  expect(readdirSync(join(dataDir, 'spool'))).toEqual([]);
});

test('alone on its data directory, it clears whatever is there', () => {
  for (const name of [`${process.ppid}@${hostname()}`, '1@elsewhere', 'anything']) left(name);
  openSpoolFolder(dataDir, { isAlone: true });
  expect(readdirSync(join(dataDir, 'spool'))).toEqual([]);
});

test('beside others, it clears what a process that is gone left, and what is of before yesterday', () => {
  const cleared = [left(`${gone}@${hostname()}`), left(`${process.pid}@${hostname()}`), left('1@elsewhere-old', 2)];
  const kept = [left(`${process.ppid}@${hostname()}`), left('1@elsewhere')];
  openSpoolFolder(dataDir, { isAlone: false });
  expect(cleared.map((path) => existsSync(path))).toEqual([false, false, false]);
  expect(kept.map((path) => existsSync(path))).toEqual([true, true]);
});
