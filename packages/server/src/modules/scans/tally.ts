/** What is kept of the look-ups of one code, and when they are too many for one thing. Pure. */
import { createHash } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const CHINA_MS = 8 * 60 * MINUTE_MS;

/** Browsers are counted within a stretch, so that a thing which is looked up for years comes to no doubt by its age. */
const STRETCH_DAYS = 30;
/**
 * A family, a shop and its customers have some five browsers for one thing; a code that was copied is on hundreds of packages.
 * Twenty say so within days, and are more than the curious who pass a package on a shelf.
 */
const BROWSERS_DOUBTFUL = 20;
/** A class of pupils, or a talk on a stage, looks one thing up on one day; copies are sold over many. */
const DAYS_DOUBTFUL = 3;
/** Copies stay on sale for months after the last stretch in which they were many. */
const DOUBT_DAYS = 180;

/** Bytes of the sketch: 256 groups tell some hundred browsers apart to within a tenth, and no browser from another. */
const SKETCH_BYTES = 32;
const GROUPS = SKETCH_BYTES * 8;

/** Days are of China, `YYYY-MM-DD`. */
export interface Tally {
  readonly scans: number;
  readonly firstAt: Date;
  readonly lastOn: string;
  readonly since: string;
  readonly days: number;
  readonly seen: Buffer;
  readonly doubtedOn: string | null;
}

/** One look-up. */
export function tallyOf(browser: string, at: Date): Tally {
  const [group = 0] = createHash('sha256').update(browser).digest();
  const seen = Buffer.alloc(SKETCH_BYTES);
  seen[group >> 3] = 1 << (group & 7);
  const day = dayOf(at);
  const firstAt = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
  return { scans: 1, firstAt, lastOn: day, since: day, days: 1, seen, doubtedOn: null };
}

/** Before the first look-up is added to it. */
export function emptyAs({ firstAt, lastOn, since }: Tally): Tally {
  return { scans: 0, firstAt, lastOn, since, days: 1, seen: Buffer.alloc(SKETCH_BYTES), doubtedOn: null };
}

/** What was counted, and what was counted apart from it, by another program or since; in whichever order. */
export function together(one: Tally, other: Tally): Tally {
  const [first, second] = one.since <= other.since ? [one, other] : [other, one];
  const isNew = daysBetween(first.since, second.since) >= STRETCH_DAYS;
  const { since, days, seen } = isNew ? second : joined(first, second);
  const lastOn = later(one.lastOn, other.lastOn);
  const isMany = browsersOf(seen) >= BROWSERS_DOUBTFUL && days >= DAYS_DOUBTFUL;
  const doubted = [one.doubtedOn, other.doubtedOn, isMany ? lastOn : null].filter((day) => day !== null);
  return {
    scans: one.scans + other.scans,
    firstAt: new Date(Math.min(one.firstAt.getTime(), other.firstAt.getTime())),
    lastOn,
    since,
    days,
    seen,
    doubtedOn: doubted.sort().at(-1) ?? null,
  };
}

function joined(first: Tally, second: Tally): Pick<Tally, 'since' | 'days' | 'seen'> {
  // A day that both know is one day.
  const moreDays = second.lastOn <= first.lastOn ? 0 : second.days - (second.since <= first.lastOn ? 1 : 0);
  return {
    since: first.since,
    days: first.days + moreDays,
    seen: Buffer.from(first.seen.map((byte, at) => byte | (second.seen[at] ?? 0))),
  };
}

/** Whether the code may be on more than one thing, where it is meant for one. */
export function isDoubtful({ doubtedOn }: Tally, now: Date): boolean {
  return doubtedOn !== null && daysBetween(doubtedOn, dayOf(now)) <= DOUBT_DAYS;
}

export function dayOf(at: Date): string {
  return new Date(at.getTime() + CHINA_MS).toISOString().slice(0, 10);
}

/** About how many different ones: by how many groups nobody is in (linear counting, Whang et al. 1990). */
function browsersOf(seen: Buffer): number {
  const taken = seen.reduce((sum, byte) => sum + bitsOf(byte), 0);
  return Math.round(GROUPS * Math.log(GROUPS / Math.max(GROUPS - taken, 1)));
}

function bitsOf(byte: number): number {
  let count = 0;
  for (let left = byte; left > 0; left >>= 1) count += left & 1;
  return count;
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}

function later(...days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '';
}
