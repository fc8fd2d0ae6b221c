/** 食品安全法 §34 (三): nothing is made of what is past its date. The date is the last that was recorded of an input before. */
import type { Asked, Breach } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';

export function expiredInput({ facts, known, stageOf }: Asked): readonly Breach[] {
  const day = chinaDay(facts.eventTimeMs);
  return facts.units.flatMap(({ code, role }): Breach[] => {
    if (role !== 'input') return [];
    const dates = (known.history?.(code) ?? [])
      .filter(({ eventTimeMs }) => eventTimeMs <= facts.eventTimeMs)
      .map((event) => stageOf(event)?.values.expiryDate)
      .filter((value) => value instanceof Date);
    const last = dates.at(-1);
    if (last === undefined) return [];
    const until = chinaDay(last.getTime());
    return until < day ? [{ unit: code, detail: { zh: `保质期至 ${until}`, en: `its date was ${until}` } }] : [];
  });
}
