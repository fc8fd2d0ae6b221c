/** What an organisation has recorded last, whenever it happened. */
import type { Queryable } from '../../../platform/db/index.ts';
import { selectRunsBefore } from '../../integrity/index.ts';
import { type Bounded, selectBlocks } from './store.ts';

/** Runs of the log looked at in one go, and in all: a run of master data has no events. */
const RUNS = 256;
const RUNS_MAX = 16 * RUNS;

/** Ids of the tenant's events, those recorded last first, at most `max`. */
export async function findNewestOwn(db: Queryable, max: number): Promise<Bounded> {
  const ids = new Set<string>();
  let before = Number.MAX_SAFE_INTEGER;
  for (let looked = 0; looked < RUNS_MAX; looked += RUNS) {
    const runs = await selectRunsBefore(db, before, RUNS);
    const events = await selectBlocks(
      db,
      runs.map(({ block }) => block),
    );
    for (const { block, first } of runs) {
      for (const id of (events.get(block) ?? []).toReversed()) ids.add(id);
      before = first;
      if (ids.size > max) return { ids: [...ids].slice(0, max), more: true };
    }
    if (runs.length < RUNS) return { ids: [...ids], more: false };
  }
  return { ids: [...ids], more: true };
}
