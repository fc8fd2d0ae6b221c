/** China's calendar of working days, from `china.json`. */
import china from './china.json' with { type: 'json' };
import type { Confidence, FeastYear, Holiday, MovingFeast, WorkCalendar } from './work-calendar.ts';

/**
 * 2024 to 2026 as the State Council's notices have them, the law's own days since 2014, and the feasts of the years
 * to come. A year's notice comes out in the autumn before it.
 *
 * @throws RangeError on loading, when `china.json` has a word that no type knows.
 */
export const CHINA: WorkCalendar = {
  years: china.years.map((year) => ({ ...year, confidence: confidenceOf(year.confidence) })),
  laws: china.laws.map((law) => ({
    ...law,
    confidence: confidenceOf(law.confidence),
    holidays: law.holidays.map(holidayOf),
  })),
  feasts: china.feasts.map((year): FeastYear => ({ ...year, confidence: confidenceOf(year.confidence) })),
};

function confidenceOf(text: string): Confidence {
  if (text === 'A' || text === 'B' || text === 'C') return text;
  throw new RangeError(`no confidence: ${text}`);
}

function holidayOf(row: (typeof china.laws)[number]['holidays'][number]): Holiday {
  const { name, feast, days } = row;
  if ('on' in row && row.on !== undefined) return { name, feast: 'solar', on: row.on, days };
  if (feast === 'new-year-eve' || isMoving(feast)) return { name, feast, days };
  throw new RangeError(`no feast: ${feast}`);
}

function isMoving(feast: string): feast is MovingFeast {
  return feast === 'new-year' || feast === 'qingming' || feast === 'dragon-boat' || feast === 'mid-autumn';
}
