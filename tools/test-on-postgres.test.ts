import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPlainPostgres } from './plain-postgres.ts';

/** Where the run puts whatever it makes. */
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'suyuan-on-postgres-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

interface Run {
  readonly process: ChildProcess;
  said(): string;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function testOnPostgres(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test-on-postgres.ts'), ...args], {
    env: { ...process.env, TMPDIR: place },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  return {
    process: child,
    said: () => said,
    ended: new Promise((done) => child.once('close', (code) => done({ code, said }))),
  };
}

test('a version whose programs are not there is refused, and it is said what to install', async () => {
  const { code, said } = await testOnPostgres('3').ended;
  expect(code).toBe(1);
  expect(said).toMatch(/^没有 PostgreSQL 3 的程序.*no programs of PostgreSQL 3.*install postgresql-3\n$/);
  expect(await testOnPostgres('fifteen').ended).toMatchObject({ code: 2 });
});

test('the server has the defaults of its version, asks for the password, and leaves nothing when closed', async () => {
  vi.stubEnv('TMPDIR', place);
  const server = await startPlainPostgres('18');
  vi.unstubAllEnvs();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'jit', 'TimeZone') order by name collate \"C\"",
  );
  expect(rows.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
    'TimeZone Asia/Shanghai',
    'fsync on',
    'jit on',
  ]);
  // By pinyin: 北 before 上, whose code point is lower.
  expect((await client.query("select '北' < '上' as pinyin")).rows).toEqual([{ pinyin: true }]);
  await client.end();
  const stranger = new pg.Client({
    connectionString: Object.assign(new URL(server.url), { password: 'guessed' }).href,
  });
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  await server.close();
  expect(readdirSync(place)).toEqual([]);
});

test('the exit code is that of the tests, and nothing stays', { timeout: 180_000 }, async () => {
  const passed = await testOnPostgres('18', 'packages/server/src/platform/db/version.test.ts').ended;
  expect(passed).toMatchObject({ code: 0, said: expect.stringContaining('1 passed') });
  const failed = await testOnPostgres('18', 'no-such-file.test.ts').ended;
  expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('No test files found') });
  expect(readdirSync(place)).toEqual([]);
});

test('told to stop while the server is made or while the tests run, it leaves nothing either', {
  timeout: 180_000,
}, async () => {
  const early = testOnPostgres('18', 'packages/server/src/platform/db/migrate.test.ts');
  await expect.poll(() => readdirSync(place), { interval: 10 }).toHaveLength(1);
  early.process.kill('SIGTERM');
  expect(await early.ended).toMatchObject({ code: 143 });
  expect(readdirSync(place)).toEqual([]);
  const late = testOnPostgres('18', 'packages/server/src/platform/db/migrate.test.ts');
  await expect.poll(late.said, { interval: 10 }).toContain('RUN');
  late.process.kill('SIGTERM');
  expect((await late.ended).code).not.toBe(0);
  expect(readdirSync(place)).toEqual([]);
});
