/** Files are taken away a week after they were last used. */
import type { Ctx } from '../../platform/ctx.ts';
import { deleteBefore } from './store-work.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;
const LOOK_EACH_MS = 60 * 60 * 1_000;

/** @param program the program itself */
export function keepImportsTidy(program: Ctx): { stop(): void } {
  const timer = setInterval(() => {
    tidyUp(program).catch((error: unknown) => program.log.error({ err: error }, 'importing: old files stay'));
  }, LOOK_EACH_MS).unref();
  return { stop: () => clearInterval(timer) };
}

export async function tidyUp(program: Ctx): Promise<void> {
  const before = new Date(program.clock.now().getTime() - KEPT_MS);
  await program.write((tx) => deleteBefore(tx, before));
}
