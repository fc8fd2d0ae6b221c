import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../platform/clock/index.ts';
import { type Ctx, systemCtx } from '../../../platform/ctx.ts';
import { createAccess, type Db } from '../../../platform/db/index.ts';
import { createSequencer } from '../sequencer.ts';
import { enqueueLeaves } from '../store.ts';
import { listReaders } from './administer.ts';
import type { Handle } from './attempt.ts';
import { type FollowedLog, followLog } from './follow-log.ts';
import { appendRuns, type Reading, startReading } from './reading.fixture.ts';
import { effectsOf, recordEffects } from './store-effects.fixture.ts';

let reading: Reading;
let db: Db;
let ctx: Ctx;
let followed: FollowedLog[];
beforeEach(async () => {
  reading = await startReading();
  ({ db, ctx } = reading);
  followed = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const each of followed) await each.close();
  await reading.close();
});

/** From here on nothing wakes by itself. (Timers that are faked would go on while a test polls.) */
function stopTimers(): void {
  const never = setInterval(() => undefined, 2 ** 30).unref();
  vi.spyOn(globalThis, 'setInterval').mockReturnValue(never);
}

function follow(handle: Handle = recordEffects, from: Pick<Ctx, 'read' | 'write'> = ctx): FollowedLog {
  const { clock, log, name } = reading.reader;
  const one = followLog({ read: from.read, write: from.write, clock, log }, name, handle);
  followed.push(one);
  return one;
}

test('what is in the log at its start is read, and what comes later without a call', async () => {
  await appendRuns(db, [1]);
  follow();
  await expect.poll(() => effectsOf(db, 1)).toEqual([0]);
  await appendRuns(db, [1]);
  await expect.poll(() => effectsOf(db, 1)).toEqual([0, 1]);
});

test('the end of a run of the sequencer wakes it', async () => {
  stopTimers();
  const reader = follow();
  await expect.poll(() => listReaders(ctx)).toHaveLength(1);
  const sequencer = createSequencer(ctx, { onSequenced: reader.nudge });
  await db.transaction((tx) => enqueueLeaves(tx, [{ block: 1_000_000, leaves: [Buffer.alloc(32)] }], 1));
  await sequencer.sequence();
  await expect.poll(() => effectsOf(db, 1)).toEqual([0]);
  await sequencer.close();
});

test('a nudge that comes while it reads is not lost', async () => {
  stopTimers();
  await appendRuns(db, [1]);
  const { promise: began, resolve: begin } = Promise.withResolvers<void>();
  const { promise: gate, resolve: go } = Promise.withResolvers<void>();
  const reader = follow(async (tx, group) => {
    begin();
    await gate;
    await recordEffects(tx, group);
  });
  await began;
  await appendRuns(db, [2]);
  reader.nudge();
  go();
  await expect.poll(() => effectsOf(db, 2)).toEqual([1]);
});

test('it closes when the transaction under way has ended, and begins no other', async () => {
  await appendRuns(db, [1]);
  const { promise: began, resolve: begin } = Promise.withResolvers<void>();
  const { promise: gate, resolve: go } = Promise.withResolvers<void>();
  const reader = follow(async (tx, group) => {
    begin();
    await gate;
    await recordEffects(tx, group);
  });
  await began;
  await appendRuns(db, [2]);
  let isClosed = false;
  const closed = reader.close().then(() => (isClosed = true));
  reader.nudge();
  expect(await effectsOf(db, 1)).toEqual([]);
  expect(isClosed).toBe(false);
  go();
  await closed;
  expect(await effectsOf(db, 1)).toEqual([0]);
  expect(await effectsOf(db, 2)).toEqual([]);
});

test('a database that is away is waited for', async () => {
  await appendRuns(db, [1]);
  let calls = 0;
  const away: Ctx = {
    ...ctx,
    async write(run) {
      calls += 1;
      if (calls <= 2) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
      return ctx.write(run);
    },
  };
  follow(recordEffects, away);
  await expect.poll(() => effectsOf(db, 1)).toEqual([0]);
  expect(await listReaders(ctx)).toMatchObject([{ held: 0, parked: 0 }]);
});

test('of two that bear one name one works at a time: while it does, the other hands nothing over', async () => {
  await appendRuns(db, [1, 2]);
  const { promise: began, resolve: begin } = Promise.withResolvers<void>();
  const { promise: gate, resolve: go } = Promise.withResolvers<void>();
  follow(async (tx, group) => {
    begin();
    await gate;
    await recordEffects(tx, group);
  });
  await began;
  const access = createAccess({ connectionString: reading.url });
  let rounds = 0;
  const theirs = systemCtx({ access, clock: systemClock, log: ctx.log });
  const counted: Ctx = { ...theirs, write: (run) => theirs.write(run).finally(() => (rounds += 1)) };
  const handed: number[] = [];
  const other = follow(async (tx, group) => {
    handed.push(...group.runs.map(({ first }) => first));
    await recordEffects(tx, group);
  }, counted);
  await expect.poll(() => rounds).toBeGreaterThan(1);
  expect(handed).toEqual([]);
  go();
  await appendRuns(db, [1, 2, 1]);
  await expect.poll(async () => [...(await effectsOf(db, 1)), ...(await effectsOf(db, 2))]).toEqual([0, 2, 4, 1, 3]);
  expect(handed).not.toContain(0);
  await other.close();
  await access.close();
});
