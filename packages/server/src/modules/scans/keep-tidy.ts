/** A count is kept for three years after the code was last looked up: the longest that packaged goods are good for, and more. */
import type { Ctx } from '../../platform/ctx.ts';
import { deleteBefore } from './store-scans.ts';
import { dayOf } from './tally.ts';

const KEPT_MS = 3 * 365 * 24 * 60 * 60 * 1_000;
const LOOK_EACH_MS = 60 * 60 * 1_000;
/** A transaction of a tenth of a second; an hour has time for more than are made in one. */
const AT_ONCE = 10_000;
const ROUNDS_MAX = 100;

/** @param program the program itself */
export function keepScansTidy(program: Ctx): { stop(): void } {
  const timer = setInterval(() => {
    dropOldScans(program).catch((error: unknown) => program.log.warn({ err: error }, 'old counts of look-ups stay'));
  }, LOOK_EACH_MS).unref();
  return { stop: () => clearInterval(timer) };
}

export async function dropOldScans(program: Pick<Ctx, 'write' | 'clock'>): Promise<void> {
  const before = dayOf(new Date(program.clock.now().getTime() - KEPT_MS));
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const dropped = await program.write((tx) => deleteBefore(tx, before, AT_ONCE));
    if (dropped < AT_ONCE) return;
  }
}
