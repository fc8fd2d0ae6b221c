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
  const bySelf = packs.filter(({ pack: { goods } }) => isOfScheme(facts, goods.schemes));
  if (bySelf.length > 0) return bySelf;
  return packs.filter(({ pack: { goods } }) => goods.categories.some((category) => categories.includes(category)));
}

function isOfScheme(facts: EventFacts, schemes: readonly string[] = []): boolean {
  if (schemes.length === 0) return false;
  const own = schemesOf(facts);
  return schemes.some((scheme) => own.has(scheme));
}

const schemesRead = new WeakMap<EventFacts, ReadonlySet<string>>();

/** Each pack asks for them, of an event whenever it is of a unit that is judged. */
function schemesOf(facts: EventFacts): ReadonlySet<string> {
  const read = schemesRead.get(facts);
  if (read !== undefined) return read;
  const schemes = new Set(facts.units.slice(0, UNITS_MAX).map(({ code }) => readCode(code).scheme));
  schemesRead.set(facts, schemes);
  return schemes;
}
