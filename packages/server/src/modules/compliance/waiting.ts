/** How much is recorded that is not judged yet. */
import type { Queryable } from '../../platform/db/index.ts';
import { readerStates } from '../integrity/index.ts';
import { countDue } from './store-due.ts';

/** Name of the reader that marks what is new in the log. */
export const READER = 'compliance';

/** Records that wait to be judged, and entries of the log that are not marked yet. */
export async function countWaiting(db: Queryable): Promise<number> {
  const unmarked = (await readerStates(db)).find(({ name }) => name === READER)?.lag ?? 0;
  return unmarked + (await countDue(db));
}
