/** Which days are working days: weekends and holidays are none, weekends that are worked instead (调休) are. */
import { CHINA } from './china.ts';
import { dayNumber, isWeekend, yearOf } from './day-number.ts';
import { dayIn, feastDay } from './feasts.ts';
import type { Holiday, WorkCalendar } from './work-calendar.ts';

export interface Workday {
  readonly isWorkday: boolean;
  /** No notice names the day or its year: it is reckoned from weekends and the law alone. */
  readonly isProvisional: boolean;
}

interface Table {
  readonly off: ReadonlySet<number>;
  readonly work: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  /** Days off by law of a year without a notice, once it was asked for. */
  readonly byLaw: Map<number, ReadonlySet<number>>;
}

// What was worked out of a calendar, for as long as somebody holds the calendar: a clock asks for hundreds of days.
const tables = new WeakMap<WorkCalendar, Table>();

/**
 * Whether people work on a day.
 *
 * Of a year without a notice a holiday on a weekend moves no other day: 放假办法 §6 gives a day off for it, and only
 * the notice says which, as it says which weekends are worked. A clock so reckoned can be days off either way.
 *
 * @throws RangeError when the text is no YYYY-MM-DD of the calendar.
 */
export function isWorkday(day: string, calendar: WorkCalendar = CHINA): Workday {
  return workdayAt(dayNumber(day), calendar);
}

export function workdayAt(day: number, calendar: WorkCalendar): Workday {
  const table = tableOf(calendar);
  if (table.work.has(day)) return { isWorkday: true, isProvisional: false };
  if (table.off.has(day)) return { isWorkday: false, isProvisional: false };
  const year = yearOf(day);
  if (table.years.has(year)) return { isWorkday: !isWeekend(day), isProvisional: false };
  return { isWorkday: !isWeekend(day) && !byLaw(year, calendar, table).has(day), isProvisional: true };
}

function tableOf(calendar: WorkCalendar): Table {
  const known = tables.get(calendar);
  if (known !== undefined) return known;
  const off = new Set<number>();
  for (const { from, to } of calendar.years.flatMap((year) => year.off)) {
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) off.add(day);
  }
  const work = new Set(calendar.years.flatMap((year) => year.work.map(dayNumber)));
  const table = { off, work, years: new Set(calendar.years.map(({ year }) => year)), byLaw: new Map() };
  tables.set(calendar, table);
  return table;
}

function byLaw(year: number, calendar: WorkCalendar, table: Table): ReadonlySet<number> {
  const known = table.byLaw.get(year);
  if (known !== undefined) return known;
  const newestFirst = calendar.laws.toSorted((one, other) => other.sinceYear - one.sinceYear);
  const law = newestFirst.find(({ sinceYear }) => sinceYear <= year) ?? newestFirst.at(-1);
  const days = new Set<number>();
  for (const holiday of law?.holidays ?? []) {
    const first = firstDay(holiday, year, calendar);
    for (let more = 0; first !== undefined && more < holiday.days; more += 1) days.add(first + more);
  }
  table.byLaw.set(year, days);
  return days;
}

function firstDay(holiday: Holiday, year: number, { feasts }: WorkCalendar): number | undefined {
  if (holiday.feast === 'solar') return dayIn(year, holiday.on);
  if (holiday.feast !== 'new-year-eve') return feastDay(holiday.feast, year, feasts);
  const newYear = feastDay('new-year', year, feasts);
  return newYear === undefined ? undefined : newYear - 1;
}
