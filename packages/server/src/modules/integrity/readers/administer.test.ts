import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/index.ts';
import { listReaders, retryParked, skipParked, UnknownReader } from './administer.ts';
import { appendRuns, type Reading, startReading } from './reading.fixture.ts';
import { ATTEMPTS_MAX, restMs } from './round.ts';
import { effectsOf } from './store-effects.fixture.ts';

let reading: Reading;
let db: Db;
let ctx: Ctx;
beforeEach(async () => {
  reading = await startReading();
  ({ db, ctx } = reading);
});
afterEach(() => reading.close());

const now = (): Date => reading.reader.clock.now();
const state = async () => (await listReaders(ctx))[0];

/** Reads on until nothing is on hold: everything went through or is parked. */
async function readToTheEnd(): Promise<void> {
  for (let attempts = 1; attempts <= ATTEMPTS_MAX; attempts += 1) {
    await reading.read();
    reading.pass(restMs(attempts));
  }
}

test('the list tells each reader’s place, what is held and why, and what is parked', async () => {
  reading.bad.add(0).add(3);
  await appendRuns(db, [1, 2, 1]);
  await readToTheEnd();
  await appendRuns(db, [2]);
  await reading.read();
  await appendRuns(db, [1, 1], 4);
  expect(await listReaders(ctx)).toMatchObject([
    {
      ...{ name: 'test', position: 4, size: 12, lag: 8, held: 1, parked: 1 },
      holds: [{ orgNo: 2, position: 3, attempts: 1, error: 'Error: cannot do 3' }],
      parkedRuns: [{ first: 0, orgNo: 1, count: 1, error: 'Error: cannot do 0' }],
      parkedRunCount: 1,
    },
  ]);
});

test('a parked run rests until somebody asks; then it is tried by itself, stays where it fails, goes where it succeeds', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1, 1, 2]);
  await readToTheEnd();
  const tried = reading.groups.length;
  reading.pass(24 * 3_600_000);
  await reading.read();
  expect(reading.groups).toHaveLength(tried);

  expect(await retryParked(ctx, 'test', { position: 0, now: now() })).toEqual({ parked: 1, held: 0 });
  await reading.read();
  expect(reading.groups.slice(tried)).toMatchObject([{ orgNo: 1, runs: [{ first: 0, count: 1 }] }]);
  expect((await state())?.parkedRuns).toMatchObject([{ first: 0, attempts: ATTEMPTS_MAX + 1, retryAt: null }]);
  await reading.read();
  expect(reading.groups).toHaveLength(tried + 1);

  reading.bad.clear();
  await retryParked(ctx, 'test', { now: now() });
  await reading.read();
  expect(await state()).toMatchObject({ parked: 0, held: 0, parkedRuns: [], parkedRunCount: 0 });
  expect(await effectsOf(db, 1)).toEqual([1, 0]);
});

test('retry narrows to a position or to an organisation', async () => {
  for (const position of [0, 1, 2]) reading.bad.add(position);
  await appendRuns(db, [1, 2, 2]);
  await readToTheEnd();
  await readToTheEnd();
  expect(await state()).toMatchObject({ parked: 3 });
  expect(await retryParked(ctx, 'test', { position: 1, now: now() })).toEqual({ parked: 1, held: 0 });
  expect(await retryParked(ctx, 'test', { orgNo: 2, now: now() })).toEqual({ parked: 2, held: 0 });
  expect(await retryParked(ctx, 'test', { position: 0, orgNo: 2, now: now() })).toEqual({ parked: 0, held: 0 });
  expect(await retryParked(ctx, 'test', { now: now() })).toEqual({ parked: 3, held: 0 });
});

test('an organisation on hold is tried at once when somebody asks', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1]);
  await reading.read();
  reading.bad.clear();
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([]);
  expect(await retryParked(ctx, 'test', { now: now() })).toEqual({ parked: 0, held: 1 });
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([0]);
  expect(await state()).toMatchObject({ held: 0 });
});

test('a parked run that is given up is told, and is never tried again', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1], 3);
  await readToTheEnd();
  const given = await skipParked(ctx, 'test', { position: 0 });
  expect(given).toMatchObject({ was: 'parked', first: 0, count: 3, orgNo: 1, error: 'Error: cannot do 0' });
  reading.bad.clear();
  expect(await retryParked(ctx, 'test', { now: now() })).toEqual({ parked: 0, held: 0 });
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([]);
  expect(await skipParked(ctx, 'test', { position: 0 })).toBeUndefined();
});

test('an organisation on hold passes over the run that it is held at, and goes on with its next', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1], 2);
  await reading.read();
  await appendRuns(db, [2, 1, 1]);
  await reading.read();
  expect(await skipParked(ctx, 'test', { position: 2, now: now() })).toBeUndefined();
  expect(await skipParked(ctx, 'test', { position: 3, now: now() })).toBeUndefined();
  const given = await skipParked(ctx, 'test', { position: 0, now: now() });
  expect(given).toMatchObject({ was: 'held', first: 0, count: 2, orgNo: 1, error: 'Error: cannot do 0' });
  // What is next in the log is another's, and is not the organisation's to give up.
  expect(await skipParked(ctx, 'test', { position: 2, now: now() })).toBeUndefined();
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([3, 4]);
  expect(await state()).toMatchObject({ held: 0, parked: 0, lag: 0 });
});

test('a reader that never ran is told apart from one that has nothing to do', async () => {
  await expect(retryParked(ctx, 'test', {})).rejects.toThrow(UnknownReader);
  await expect(skipParked(ctx, 'test', { position: 0 })).rejects.toThrow(UnknownReader);
  await reading.read();
  expect(await retryParked(ctx, 'test', {})).toEqual({ parked: 0, held: 0 });
  expect(await skipParked(ctx, 'test', { position: 0 })).toBeUndefined();
});
