/** 食品安全法 §34 (三): nothing is made of what is past its date. The date is the last that was recorded of an input before. */
import type { EventFacts } from '@suyuan/epcis';
import type { Asked, Breach } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';

export function expiredInput({ facts, known, stageOf }: Asked): readonly Breach[] {
  const day = chinaDay(facts.eventTimeMs);
  return facts.units.flatMap(({ code, role }): Breach[] => {
    if (role !== 'input') return [];
    const last = (known.history?.(code) ?? []).findLast(
      (event) =>
        event.eventTimeMs <= facts.eventTimeMs &&
        isAbout(event, code) &&
        stageOf(event)?.values.expiryDate instanceof Date,
    );
    const date = last && stageOf(last)?.values.expiryDate;
    if (last === undefined || !(date instanceof Date)) return [];
    const until = chinaDay(date.getTime());
    if (until >= day) return [];
    return [{ unit: code, from: last, detail: { zh: `保质期至 ${until}`, en: `its date was ${until}` } }];
  });
}

/** What is made of a unit has a date of its own, which says nothing of the unit's. */
function isAbout({ units }: EventFacts, code: string): boolean {
  return units.some((unit) => unit.code === code && unit.role !== 'input');
}
