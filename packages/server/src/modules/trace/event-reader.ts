import type { Queryable } from '../../platform/db/index.ts';
import {
  Reading,
  readEventsOfClass,
  readEventsOfTransformations,
  readEventsOfUnits,
  readNotices,
} from '../events/index.ts';
import type { EventReader } from './reader.ts';

/** Events whose facts are held: all of most chains; of 100,000 they would take 60 MB. */
const FACTS_HELD = 10_000;

/** Reads the store. Give it one transaction in repeatable read, so that all levels see one state. */
export function eventReader(db: Queryable, reading = new Reading(FACTS_HELD)): EventReader {
  return {
    eventsOfUnits: (codes, within) => readEventsOfUnits(db, codes, { ...within, reading }),
    eventsOfTransformations: (ids, within) => readEventsOfTransformations(db, ids, { ...within, reading }),
    noticesOf: (codes, max) => readNotices(db, codes, { max, reading }),
    noticesWithin: (codes, max) => readNotices(db, codes, { max, within: true, reading }),
    eventsOfLots: (lots, within) => readEventsOfClass(db, lots, { ...within, reading }),
  };
}
