/** Which packs an event is of: those of what its units are by themselves, else those of what the recorder deals in. */
import { readCode } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';
import type { PackInUse } from './pack-in-use.ts';

/** As many as the judge looks at. */
const UNITS_MAX = 1_000;

export function applyingPacks(
  packs: readonly PackInUse[],
  facts: EventFacts,
  categories: readonly string[],
): readonly PackInUse[] {
  return packs.filter(
    ({ pack: { goods } }) =>
      goods.categories.some((category) => categories.includes(category)) || isOfScheme(facts, goods.schemes),
  );
}

function isOfScheme({ units }: EventFacts, schemes: readonly string[] = []): boolean {
  if (schemes.length === 0) return false;
  return units.slice(0, UNITS_MAX).some(({ code }) => schemes.includes(readCode(code).scheme));
}
