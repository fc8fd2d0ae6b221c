/**
 * TSG T5002-2017 art. 10: records of maintenance without paper are not altered while they have to be kept. EPCIS alters nothing,
 * but an event may be declared wrong; a declaration within the four years is told.
 */
import type { Check } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';

const YEARS_KEPT = 4; // TSG T5002-2017 art. 5(6)

export const notAltered: Check = ({ facts: { errorDeclaration, eventTimeMs } }) => {
  if (errorDeclaration === undefined) return [];
  const declared = chinaDay(errorDeclaration.declarationTimeMs);
  if (declared > keptUntil(chinaDay(eventTimeMs))) return [];
  return [{ detail: { zh: `${declared} 声明有误`, en: `it was declared wrong on ${declared}` } }];
};

/** Four years to the day; days compare as texts, so that a 29 February that is none ends with its month. */
function keptUntil(day: string): string {
  return `${Number(day.slice(0, 4)) + YEARS_KEPT}${day.slice(4)}`;
}
