/** The days that an inspector asks for. Pure. */
import type { Span } from '../path.ts';

// The law's days are China's, whoever reads; there is no summer time.
const CHINA_MS = 8 * 3_600_000;

/** Today in China, and the two years that end with it. */
export function lastTwoYears(nowMs: number): Span {
  const today = new Date(nowMs + CHINA_MS);
  // The day after the same day two years ago; from 29 February that is 1 March, as of any day that there was not.
  const first = new Date(Date.UTC(today.getUTCFullYear() - 2, today.getUTCMonth(), today.getUTCDate() + 1));
  return { from: dayOf(first), until: dayOf(today) };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
