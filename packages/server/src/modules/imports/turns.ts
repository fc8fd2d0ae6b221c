/** Leaves the others a turn while many rows are read. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longer than a row takes, and short of what anybody who waits for an answer notices. */
const STRETCH_MS = 10;

export function turnTaker(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await nextTurn();
    since = performance.now();
  };
}
