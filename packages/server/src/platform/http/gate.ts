/** So much at once and no more: what asks beyond that waits, and beyond a bound of those who wait is told to come again. */
import { Problem } from '@suyuan/api';
import pLimit from 'p-limit';

export interface Gate {
  /** Runs the work when there is room. @throws Problem `server.busy` when too many wait already */
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createGate({ running, waiting }: { readonly running: number; readonly waiting: number }): Gate {
  const limit = pLimit(running);
  return {
    async pass(work) {
      // Those that run hold a place each; `pendingCount` counts the others.
      if (limit.pendingCount >= waiting) throw new Problem('server.busy');
      return limit(work);
    },
  };
}
