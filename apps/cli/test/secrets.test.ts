/** Keys of an installation, renewed by the command: each kind by itself, the older ones as its kind wants. */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataDir, removeDataDir, run } from './program.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = makeDataDir();
});
afterAll(() => removeDataDir(dataDir));

const keys = (): string[] => readdirSync(join(dataDir, 'keys')).sort();
const rotate = (...what: string[]) => run(dataDir, 'secrets', 'rotate', ...what);

test('signing: a newer key beside the older ones, for the owner alone', async () => {
  const [first, second] = [await rotate('signing'), await rotate('signing')];
  expect([first.code, second.code, first.stderr]).toEqual([0, 0, '']);
  expect(first.stdout).toMatch(/new signing key: [\w-]{43}/);
  expect(first.stdout).not.toBe(second.stdout);
  expect(keys()).toEqual(['signing-1.key', 'signing-2.key']);
  expect(statSync(join(dataDir, 'keys', 'signing-2.key')).mode & 0o777).toBe(0o600);
});

test('authority: another, whose fingerprint is told', async () => {
  const [first, second] = [await rotate('authority'), await rotate('authority')];
  expect([first.code, second.code]).toEqual([0, 0]);
  const { fingerprint256, ca } = new X509Certificate(readFileSync(join(dataDir, 'keys', 'authority-2.key')));
  expect(second.stdout).toContain(fingerprint256);
  expect(first.stdout).not.toContain(fingerprint256);
  expect(ca).toBe(true);
});

test('secrets, as given: a new key; anything else is refused with what there is', async () => {
  const { code, stdout } = await rotate();
  expect([code, stdout]).toEqual([0, expect.stringContaining('sealed anew')]);
  expect(keys().filter((name) => name.startsWith('secrets-'))).toHaveLength(1);
  const refused = await rotate('everything');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('authority');
}, 120_000);
