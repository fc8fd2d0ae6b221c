/** Some events of an organisation, from here and there in what it has recorded since a time. */
import { randomInt } from 'node:crypto';
import type { Queryable } from '../../../platform/db/index.ts';
import { lastPosition, type Run, selectRuns, selectRunsBefore } from '../../integrity/index.ts';
import { selectBlocks, selectTimesReceived } from './store.ts';

/** Places of the log that are looked at, and runs at each: a firm that has recorded less is looked at whole. */
const PLACES = 16;
const RUNS = 32;

/** Ids of the tenant's events; none where it has recorded none since. */
export async function findSomeOwn(db: Queryable, since: Date): Promise<string[]> {
  const end = (await lastPosition(db)) + 1;
  const runs = new Map<number, Run>();
  const add = (found: readonly Run[]): void => {
    for (const run of found) runs.set(run.block, run);
  };
  // What is old may be most of it: the newest are among them in any case.
  add(await selectRunsBefore(db, end, RUNS));
  for (let place = 1; place < PLACES && end > 0; place += 1) add(await selectRuns(db, randomInt(end), RUNS));
  const times = await selectTimesReceived(db, [...runs.keys()]);
  const young = [...runs.keys()].filter((block) => (times.get(block)?.getTime() ?? 0) >= since.getTime());
  const events = await selectBlocks(db, young);
  return [...new Set([...events.values()].flat())];
}
