import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { createSequencer, type Sequencer } from './sequencer.ts';
import { BLOCKS_PER_RUN, enqueueLeaves, logHead } from './store.ts';

let database: TestDatabase;
let sequencer: Sequencer | undefined;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await sequencer?.close();
  await database.close();
});

let block = 0;
const someLeaves = (count = 1) => {
  block += 1;
  return { block, leaves: Array.from({ length: count }, () => randomBytes(32)) };
};
const store = (): Promise<void> => database.db.transaction((tx) => enqueueLeaves(tx, [someLeaves()], 1));

interface Held {
  readonly ctx: Pick<Ctx, 'write' | 'log'>;
  /** Resolves when the first run has read what is pending. */
  readonly read: Promise<void>;
  /** Lets the first run go on. */
  go(failure?: Error): void;
  readonly runs: () => number;
}

/** A database whose first transaction has done its work and is held before it says so. */
function heldDatabase(): Held {
  const { promise: read, resolve: hasRead } = Promise.withResolvers<void>();
  const { promise: gate, resolve: go, reject: fail } = Promise.withResolvers<void>();
  let runs = 0;
  const ctx: Held['ctx'] = {
    log: database.ctx.log,
    async write(run) {
      runs += 1;
      const isFirst = runs === 1;
      const result = await database.ctx.write(run);
      if (isFirst) {
        hasRead();
        await gate;
      }
      return result;
    },
  };
  return { ctx, read, go: (failure) => (failure === undefined ? go() : fail(failure)), runs: () => runs };
}

test('a call is not answered by a run that began before the commit which the call is for', async () => {
  const held = heldDatabase();
  sequencer = createSequencer(held.ctx);
  const first = sequencer.sequence();
  await held.read;
  await store();
  const second = sequencer.sequence();
  held.go();
  await first;
  await second;
  expect(await logHead(database.db)).toEqual({ size: 1, pendingBatches: 0 });
});

test('those who come while a run is under way share the one after it', async () => {
  const held = heldDatabase();
  sequencer = createSequencer(held.ctx);
  const calls = [sequencer.sequence()];
  await held.read;
  for (let i = 0; i < 20; i += 1) {
    await store();
    calls.push(sequencer.sequence());
  }
  held.go();
  await Promise.all(calls);
  expect(await logHead(database.db)).toEqual({ size: 20, pendingBatches: 0 });
  // The one that was held, and the one that moved all.
  expect(held.runs()).toBe(2);
});

test('a run that failed tells its own caller alone; the next one does what was asked of it', async () => {
  const held = heldDatabase();
  sequencer = createSequencer(held.ctx);
  const first = sequencer.sequence();
  await held.read;
  await store();
  const second = sequencer.sequence();
  held.go(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await second;
  expect(await logHead(database.db)).toEqual({ size: 1, pendingBatches: 0 });
});

test('what another process left behind is picked up without a call', async () => {
  sequencer = createSequencer(database.ctx);
  await store();
  await expect.poll(() => logHead(database.db), { timeout: 30_000 }).toEqual({ size: 1, pendingBatches: 0 });
});

test('more blocks than one run takes are in the log when the call returns, in the order of their commits', async () => {
  sequencer = createSequencer(database.ctx);
  const blocks = Array.from({ length: BLOCKS_PER_RUN + 30 }, (_, i) => someLeaves((i % 3) + 1));
  await database.db.transaction((tx) => enqueueLeaves(tx, blocks, 1));
  await sequencer.sequence();
  const { rows } = await database.db.query<{ block: number; first: number; leaves: Buffer }>(
    'select block, first_position as first, leaves from integrity.log order by first_position',
  );
  let first = 0;
  for (const [i, row] of rows.entries()) {
    expect(row).toEqual({ block: blocks[i]?.block, first, leaves: Buffer.concat(blocks[i]?.leaves ?? []) });
    first += row.leaves.length / 32;
  }
  expect(rows).toHaveLength(blocks.length);
  expect(await logHead(database.db)).toEqual({ size: first, pendingBatches: 0 });
});
