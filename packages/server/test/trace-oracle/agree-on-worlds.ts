import { askEngine } from './engine.ts';
import { checkAgreement } from './oracle-agreement.ts';
import type { WorldSize } from './world.ts';

/** Many seeds of one size; throws at the first on which engine and brute force differ. */
export async function agreeOnWorlds(size: WorldSize, { from, count }: { from: number; count: number }): Promise<void> {
  for (let seed = from; seed < from + count; seed += 1) await checkAgreement(seed, size, askEngine);
}
