/** Which version of an item holds: the one in force on the day in China on which an event happened. */
import type { Dated } from './parts.ts';

const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day in China of a moment, as 2026-12-01. */
export function chinaDay(ms: number): string {
  const day = Math.floor((ms + CHINA_MS) / DAY_MS);
  // Events that are judged together are mostly of one day.
  if (day !== last.day) last = { day, text: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  return last.text;
}

let last = { day: 0, text: '1970-01-01' };

export function isInForce({ from, until }: Pick<Dated, 'from' | 'until'>, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}
