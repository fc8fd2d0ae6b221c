/** How long until what is due is late, or since when it is. Pure. */
import type { Duty } from '@suyuan/api';

export interface DueIn {
  readonly unit: 'day' | 'hour' | 'minute';
  /** Below nought: late by so many. Of days, nought is the last day itself. */
  readonly count: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
// The law's days are China's, whoever reads; there is no summer time.
const CHINA_MS = 8 * HOUR_MS;

/**
 * Of a clock in days by the days of China; of one in minutes or hours by hours begun, by days where these are more than two, and by
 * minutes begun within the hour.
 */
export function dueIn({ lastDay, dueAt }: Pick<Duty, 'lastDay' | 'dueAt'>, atMs: number): DueIn | undefined {
  if (lastDay !== undefined) {
    return { unit: 'day', count: Date.parse(lastDay) / DAY_MS - Math.floor((atMs + CHINA_MS) / DAY_MS) };
  }
  if (dueAt === undefined) return undefined;
  const leftMs = Date.parse(dueAt) - atMs;
  const [unit, unitMs] = unitFor(Math.abs(leftMs));
  // What is due this moment is late, and what is late is so by at least one.
  return { unit, count: leftMs > 0 ? Math.ceil(leftMs / unitMs) : Math.min(-1, Math.ceil(leftMs / unitMs)) };
}

function unitFor(ms: number): readonly [DueIn['unit'], number] {
  if (ms > 2 * DAY_MS) return ['day', DAY_MS];
  return ms < HOUR_MS ? ['minute', MINUTE_MS] : ['hour', HOUR_MS];
}
