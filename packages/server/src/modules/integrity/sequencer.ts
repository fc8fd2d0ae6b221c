import type { Ctx } from '../../platform/ctx.ts';
import { BLOCKS_PER_RUN, sequenceOnce } from './store.ts';

/** Gives the log its order. */
export interface Sequencer {
  /** Resolves when everything that was committed before the call is in the log. Callers share runs. */
  sequence(): Promise<void>;
  close(): Promise<void>;
}

const SWEEP_MS = 1_000; // picks up what another process committed and died before sequencing

interface SequencerOptions {
  /** A run has ended: there may be something new in the log. */
  onSequenced?(): void;
}

/** @param ctx the program's own */
export function createSequencer(ctx: Pick<Ctx, 'write' | 'log'>, { onSequenced }: SequencerOptions = {}): Sequencer {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function drain(): Promise<void> {
    // A run that takes fewer than it may has taken all.
    while ((await ctx.write(sequenceOnce)) === BLOCKS_PER_RUN);
    onSequenced?.();
  }
  // A run that is under way may have read `pending` before the caller's commit, so the caller needs the one
  // after it; all who come meanwhile share that one.
  function sequence(): Promise<void> {
    if (current === undefined) {
      current = drain().finally(() => {
        current = undefined;
      });
      return current;
    }
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return sequence();
      });
    return next;
  }

  const timer = setInterval(() => {
    if (current !== undefined) return;
    sequence().catch((error: unknown) => ctx.log.warn({ err: error }, 'sequencer: will try again'));
  }, SWEEP_MS);
  timer.unref();

  return {
    sequence,
    async close() {
      clearInterval(timer);
      await Promise.allSettled([current, next]);
    },
  };
}
