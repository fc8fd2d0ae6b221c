/** Days as people write them, the year first. */

/** `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20260105`, each with a time behind it or not. */
const DAY =
  /^(?:(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{4})(\d{2})(\d{2}))(?:(?:[T\s]\s*|(?<=[日号]))(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?|分)?)?$/;

/** `2026-01-05`, or `2026-01-05T08:30:00` where a time is told; undefined where it is no day of the calendar. */
export function readDay(text: string): string | undefined {
  const found = DAY.exec(text.trim());
  if (found === null) return undefined;
  const [, y, m, d, year = y, month = m, day = d, hour, minute = '0', second = '0'] = found;
  const [date, isDay] = calendarDay(Number(year), Number(month), Number(day));
  if (!isDay) return undefined;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${date}T${[hour, minute, second].map((part) => part.padStart(2, '0')).join(':')}`;
}

function calendarDay(year: number, month: number, day: number): readonly [text: string, isDay: boolean] {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return [text, !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)];
}

/** `01/02/2026` is two days, by who reads it; `26-1-5` is three. */
export const isAmbiguousDay = (text: string): boolean =>
  /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(\d{4}|\d{1,2})(\s.*)?$/.test(text.trim());
