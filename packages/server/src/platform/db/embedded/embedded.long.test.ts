/** Kills at many moments; and that the test sees it when something is lost. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../log/index.ts';
import { createPool } from '../pool.ts';
import { startEmbeddedPostgres } from './index.ts';
import { kill, spawnProgram } from './program.fixture.ts';
import { countLost, makeLedger, startWriters } from './writers.fixture.ts';

const log = createLog('silent');
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'suyuan-embedded-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

const KILLS = 20;

/** Starts, writes, kills the server, again and again; how many rows were acknowledged, and how many of them are gone. */
async function lossIn(kills: number, settings: string): Promise<{ acknowledged: number; lost: number }> {
  const acknowledged: number[] = [];
  for (let round = 0; round < kills; round += 1) {
    const postgres = await startEmbeddedPostgres(dir, log);
    const pool = createPool(postgres);
    await makeLedger(pool);
    const ledger = await startWriters(postgres.connectionString, 8, settings);
    await pause(100 + Math.random() * 400);
    const pid = postgres.pid();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await ledger.stop();
    acknowledged.push(...ledger.acknowledged);
    await pool.end();
    await postgres.close();
  }
  const postgres = await startEmbeddedPostgres(dir, log);
  const pool = createPool(postgres);
  const lost = await countLost(pool, acknowledged);
  await pool.end();
  await postgres.close();
  return { acknowledged: acknowledged.length, lost };
}

test(`${KILLS} kills of the server in the middle of writes lose nothing acknowledged`, {
  timeout: 300_000,
}, async () => {
  const { acknowledged, lost } = await lossIn(KILLS, '');
  expect(acknowledged).toBeGreaterThan(KILLS * 10);
  expect(lost).toBe(0);
});

test('the same kills are seen to lose rows where commits do not wait for the disk', { timeout: 300_000 }, async () => {
  expect((await lossIn(KILLS, 'set synchronous_commit = off')).lost).toBeGreaterThan(0);
});

test('a first start that is killed at any moment is begun again, or is whole', { timeout: 300_000 }, async () => {
  let interrupted = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const program = spawnProgram(dir);
    await pause(150 + Math.random() * 1_200);
    await kill(program, 'SIGKILL');
    if (existsSync(join(dir, 'postgres'))) {
      await (await startEmbeddedPostgres(dir, log)).close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } else interrupted += 1;
  }
  expect(interrupted).toBeGreaterThan(0);
  // The first may meet an initdb that outlived its program and writes as long as it takes to notice.
  for (let start = 0; start < 2; start += 1) await (await startEmbeddedPostgres(dir, log)).close();
  expect(readdirSync(dir).filter((name) => name.includes('making'))).toEqual([]);
});
