import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { listReaders } from './administer.ts';
import { appendRuns, type Reading, startReading } from './reading.fixture.ts';
import { ATTEMPTS_MAX, BATCH_RUNS_MAX, readRound, restMs, SINGLE_RUNS_MAX } from './round.ts';
import { effectsOf, recordEffects } from './store-effects.fixture.ts';

let reading: Reading;
let db: Db;
let ctx: Ctx;
beforeEach(async () => {
  reading = await startReading();
  ({ db, ctx } = reading);
});
afterEach(() => reading.close());

const { signal } = new AbortController();
const state = async () => (await listReaders(ctx))[0];
const expectState = async (expected: object): Promise<void> => expect(await state()).toMatchObject(expected);

test('every entry once, in the order of each organisation, over several batches', async () => {
  const orgNos = Array.from({ length: BATCH_RUNS_MAX * 2 + 20 }, (_, i) => (i % 3 === 0 ? 2 : 1));
  await appendRuns(db, orgNos, 3);
  await reading.read();
  const positions = orgNos.flatMap((orgNo, i) => [0, 1, 2].map((place) => ({ orgNo, position: i * 3 + place })));
  for (const orgNo of [1, 2]) {
    const own = positions.filter((each) => each.orgNo === orgNo).map(({ position }) => position);
    expect(await effectsOf(db, orgNo)).toEqual(own);
  }
  await expectState({ position: positions.length, size: positions.length, lag: 0, held: 0, parked: 0 });
  await appendRuns(db, [1, 2]);
  await reading.read();
  expect((await effectsOf(db, 1)).at(-1)).toBe(positions.length);
  expect((await effectsOf(db, 2)).at(-1)).toBe(positions.length + 1);
});

test('a batch is bounded, and a group is the runs of one organisation in it, each with its block', async () => {
  await appendRuns(db, [1, 2, 1], 2);
  await appendRuns(
    db,
    Array.from({ length: BATCH_RUNS_MAX }, () => 1),
  );
  expect(await readRound(reading.reader, signal)).toBe(true);
  const [first, second] = reading.groups;
  expect(first?.orgNo).toBe(1);
  expect(first?.runs).toHaveLength(BATCH_RUNS_MAX - 1);
  const block = first?.runs[0]?.block ?? Number.NaN;
  expect(first?.runs.slice(0, 2)).toEqual([
    { first: 0, count: 2, block },
    { first: 4, count: 2, block: block + 2 },
  ]);
  expect(second).toEqual({ orgNo: 2, runs: [{ first: 2, count: 2, block: block + 1 }] });
});

test('the transaction is the organisation’s while its group is handled, and nobody’s afterwards', async () => {
  await appendRuns(db, [1, 2, 3]);
  const seen: string[] = [];
  const { reader } = reading;
  const whose = "select current_setting('app.org', true) as org, current_user as who";
  const watched: Pick<Ctx, 'write'> = {
    write: (run) =>
      ctx.write(async (tx) => {
        const result = await run(tx);
        const { rows } = await tx.query<{ org: string | null; who: string }>(whose);
        seen.push(`end:${rows[0]?.org ?? ''} ${rows[0]?.who}`);
        return result;
      }),
  };
  await readRound(
    {
      ...reader,
      ...watched,
      async handle(tx, { orgNo }) {
        const { rows } = await tx.query<{ org: string; who: string }>(whose);
        seen.push(`${orgNo}:${rows[0]?.org} ${rows[0]?.who}`);
        if (orgNo === 3) throw new Error('no');
      },
    },
    signal,
  );
  expect(seen.slice(0, 4)).toEqual(['1:1 suyuan_app', '2:2 suyuan_app', '3:3 suyuan_app', 'end: suyuan_maintenance']);
});

test('effects and checkpoint are one: what ends before its commit is done again, and once', async () => {
  await appendRuns(db, [1, 2]);
  const cut: Pick<Ctx, 'write'> = {
    write: (run) =>
      ctx.write(async (tx) => {
        await run(tx);
        throw new Error('cut off');
      }),
  };
  await expect(readRound({ ...reading.reader, ...cut }, signal)).rejects.toThrow('cut off');
  expect(reading.groups).toHaveLength(2);
  expect(await effectsOf(db, 1)).toEqual([]);
  expect(await listReaders(ctx)).toEqual([]);
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([0]);
  expect(await effectsOf(db, 2)).toEqual([1]);
});

test('a group that fails leaves nothing behind and puts its organisation on hold; the others go through', async () => {
  reading.bad.add(1);
  await appendRuns(db, [1, 2, 1, 3]);
  await reading.read();
  expect(await effectsOf(db, 2)).toEqual([]);
  expect(await effectsOf(db, 1)).toEqual([0, 2]);
  expect(await effectsOf(db, 3)).toEqual([3]);
  const retryAt = new Date(reading.reader.clock.now().getTime() + restMs(1));
  await expectState({
    ...{ position: 4, lag: 0, held: 1, parked: 0 },
    holds: [{ orgNo: 2, position: 1, attempts: 1, retryAt, error: 'Error: cannot do 1' }],
  });
});

test('an organisation on hold is passed over, rests longer each time, and catches up in order', async () => {
  reading.bad.add(1);
  await appendRuns(db, [1, 2]);
  await reading.read();
  await appendRuns(db, [2, 1, 2]);
  for (let attempts = 1; attempts < 4; attempts += 1) {
    await expectState({ position: attempts === 1 ? 2 : 5, holds: [{ orgNo: 2, position: 1, attempts }] });
    reading.pass(restMs(attempts) - 1);
    await reading.read();
    await expectState({ position: 5, holds: [{ attempts }] });
    reading.pass(1);
    await reading.read();
  }
  expect(await effectsOf(db, 2)).toEqual([]);
  reading.bad.clear();
  reading.pass(restMs(4));
  await reading.read();
  expect(await effectsOf(db, 2)).toEqual([1, 2, 4]);
  await expectState({ held: 0, parked: 0 });
  await appendRuns(db, [2]);
  await reading.read();
  expect(await effectsOf(db, 2)).toEqual([1, 2, 4, 5]);
});

test('a long stretch that was passed over is worked off in parts, in order, run by run', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1]);
  await reading.read();
  const orgNos = Array.from({ length: SINGLE_RUNS_MAX * 4 + 10 }, (_, i) => (i % 2) + 1);
  await appendRuns(db, orgNos);
  await reading.read();
  reading.bad.clear();
  reading.pass(restMs(1));
  reading.groups.length = 0;
  await readRound(reading.reader, signal);
  expect(reading.groups.map(({ orgNo, runs }) => [orgNo, runs.length])).toEqual(
    Array.from({ length: SINGLE_RUNS_MAX }, () => [1, 1]),
  );
  await expectState({ holds: [{ orgNo: 1, attempts: 0, error: null }] });
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([0, ...orgNos.flatMap((orgNo, i) => (orgNo === 1 ? [i + 1] : []))]);
  await expectState({ held: 0, parked: 0 });
});

test('what is caught up ends where the reader is: what lies behind is the reader’s, and is handled once', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1]);
  await reading.read();
  reading.bad.clear();
  reading.pass(restMs(1));
  await appendRuns(db, [...Array.from({ length: BATCH_RUNS_MAX }, () => 2), 1]);
  await reading.read();
  await expectState({ lag: 0, held: 0 });
  expect(await effectsOf(db, 1)).toEqual([0, BATCH_RUNS_MAX + 1]);
});

test('a hold that another process tried since it was found due is left to rest', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1]);
  await reading.read();
  reading.pass(restMs(1));
  const overtaken: Pick<Ctx, 'read'> = {
    async read(run) {
      const due = await ctx.read(run);
      await reading.read();
      return due;
    },
  };
  await readRound({ ...reading.reader, ...overtaken }, signal);
  await expectState({ holds: [{ position: 0, attempts: 2 }] });
});

test('the rest grows up to a bound', () => {
  const rests = Array.from({ length: ATTEMPTS_MAX }, (_, attempts) => restMs(attempts));
  expect(rests).toEqual([0, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000]);
});

test('of a group of several the bad run is found at once; those before it go through, those behind it wait', async () => {
  reading.bad.add(2);
  await appendRuns(db, [1, 1, 1, 1]);
  await reading.read();
  expect(await effectsOf(db, 1)).toEqual([0, 1]);
  await expectState({ holds: [{ position: 2, attempts: 1, error: 'Error: cannot do 2' }] });
});

/** As many failures as park a run. */
async function failUntilParked(): Promise<void> {
  for (let attempts = 1; attempts < ATTEMPTS_MAX; attempts += 1) {
    await reading.read();
    await expectState({ holds: [{ attempts }], parked: 0 });
    reading.pass(restMs(attempts));
  }
  await reading.read();
}

test('a run that fails too often is parked, with why, and its organisation goes on with the next', async () => {
  reading.bad.add(0);
  await appendRuns(db, [1], 5);
  await reading.read();
  await appendRuns(db, [1, 1, 2]);
  await failUntilParked();
  expect(await effectsOf(db, 1)).toEqual([5, 6]);
  expect(await effectsOf(db, 2)).toEqual([7]);
  await expectState({
    ...{ held: 0, parked: 5 },
    parkedRunCount: 1,
    parkedRuns: [
      {
        ...{ orgNo: 1, first: 0, count: 5, attempts: ATTEMPTS_MAX, error: 'Error: cannot do 0', retryAt: null },
        parkedAt: reading.reader.clock.now(),
      },
    ],
  });
});

test('an error of any length and kind is written down and holds nobody else up', async () => {
  await appendRuns(db, [1, 2, 3, 4]);
  const thrown: Record<number, unknown> = { 1: new Error(`\0${'长'.repeat(5_000)}`), 2: undefined, 3: { odd: 1 } };
  await readRound(
    {
      ...reading.reader,
      async handle(tx, group) {
        if (group.orgNo in thrown) throw thrown[group.orgNo];
        await recordEffects(tx, group);
      },
    },
    signal,
  );
  const holds = (await state())?.holds.map(({ error }) => error);
  expect(holds).toEqual([`Error: \ufffd${'长'.repeat(992)}`, 'undefined', '{ odd: 1 }']);
  expect(await effectsOf(db, 4)).toEqual([3]);
});

test('a statement that failed and that the handler passed over fails its group alone', async () => {
  await appendRuns(db, [1, 2]);
  await readRound(
    {
      ...reading.reader,
      async handle(tx, group) {
        await recordEffects(tx, group);
        if (group.orgNo === 1) await tx.query('select 1 / 0').catch(() => undefined);
      },
    },
    signal,
  );
  await expectState({ position: 2, holds: [{ orgNo: 1, attempts: 1 }] });
  expect(await effectsOf(db, 1)).toEqual([]);
  expect(await effectsOf(db, 2)).toEqual([1]);
});

test('a database that goes away is no fault of an entry: nothing is held, and the batch is done again', async () => {
  await appendRuns(db, [1, 2]);
  const { reader } = reading;
  const fails = (how: (tx: Tx) => Promise<unknown>): typeof reader => ({
    ...reader,
    async handle(tx, group) {
      await recordEffects(tx, group);
      await how(tx);
    },
  });
  const cut = fails(async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await tx.query('select 1');
  });
  await expect(readRound(cut, signal)).rejects.toThrow();
  const full = fails((tx) => tx.query("do $$ begin raise exception 'no space' using errcode = '53100'; end $$"));
  await expect(readRound(full, signal)).rejects.toThrow('no space');
  expect(await listReaders(ctx)).toEqual([]);
  await reading.read();
  await expectState({ position: 2, held: 0 });
  expect(await effectsOf(db, 1)).toEqual([0]);
});

test('what a handler cannot reach elsewhere holds its own organisation alone', async () => {
  await appendRuns(db, [1, 2]);
  await readRound(
    {
      ...reading.reader,
      async handle(tx, group) {
        if (group.orgNo === 1) throw Object.assign(new Error('connection error'), { code: 'ECONNREFUSED' });
        await recordEffects(tx, group);
      },
    },
    signal,
  );
  await expectState({ position: 2, holds: [{ orgNo: 1 }] });
  expect(await effectsOf(db, 2)).toEqual([1]);
});

test('a log with a hole is not read on: what is missing would be lost without a word', async () => {
  await appendRuns(db, [1, 1, 1]);
  await db.query('delete from integrity.log where first_position = 1');
  await expect(readRound(reading.reader, signal)).rejects.toThrow('hole at position 1');
  expect(await listReaders(ctx)).toEqual([]);
});

test('readers of two names go each their own way', async () => {
  await appendRuns(db, [1]);
  await reading.read();
  const seen: number[] = [];
  await readRound(
    { ...reading.reader, name: 'other', handle: async (_, { runs }) => void seen.push(...runs.map((r) => r.first)) },
    signal,
  );
  expect(seen).toEqual([0]);
  expect((await listReaders(ctx)).map(({ name, lag }) => [name, lag])).toEqual([
    ['other', 0],
    ['test', 0],
  ]);
});
