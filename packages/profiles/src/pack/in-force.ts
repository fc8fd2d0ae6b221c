/** Which version of an item holds: the one in force on the day in China on which an event happened. */
import type { Dated } from './parts.ts';

const CHINA_MS = 8 * 3_600_000;

/** The day in China of a moment, as 2026-12-01. */
export function chinaDay(ms: number): string {
  return new Date(ms + CHINA_MS).toISOString().slice(0, 10);
}

export function isInForce({ from, until }: Pick<Dated, 'from' | 'until'>, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}
