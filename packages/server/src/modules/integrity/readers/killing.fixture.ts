/** Kills a reader again and again while the log grows, and holds what it left behind against the log. */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/index.ts';
import { listReaders } from './administer.ts';
import { spawnReader } from './reader.fixture.ts';
import { appendRuns, type Reading } from './reading.fixture.ts';
import { effectsOf, positionsOf } from './store-effects.fixture.ts';

export interface Killing {
  readonly kills: number;
  /** Entries that the log has in the end, at the least. */
  readonly entries: number;
}

const ORGANISATIONS = [1, 2, 3];
const LEAVES_PER_RUN = 4;

/** Kills while entries come in; at the end one reader more reads what is left. */
export async function killRepeatedly(
  { db, ctx, url }: Pick<Reading, 'db' | 'ctx' | 'url'>,
  { kills, entries }: Killing,
): Promise<void> {
  const perLife = Math.ceil(entries / (kills + 1) / (LEAVES_PER_RUN * ORGANISATIONS.length));
  for (let life = 0; life <= kills; life += 1) {
    const reader = spawnReader(url);
    const growing = grow(db, perLife);
    // Each life sees new entries of every organisation, so that many groups come.
    if (life < kills) await reader.inTheMidst((life % ORGANISATIONS.length) + 1);
    else await untilRead(ctx, growing);
    await reader.kill();
    await growing;
  }
}

async function grow(db: Db, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await appendRuns(db, ORGANISATIONS, LEAVES_PER_RUN);
}

async function untilRead(ctx: Ctx, growing: Promise<void>): Promise<void> {
  await growing;
  for (;;) {
    const [reader] = await listReaders(ctx);
    if (reader !== undefined && reader.lag === 0 && reader.held === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** For each organisation: the positions of its entries in the log, and those handled, in the order in which they were. */
export async function compare(db: Db): Promise<{ readonly inLog: number[][]; readonly handled: number[][] }> {
  const inLog: number[][] = [];
  const handled: number[][] = [];
  for (const orgNo of ORGANISATIONS) {
    inLog.push(await positionsOf(db, orgNo));
    handled.push(await effectsOf(db, orgNo));
  }
  return { inLog, handled };
}
