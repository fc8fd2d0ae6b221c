/** How long until what is due is late, or since when it is. Pure. */
import type { Duty } from '@suyuan/api';

export interface DueIn {
  readonly unit: 'day' | 'hour';
  /** Below nought: late by so many. Of days, nought is the last day itself. */
  readonly count: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// The law's days are China's, whoever reads; there is no summer time.
const CHINA_MS = 8 * HOUR_MS;

/** Of a clock in days by the days of China; of one in hours by hours begun, and by days where these are more than two. */
export function dueIn({ lastDay, dueAt }: Pick<Duty, 'lastDay' | 'dueAt'>, atMs: number): DueIn | undefined {
  if (lastDay !== undefined) {
    return { unit: 'day', count: Date.parse(lastDay) / DAY_MS - Math.floor((atMs + CHINA_MS) / DAY_MS) };
  }
  if (dueAt === undefined) return undefined;
  const leftMs = Date.parse(dueAt) - atMs;
  const [unit, unitMs] = Math.abs(leftMs) > 2 * DAY_MS ? (['day', DAY_MS] as const) : (['hour', HOUR_MS] as const);
  // What is due this moment is late, and what is late is so by at least one.
  return { unit, count: leftMs > 0 ? Math.ceil(leftMs / unitMs) : Math.min(-1, Math.ceil(leftMs / unitMs)) };
}
