/** A log to read, and a reader whose time stands still and whose handler fails where a test says. */
import { randomBytes } from 'node:crypto';
import { testDatabase } from '../../../../test/test-database.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/index.ts';
import { enqueueLeaves, sequenceOnce } from '../store.ts';
import type { LogGroup } from './attempt.ts';
import { type LogReader, readRound } from './round.ts';
import { makeEffects, recordEffects } from './store-effects.fixture.ts';

let block = 0;

/** Appends a run of each organisation that is named, in this order. */
export async function appendRuns(db: Db, orgNos: readonly number[], leaves = 1): Promise<void> {
  await db.transaction(async (tx) => {
    for (const orgNo of orgNos) {
      block += 1;
      await enqueueLeaves(tx, [{ block, leaves: Array.from({ length: leaves }, () => randomBytes(32)) }], orgNo);
    }
    await sequenceOnce(tx);
  });
}

export interface Reading {
  /** As superuser. */
  readonly db: Db;
  readonly ctx: Ctx;
  readonly url: string;
  readonly reader: LogReader;
  /** Groups that were handed over, those that failed too. */
  readonly groups: LogGroup[];
  /** Positions where a run begins that the handler cannot handle. */
  readonly bad: Set<number>;
  /** Rounds until nothing is left to do at once. */
  read(): Promise<void>;
  pass(ms: number): void;
  close(): Promise<void>;
}

/** A reader `test` on a database of its own. The handler writes first and fails then. */
export async function startReading(): Promise<Reading> {
  const { db, ctx, url, close } = await testDatabase();
  await makeEffects(db);
  let now = Date.UTC(2026, 0, 1);
  const groups: LogGroup[] = [];
  const bad = new Set<number>();
  const reader: LogReader = {
    ...ctx,
    clock: { now: () => new Date(now) },
    name: 'test',
    async handle(tx, group) {
      groups.push(group);
      await recordEffects(tx, group);
      const failed = group.runs.find(({ first }) => bad.has(first));
      if (failed !== undefined) throw new Error(`cannot do ${failed.first}`);
    },
  };
  return {
    db,
    ctx,
    url,
    reader,
    groups,
    bad,
    async read() {
      while (await readRound(reader, new AbortController().signal));
    },
    pass(ms) {
      now += ms;
    },
    close,
  };
}
