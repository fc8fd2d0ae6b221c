/** The embedded database in one process and in programs that are killed. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../log/index.ts';
import { CONNECTIONS_MAX, createAccess } from '../access.ts';
import { createDb, createPool, type Db, isUnavailable } from '../pool.ts';
import { DB_ROLES } from '../roles.ts';
import { UnfitDatabase } from '../unfit.ts';
import { spawnAs } from './binaries.ts';
import { type EmbeddedPostgres, removeAbandoned, runningEmbedded, startEmbeddedPostgres } from './index.ts';
import { addressOf, kill, spawnProgram } from './program.fixture.ts';
import { countLost, makeLedger, startWriters } from './writers.fixture.ts';

const log = createLog('silent');
const directories: string[] = [];
const programs: ChildProcess[] = [];

function makeDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'suyuan-embedded-'));
  directories.push(dir);
  return dir;
}

function startProgram(dataDir: string): ChildProcess {
  const program = spawnProgram(dataDir);
  programs.push(program);
  return program;
}

// Also after a test that failed halfway, nothing runs on.
afterAll(async () => {
  for (const program of programs) await kill(program, 'SIGKILL');
  for (const dir of directories.filter((path) => existsSync(path))) await removeAbandoned(dir);
});

function pidOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function untilAnswers(db: Db): Promise<void> {
  await expect
    .poll(
      () =>
        db.query('select 1').then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
}

describe('a server whose processes are killed under a running program', () => {
  let postgres: EmbeddedPostgres;
  let db: Db;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres(makeDirectory(), log);
    db = createDb(createPool(postgres));
    await makeLedger(db);
  });
  afterAll(async () => {
    await db.pool.end();
    await postgres.close();
  });

  function killServer(): number | undefined {
    const pid = postgres.pid();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** Its processes may answer once more before they notice, so the new server is waited for first. */
  async function untilBack(killed: number | undefined): Promise<void> {
    await expect.poll(() => postgres.pid(), { timeout: 30_000 }).not.toBe(killed);
    await untilAnswers(db);
  }

  test('loses nothing it acknowledged', async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const ledger = await startWriters(postgres.connectionString, 4);
      await pause(150 + round * 100);
      const killed = killServer();
      await ledger.stop();
      acknowledged.push(...ledger.acknowledged);
      await untilBack(killed);
    }
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(await countLost(db, acknowledged)).toBe(0);
  });

  test('comes back although one of its processes computes on and on', async () => {
    const computing = db.query('do $$ begin loop perform 1; end loop; end $$').catch((error: unknown) => error);
    await pause(300);
    await untilBack(killServer());
    expect(isUnavailable(await computing)).toBe(true);
  });

  test('comes back when it is killed the moment it is back', async () => {
    await untilBack(killServer());
  });

  test('fails what is under way as unavailable, and the same pool goes on by itself', async () => {
    const underWay = db.transaction((tx) => tx.query('select pg_sleep(60)')).catch((error: unknown) => error);
    await pause(200);
    const killed = killServer();
    expect(isUnavailable(await underWay)).toBe(true);
    await untilBack(killed);
    expect(await db.transaction(async (tx) => (await tx.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
  });

  test('keeps what it acknowledges through a loss of power', async () => {
    const { rows } = await db.query(
      `select name from pg_settings where setting = 'on' and name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
    );
    expect(rows).toHaveLength(3);
  });
});

test('beside 52 connections of others, two programs get all of theirs', async () => {
  const postgres = await startEmbeddedPostgres(makeDirectory(), log);
  const strangers = Array.from({ length: 52 }, () => new pg.Client(postgres));
  for (const stranger of strangers) await stranger.connect();
  const programs = [createAccess(postgres), createAccess(postgres)];
  const sleeping = programs.flatMap((access) =>
    DB_ROLES.flatMap((as) =>
      Array.from({ length: CONNECTIONS_MAX[as] }, () =>
        access.read({ as, role: 'query' }, (tx) =>
          tx.query<{ pid: number }>('select pg_backend_pid() as pid, pg_sleep(0.5)'),
        ),
      ),
    ),
  );
  const pids = (await Promise.all(sleeping)).flatMap(({ rows }) => rows.map(({ pid }) => pid));
  expect(sleeping).toHaveLength(44);
  expect(new Set(pids).size).toBe(44);
  for (const access of programs) await access.close();
  for (const stranger of strangers) await stranger.end();
  await postgres.close();
});

describe('programs that are killed', () => {
  test('in the first start: the next begins again and leaves nothing half', async () => {
    const dir = makeDirectory();
    for (const afterMs of [30, 300]) {
      const program = startProgram(dir);
      await expect.poll(() => readdirSync(dir).some((name) => name.startsWith('postgres.making'))).toBe(true);
      await pause(afterMs);
      await kill(program, 'SIGKILL');
    }
    expect(existsSync(join(dir, 'postgres'))).toBe(false);
    const postgres = await startEmbeddedPostgres(dir, log);
    await postgres.close();
    const second = await startEmbeddedPostgres(dir, log);
    await second.close();
    expect(readdirSync(dir).sort()).toEqual(['database.json', 'postgres', 'postgres.log']);
  });

  test('with their server left running: it is stopped, its work kept, and its directory can be removed', async () => {
    const dir = makeDirectory();
    const program = startProgram(dir);
    const pool = createPool({ connectionString: await addressOf(program) });
    await pool.query('create table kept (n int); insert into kept values (7)').finally(() => pool.end());
    const orphan = pidOf(dir);
    await kill(program, 'SIGKILL');
    expect(await runningEmbedded(dir)).toBeUndefined();

    const postgres = await startEmbeddedPostgres(dir, log);
    expect(postgres.pid()).not.toBe(orphan);
    const again = createPool(postgres);
    expect((await again.query('select n from kept')).rows).toEqual([{ n: 7 }]);
    await again.end();
    await postgres.close();

    const next = startProgram(dir);
    await addressOf(next);
    await kill(next, 'SIGKILL');
    await removeAbandoned(dir);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('a start that cannot be', () => {
  let dir: string;
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  async function refusal(): Promise<string> {
    const error: unknown = await startEmbeddedPostgres(dir, log).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(UnfitDatabase);
    expect(String(error)).not.toContain('\n');
    return String(error);
  }

  test('a database that has run and is gone is not begun anew in silence', async () => {
    dir = makeDirectory();
    writeFileSync(join(dir, 'database.json'), '{"password":"p","port":41000}');
    expect(await refusal()).toMatch(/缺少 .*postgres.* is missing; restore it, or delete .*database\.json/);
    expect(readdirSync(dir)).toEqual(['database.json']);
  });

  test('says what PostgreSQL said, at once, when its files are damaged', async () => {
    dir = makeDirectory();
    await (await startEmbeddedPostgres(dir, log)).close();
    renameSync(join(dir, 'postgres/global/pg_control'), join(dir, 'pg_control'));
    // A connection that the end of the first run cut may have said so.
    rmSync(join(dir, 'postgres.log'));
    expect(await refusal()).toMatch(/数据库无法启动.*pg_control/);
    // At once: it was tried once, since no other port would help.
    expect(
      readFileSync(join(dir, 'postgres.log'), 'utf8').match(/FATAL|PANIC|could not find the database/gi),
    ).toHaveLength(1);
    renameSync(join(dir, 'pg_control'), join(dir, 'postgres/global/pg_control'));
    await (await startEmbeddedPostgres(dir, log)).close();
  });

  test('a file in the place of the data directory is named', async () => {
    dir = join(makeDirectory(), 'data');
    writeFileSync(dir, '');
    expect(await refusal()).toMatch(/无法使用数据目录 .* cannot be used/);
  });
});

test('a command that meets a start waits for it and then finds the new address', async () => {
  const dir = makeDirectory();
  await (await startEmbeddedPostgres(dir, log)).close();
  const program = startProgram(dir);
  const address = addressOf(program);
  await expect.poll(() => readFileSync(join(dir, 'database.json'), 'utf8'), { interval: 5 }).toContain('"port":0');
  expect((await runningEmbedded(dir))?.connectionString).toBe(await address);
  await kill(program, 'SIGTERM');
  expect(await runningEmbedded(dir)).toBeUndefined();
});

test('processes of the database get nothing of our environment', async () => {
  process.env.SUYUAN_SECRET_OF_A_TEST = 'secret';
  const print = spawnSync(process.execPath, ['-p', 'process.env.SUYUAN_SECRET_OF_A_TEST'], { encoding: 'utf8' });
  expect(print.stdout).toContain('secret');
  const child = spawnAs(undefined, [process.execPath, '-p', 'JSON.stringify(process.env)'], { stdio: 'pipe' });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  await new Promise((done) => child.once('close', done));
  expect(said).toContain('"TZ":"UTC"');
  expect(said).not.toContain('SUYUAN');
});
