/** When a key ends, as a person writes it. */

const HOUR_MS = 60 * 60 * 1000;
const UNIT_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS };
/** A key for longer than this is one without an end, and is made as such. */
const LIFE_MAX_MS = 100 * 366 * 24 * HOUR_MS;

/** Days, and times of ISO 8601 with their offset: a time without one would mean another moment on another machine. */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads `90d`, `12h`, `2027-01-01` (its first moment in UTC) or `2027-01-01T08:00:00+08:00`. Undefined where that is no
 * moment, lies in the past, or more than a hundred years ahead.
 */
export function readExpiry(text: string, now: Date): Date | undefined {
  const at = momentOf(text, now);
  const life = at - now.getTime();
  return life > 0 && life <= LIFE_MAX_MS ? new Date(at) : undefined;
}

function momentOf(text: string, now: Date): number {
  const [, count, unit = ''] = /^(\d{1,6})([hd])$/.exec(text) ?? [];
  if (count !== undefined) return now.getTime() + Number(count) * (UNIT_MS[unit] ?? Number.NaN);
  return TIME.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
}

/** `Date.parse` takes 31 February for 3 March. */
function isDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
