/**
 * 特种设备安全法 §40: what was not inspected in time is not used. By `inspectionDue` of the event itself, else of the newest
 * record of the unit that says it; the last day is in time.
 */
import type { Breach, Check } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';
import { inspectionDueIn, pastOf, singleUnits } from './unit-past.ts';

export const inspectionInDate: Check = (asked) => {
  const { facts, values } = asked;
  const said = values.inspectionDue instanceof Date ? values.inspectionDue : undefined;
  return singleUnits(asked).flatMap(({ code }): Breach[] => {
    const known = said === undefined ? inspectionDueIn(pastOf(asked, code)) : { due: said, from: facts };
    if (known === undefined) return [{ unit: code, isUnknown: true }];
    const { due, from } = known;
    const lastDay = chinaDay(due.getTime());
    if (chinaDay(facts.eventTimeMs) <= lastDay) return [];
    return [{ unit: code, from, detail: { zh: `有效期到 ${lastDay} 为止`, en: `it held until ${lastDay}` } }];
  });
};
