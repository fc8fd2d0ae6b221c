import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirectoryInUse, isDataDirectoryLocked, lockDataDirectory } from './program-lock.ts';

let dir: string;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'suyuan-lock-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('the second that asks is refused, in one line and both languages, until the first gives it back', async () => {
  const release = await lockDataDirectory(dir);
  const refused: unknown = await lockDataDirectory(dir).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DataDirectoryInUse);
  expect(String(refused)).toMatch(/^[^\n]*正被另一个溯源程序使用[^\n]*another Suyuan program is using[^\n]*$/);
  expect(await isDataDirectoryLocked(dir)).toBe(true);
  await release();
  expect(await isDataDirectoryLocked(dir)).toBe(false);
  await (await lockDataDirectory(dir))();
});

test('a refusal takes nothing from the holder', async () => {
  const release = await lockDataDirectory(dir);
  for (let n = 0; n < 3; n += 1) await expect(lockDataDirectory(dir)).rejects.toThrow(DataDirectoryInUse);
  expect(await isDataDirectoryLocked(dir)).toBe(true);
  await release();
});

test('another way to the same directory is the same lock; another directory is not', async () => {
  const release = await lockDataDirectory(dir);
  const link = `${dir}-link`;
  symlinkSync(dir, link);
  await expect(lockDataDirectory(link)).rejects.toThrow(DataDirectoryInUse);
  rmSync(link);
  mkdirSync(join(dir, 'inner'));
  await (await lockDataDirectory(join(dir, 'inner')))();
  await release();
});

test('it holds in a directory deeper than a socket address is long', async () => {
  const deep = join(dir, ...Array.from({ length: 8 }, () => 'a-directory-with-a-long-name'));
  mkdirSync(deep, { recursive: true });
  const release = await lockDataDirectory(deep);
  await expect(lockDataDirectory(deep)).rejects.toThrow(DataDirectoryInUse);
  await release();
});

test('what a killed holder leaves behind holds nobody up', async () => {
  const module = new URL('program-lock.ts', import.meta.url).href;
  const hold = `await (await import(${JSON.stringify(module)})).lockDataDirectory(${JSON.stringify(dir)});
    process.stdout.write('held'); setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', hold], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  await expect(lockDataDirectory(dir)).rejects.toThrow(DataDirectoryInUse);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await isDataDirectoryLocked(dir)).toBe(false);
  const release = await lockDataDirectory(dir);
  await release();
  expect(existsSync(join(dir, 'program.lock'))).toBe(false);
});

test.runIf(process.platform !== 'win32')('it also holds where only the directory is shared', async () => {
  // A program in another container has a namespace of its own for sockets without files; what both see is this one.
  const elsewhere = createServer().listen(join(dir, 'program.lock'));
  await once(elsewhere, 'listening');
  expect(await isDataDirectoryLocked(dir)).toBe(true);
  await expect(lockDataDirectory(dir)).rejects.toThrow(DataDirectoryInUse);
  expect(existsSync(join(dir, 'program.lock'))).toBe(true);
  elsewhere.close();
  await once(elsewhere, 'close');
  await (await lockDataDirectory(dir))();
});
