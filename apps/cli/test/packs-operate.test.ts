/** `suyuan packs add` and `withdraw`: what a running server judges by changes, and it is noted who did it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStartedDataDir, type Program, removeDataDir, run, startProgram } from './program.ts';

const FOOD = join(import.meta.dirname, '../../../packages/profiles/src/food/pack.json');
let dataDir: string;
let program: Program;
beforeAll(async () => {
  dataDir = makeStartedDataDir();
  program = await startProgram(dataDir);
});
afterAll(async () => {
  await program.end('SIGTERM');
  removeDataDir(dataDir);
});

const versionInUse = async (): Promise<string> =>
  (await (await fetch(`${program.url}/v1/standards/packs/food`)).json()).version;

test('a newer version of a pack counts until it is withdrawn, and both are in the audit trail', async () => {
  const pack = JSON.parse(readFileSync(FOOD, 'utf8'));
  const next = join(dataDir, 'next.json');
  writeFileSync(next, JSON.stringify({ ...pack, version: '2999.1', rules: pack.rules.slice(1) }));

  const old = await run(dataDir, 'packs', 'add', FOOD);
  expect(old).toMatchObject({ code: 1, stderr: expect.stringContaining(pack.version) });

  const added = await run(dataDir, 'packs', 'add', next, '--json');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toContain(`"id":"${pack.rules[0].id}","change":"removed"`);
  expect(added.stdout).toContain(`{"id":"food","version":"2999.1","before":"${pack.version}"}`);
  await expect.poll(versionInUse, { timeout: 10_000 }).toBe('2999.1');

  const withdrawn = await run(dataDir, 'packs', 'withdraw', 'food', '2999.1');
  expect(withdrawn).toMatchObject({ code: 0, stdout: expect.stringContaining('withdrawn') });
  await expect.poll(versionInUse, { timeout: 10_000 }).toBe(pack.version);
  expect(await run(dataDir, 'packs', 'withdraw', 'food', pack.version)).toMatchObject({ code: 1 });

  const audit = await run(dataDir, 'audit', 'export');
  expect(audit.stdout).toContain('suyuan packs add');
  expect(audit.stdout).toContain('suyuan packs withdraw');
});
