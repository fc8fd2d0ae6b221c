/**
 * When the moving feasts of a year are.
 *
 * The calendar's table comes first. Beyond it the lunar ones are the engine's reckoning, which puts a month a day off
 * where the new moon is minutes from midnight in Beijing: ICU 78 has New Year on 2027-02-07 and 2030-02-02, the almanac
 * (and the table) on 2027-02-06 and 2030-02-03.
 */
import { DAY_MS, dayNumber } from './day-number.ts';
import type { FeastYear, MovingFeast } from './work-calendar.ts';

/** Month and day in the lunar calendar, and the stretch of our year in which that day falls: MM-DD, and days. */
const LUNAR = {
  'new-year': { month: '1', day: '1', from: '01-20', days: 34 },
  'dragon-boat': { month: '5', day: '5', from: '05-24', days: 36 },
  'mid-autumn': { month: '8', day: '15', from: '09-05', days: 36 },
} as const;

// Leap months are written `6bis`, and are no sixth month.
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** Number of the day, or undefined where the engine has no Chinese calendar. */
export function feastDay(feast: MovingFeast, year: number, table: readonly FeastYear[]): number | undefined {
  const known = table.find((row) => row.year === year)?.[feast];
  if (known !== undefined) return dayIn(year, known);
  return feast === 'qingming' ? qingmingDay(year) : lunarDay(feast, year);
}

export function dayIn(year: number, monthAndDay: string): number {
  return dayNumber(`${String(year).padStart(4, '0')}-${monthAndDay}`);
}

/** The rule of thumb for the sun at 15°, right from 2000 to 2099 and at most some days off in other centuries. */
function qingmingDay(year: number): number {
  const since = year - 2000;
  return dayIn(year, '04-01') - 1 + Math.floor(since * 0.2422 + 4.81) - Math.floor(since / 4);
}

function lunarDay(feast: keyof typeof LUNAR, year: number): number | undefined {
  const { month, day, from, days } = LUNAR[feast];
  const first = dayIn(year, from);
  for (let number = first; number < first + days; number += 1) {
    const part = new Map(lunar.formatToParts(number * DAY_MS).map(({ type, value }) => [type, value]));
    if (part.get('month') === month && part.get('day') === day) return number;
  }
  return undefined;
}
