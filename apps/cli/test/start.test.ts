/** What a start meets: killed predecessors, orphans, rivals, interrupted beginnings. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  databasePid,
  makeDataDir,
  makeStartedDataDir,
  type Program,
  removeDataDir,
  run,
  startProgram,
  startThroughNpm,
} from './program.ts';

let dataDir: string;
const running: Program[] = [];

beforeEach(() => {
  // Of a first start that is over; those about a beginning say so.
  dataDir = makeStartedDataDir();
});
afterEach(async () => {
  for (const program of running.splice(0)) if (program.process.exitCode === null) await program.end('SIGTERM');
  removeDataDir(dataDir);
});

/** With nothing in the data directory yet. */
function begin(): void {
  removeDataDir(dataDir);
  dataDir = makeDataDir();
}

async function start(): Promise<Program> {
  const program = await startProgram(dataDir);
  running.push(program);
  return program;
}

/** Whether it runs; one that ended and that nobody has asked after yet does not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
}

test('SIGTERM ends it with 0 and leaves no database server behind', async () => {
  begin();
  const program = await start();
  const pid = databasePid(dataDir);
  expect(await program.end('SIGTERM')).toBe(0);
  expect(isAlive(pid)).toBe(false);
});

test.each(['SIGHUP', 'SIGQUIT', 'SIGINT'] as const)('%s ends it in order as well', async (signal) => {
  const program = await start();
  const pid = databasePid(dataDir);
  expect(await program.end(signal)).toBe(0);
  expect(isAlive(pid)).toBe(false);
});

test.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  '%s to the npm of `npm start`, and to nobody else, ends server and database',
  async (signal) => {
    const npm = await startThroughNpm(dataDir);
    const pid = databasePid(dataDir);
    process.kill(npm.pid, signal);
    await expect.poll(() => isAlive(pid), { timeout: 30_000, interval: 100 }).toBe(false);
    await expect(fetch(`${npm.url}/healthz`)).rejects.toThrow();
    // In order, not at the next start: the database's own note of its server is gone.
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  },
);

test('a second program on the data directory is refused in one line; the first goes on', async () => {
  const program = await start();
  const second = await run(dataDir, 'serve');
  expect(second.code).toBe(1);
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
  expect(second.stderr).toMatch(/数据目录.*is using the data directory/);
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
});

test('after SIGKILL the orphaned server is stopped and its work kept', async () => {
  const first = await start();
  await run(dataDir, 'demo');
  const orphan = databasePid(dataDir);
  await first.end('SIGKILL');
  expect(isAlive(orphan)).toBe(true);
  await start();
  expect(isAlive(orphan)).toBe(false);
  // Of every event, of every thing that was said of a product, party or place, and of what was opened to the public.
  expect((await run(dataDir, 'verify', '--json')).stdout).toMatch(/"size":5690,"faults":0/);
});

test('a pid file whose number now belongs to another process stops nothing, least of all that process', async () => {
  await (await start()).end('SIGTERM');
  const stranger = process.pid;
  const path = join(dataDir, 'postgres');
  writeFileSync(join(path, 'postmaster.pid'), `${stranger}\n${path}\n1700000000\n5432\n\n127.0.0.1\n`);
  const program = await start();
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
});

test('a beginning that was interrupted is begun again', async () => {
  begin();
  mkdirSync(join(dataDir, 'postgres.making'));
  writeFileSync(join(dataDir, 'postgres.making/PG_VERSION'), '18');
  writeFileSync(join(dataDir, 'database.json'), '{"password":"of the interrupted one"}');
  const program = await start();
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  expect(existsSync(join(dataDir, 'postgres.making'))).toBe(false);
});

test('when the database server is killed the program stays, says 503 meanwhile, and brings it back', async () => {
  const program = await start();
  const pid = databasePid(dataDir);
  process.kill(pid, 'SIGKILL');
  await expect.poll(async () => (await fetch(`${program.url}/readyz`)).status, { interval: 10 }).toBe(503);
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
  await expect
    .poll(async () => (await fetch(`${program.url}/readyz`)).status, { timeout: 30_000, interval: 200 })
    .toBe(200);
  expect(databasePid(dataDir)).not.toBe(pid);
});

test('a database without its password file says which file is missing', async () => {
  await (await start()).end('SIGTERM');
  renameSync(join(dataDir, 'database.json'), join(dataDir, 'elsewhere.json'));
  const refused = await run(dataDir, 'serve');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('database.json');
});

test('the data directory keeps its secrets from others', async () => {
  begin();
  await start();
  const { mode } = await import('node:fs').then(({ statSync }) => statSync(join(dataDir, 'database.json')));
  expect(mode & 0o077).toBe(0);
  expect(readFileSync(join(dataDir, 'postgres/pg_hba.conf'), 'utf8')).not.toMatch(/^\s*(local|host)\s.*\btrust\b/m);
});

test('a setting that cannot be read is named, and ends with 1', async () => {
  const { execFileSync } = await import('node:child_process');
  const main = join(import.meta.dirname, '../src/main.ts');
  const attempt = (): unknown =>
    execFileSync(process.execPath, [main, 'serve'], {
      env: { ...process.env, PORT: 'many', SUYUAN_DATA: dataDir },
      stdio: 'pipe',
    });
  expect(attempt).toThrow(/PORT: 应为/);
});
