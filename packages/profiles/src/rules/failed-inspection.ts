/** 食品安全法 §52: goods leave the factory after they passed inspection. The last inspection of a unit before counts. */
import type { Asked, Breach } from '../judge/check.ts';

export function failedInspection({ facts, known, stageOf }: Asked): readonly Breach[] {
  return facts.units.flatMap(({ code }): Breach[] => {
    const results = (known.history?.(code) ?? [])
      .filter(({ eventTimeMs }) => eventTimeMs <= facts.eventTimeMs)
      .map((event) => stageOf(event)?.values.inspectionResult)
      .filter((value) => typeof value === 'boolean');
    return results.at(-1) === false ? [{ unit: code }] : [];
  });
}
