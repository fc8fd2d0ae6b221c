/** The events of the chains of some units, for whoever writes them down: the walk of a trace without its answer. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Look } from '../disclosure/index.ts';
import type { FollowedChains } from '../events/index.ts';
import { eventReader } from './event-reader.ts';
import { followUnits, openTies } from './trace-units.ts';
import { untilLeft } from './until-left.ts';

/** A part of an export is smaller than the greatest trace: with 50,000 events it takes some 75 MB while it is written. */
const LIMITS = { EVENTS_MAX: 50_000, UNITS_MAX: 50_000 };

export interface FollowChains {
  /** Canonical. */
  readonly codes: readonly string[];
  readonly look: Look;
  /** Whoever asked has left by now: the walk ends. */
  isLeft(): boolean;
}

export async function followChains(db: Queryable, { codes, look, isLeft }: FollowChains): Promise<FollowedChains> {
  const ties = openTies(untilLeft(eventReader(db), isLeft), LIMITS);
  const { rows, sight } = await followUnits(ties, { start: codes, direction: 'both', look });
  return { events: rows.map((row) => ties.chain.columns.event(row)), sight, isWhole: ties.chain.cuts.size === 0 };
}
