/**
 * Judges what is recorded, as it is recorded: a reader of the log marks what is new, and a worker judges what is marked. Both may run
 * in several processes, and be killed at any moment.
 */
import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { followLog } from '../integrity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { judgeDue } from './judge-due.ts';
import { insertDueCountersigned } from './store-countersigned.ts';
import {
  insertDueCodesOfBlocks,
  insertDueNaming,
  insertDueOfBlocks,
  insertDueOfOrganisation,
  takeDueCodes,
  takeTurn,
} from './store-due.ts';
import { forgetJudged, type JudgedBy, selectJudgedBy, upsertJudgedBy } from './store-judged-by.ts';
import { READER } from './waiting.ts';

export interface JudgingDeps {
  /** The program's own. */
  readonly ctx: Ctx;
  packs(): Promise<readonly PackInUse[]>;
  /** How many times as long as it has judged it rests, so that requests are answered. */
  resting(): number;
}

export interface Judging {
  /** There is something new in the log. */
  nudge(): void;
  /** Waits for the transaction under way, and begins no other. */
  close(): Promise<void>;
}

const REST_MAX_MS = 1_000;
/** What other processes marked, and what organisations have become, is seen within this time. */
const SWEEP_MS = 1_000;

export function keepJudging(deps: JudgingDeps): Judging {
  const { ctx } = deps;
  const closing = new AbortController();
  let current: Promise<void> | undefined;
  let isAsked = false;

  async function work(): Promise<void> {
    try {
      while (isAsked && !closing.signal.aborted) {
        isAsked = false;
        await judgeAll(deps, closing.signal);
      }
    } catch (error) {
      ctx.log.warn({ err: error }, 'judging of records: will try again');
    } finally {
      current = undefined;
    }
  }
  function judgeSoon(): void {
    isAsked = true;
    current ??= work();
  }

  const reader = followLog(ctx, READER, async (tx, { runs }) => {
    const blocks = runs.map(({ block }) => block);
    await insertDueOfBlocks(tx, blocks);
    await insertDueCodesOfBlocks(tx, blocks);
    await insertDueCountersigned(tx, blocks);
    judgeSoon();
  });
  const timer = setInterval(judgeSoon, SWEEP_MS);
  timer.unref();
  return {
    nudge: () => reader.nudge(),
    async close() {
      closing.abort();
      clearInterval(timer);
      await reader.close();
      await current;
    },
  };
}

/** Has all that is recorded judged from the beginning, by whoever judges; ids of events may have changed. */
export async function judgeAnew(ctx: Pick<Ctx, 'write'>): Promise<void> {
  await ctx.write(async (tx) => {
    await takeTurn(tx, 'forgetting');
    await forgetJudged(tx);
  });
}

/** Judges whatever waits by now. */
async function judgeAll(deps: JudgingDeps, signal: AbortSignal): Promise<void> {
  while (await judgeSome(deps, signal));
}

/** Judges for as long as packs and organisations are taken to be what they were; whether more waits. */
async function judgeSome({ ctx, packs, resting }: JudgingDeps, signal: AbortSignal): Promise<boolean> {
  const all = await packs();
  await ctx.write((tx) => markChanged(tx, all));
  while (!signal.aborted && (await ctx.write(markNamed)) > 0);
  const until = performance.now() + SWEEP_MS;
  for (;;) {
    const start = performance.now();
    if (signal.aborted || (await ctx.write((tx) => judgeDue(tx, all))) === 0) return false;
    const end = performance.now();
    await rest(Math.min((end - start) * resting(), REST_MAX_MS), signal);
    if (end > until) return true;
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

/** Whose records are judged otherwise from now on, since packs or the organisation have changed. */
async function markChanged(tx: Tx, packs: readonly PackInUse[]): Promise<void> {
  for (const { digest, ...org } of await selectJudgedBy(tx)) {
    const now = digestOf(org, packs);
    if (digest === now) continue;
    // Also the first time: what it was judged by until now is not known.
    await insertDueOfOrganisation(tx, org.no);
    // Those whom it supplies are judged by its name and licences as well.
    if (org.code !== null) await insertDueNaming(tx, [org.code]);
    await upsertJudgedBy(tx, org.no, now);
  }
}

function digestOf(
  { code, name, kind, categories, licences }: Omit<JudgedBy, 'digest'>,
  packs: readonly PackInUse[],
): string {
  const by = [code, name, kind, licences, ...categories.toSorted(), '', ...packs.map(({ digest }) => digest)];
  return hash('sha256', JSON.stringify(by), 'hex');
}

const CODES_AT_ONCE = 20;

/** What names something of which other master data are known now. */
async function markNamed(tx: Tx): Promise<number> {
  const codes = await takeDueCodes(tx, CODES_AT_ONCE);
  await insertDueNaming(tx, codes);
  return codes.length;
}
