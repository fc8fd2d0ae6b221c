/**
 * Judging in a thread of its own, so that it holds up no answer (docs/decisions/0029-judging-thread.md). The thread runs the program
 * itself, which finds by what it is given that it is one.
 */
import { on, once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { parentPort, type Worker } from 'node:worker_threads';
import { type Judging, keepJudging } from './modules/compliance/index.ts';
import { openShelf } from './modules/standards/index.ts';
import { systemClock } from './platform/clock/index.ts';
import { systemCtx } from './platform/ctx.ts';
import { joinRows } from './platform/db/index.ts';
import { createLog, type Logger, type LogLevel } from './platform/log/index.ts';
import { yieldToAnswers } from './yield-to-answers.ts';

/** What the thread is started with. */
export interface JudgingGiven {
  readonly task: 'judging';
  readonly connectionString: string;
  readonly logLevel: LogLevel;
}

/** The log has grown; it shall end; or how busy the thread that answers is, from 0 to 1. */
type Told = 'nudge' | 'close' | number;

/** How often the thread is told how busy the other is. */
const TELL_EVERY_MS = 250;

/** A thread that ends by itself, such as for want of memory, is started again after this. */
const AGAIN_MS = 1_000;

/** What the answering thread holds of it. */
export function keepJudgingApart(start: () => Worker, log: Pick<Logger, 'error'>): Judging {
  let isClosing = false;
  let again: NodeJS.Timeout | undefined;
  let thread: Worker | undefined;
  const tell = (told: Told): void => thread?.postMessage(told);
  const run = (): void => {
    const started = start();
    thread = started;
    // A program that cannot start ends, and this with it.
    started.unref();
    started.on('error', (error) => log.error({ err: error }, 'judging of records: the thread has failed'));
    started.once('exit', () => {
      thread = undefined;
      if (!isClosing) again = setTimeout(run, AGAIN_MS).unref();
    });
  };
  run();
  let before = performance.eventLoopUtilization();
  const telling = setInterval(() => {
    tell(performance.eventLoopUtilization(before).utilization);
    before = performance.eventLoopUtilization();
  }, TELL_EVERY_MS).unref();
  return {
    nudge: () => tell('nudge'),
    async close() {
      isClosing = true;
      clearInterval(telling);
      clearTimeout(again);
      if (thread === undefined) return;
      thread.ref();
      const ended = once(thread, 'exit');
      tell('close');
      await ended;
    },
  };
}

/** The thread itself: until it is told to close. */
export async function judgeInThread({ connectionString, logLevel }: JudgingGiven): Promise<void> {
  if (parentPort === null) throw new Error('is no thread');
  yieldToAnswers();
  const access = joinRows({ connectionString });
  const ctx = systemCtx({ access, clock: systemClock, log: createLog(logLevel) });
  let busy = 0;
  const judging = keepJudging({ ctx, packs: openShelf(ctx).packs, resting: () => restingAt(busy) });
  try {
    for await (const [told] of on(parentPort, 'message')) {
      if (told === 'close') break;
      if (told === 'nudge') judging.nudge();
      else busy = Number(told);
    }
  } finally {
    await judging.close();
    await access.close();
  }
}

/**
 * While answers keep their thread half busy, or less, the judge takes what it needs: what is recorded at half of the speed at which it
 * can be is judged as fast. Beyond that it rests, up to four times as long as it judges.
 */
function restingAt(busy: number): number {
  return Math.max(0, (busy - 0.5) * 8);
}
