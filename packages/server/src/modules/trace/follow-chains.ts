/** The events of the chains of some units, for whoever writes them down: the walk of a trace without its answer. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Look } from '../disclosure/index.ts';
import type { FollowedChains } from '../events/index.ts';
import { eventReader } from './event-reader.ts';
import { followUnits, openTies } from './trace-units.ts';

/** A part of an export is smaller than the greatest trace: with 50,000 events it takes some 75 MB while it is written. */
const LIMITS = { EVENTS_MAX: 50_000, UNITS_MAX: 50_000 };

/** @param codes canonical */
export async function followChains(db: Queryable, look: Look, codes: readonly string[]): Promise<FollowedChains> {
  const ties = openTies(eventReader(db), LIMITS);
  const { rows, sight } = await followUnits(ties, { start: codes, direction: 'both', look });
  return { events: rows.map(({ event }) => event), sight, isWhole: ties.chain.cuts.size === 0 };
}
