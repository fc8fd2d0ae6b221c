/** Days in words of a zone, and when they begin. The zone's own rules are the engine's (IANA). */
import { DAY_MS, dayNumber, dayText } from './day-number.ts';

export const CHINA_ZONE = 'Asia/Shanghai';

// Making a formatter takes longer than a thousand uses of it; there are some hundred zones and no more.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Local day of a moment, YYYY-MM-DD.
 *
 * @throws RangeError for a moment that is no finite number, and for a zone that is none.
 */
export function dayOf(ms: number, zone: string = CHINA_ZONE): string {
  const part = new Map(
    formatterOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  return `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`;
}

/**
 * First moment of a local day, in ms; where summer time takes midnight away, it is one o'clock. Of a day that a zone
 * left out (Apia, 2011-12-30), the first moment of the day after.
 *
 * @throws RangeError for a day or a zone that is none.
 */
export function startOfDay(day: string, zone: string = CHINA_ZONE): number {
  const utcMs = dayNumber(day) * DAY_MS;
  // No zone is as much as a day from UTC, save where it left a day out: two days on either side hold the beginning.
  let [before, from] = [utcMs - 2 * DAY_MS, utcMs + 2 * DAY_MS];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(middle, zone) >= day) from = middle;
    else before = middle;
  }
  return from;
}

/** First moment after a local day: what is not done before it is late (民法典 §203 ¶2, the last day runs to 24:00). */
export function endOfDay(day: number, zone: string): number {
  return startOfDay(dayText(day + 1), zone);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}
