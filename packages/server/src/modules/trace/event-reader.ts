import type { Queryable } from '../../platform/db/index.ts';
import { readEventsOfClass, readEventsOfTransformations, readEventsOfUnits, readNotices } from '../events/index.ts';
import type { EventReader } from './reader.ts';

/** Reads the store. Give it one transaction in repeatable read, so that all levels see one state. */
export function eventReader(db: Queryable): EventReader {
  return {
    eventsOfUnits: (codes, within) => readEventsOfUnits(db, codes, within),
    eventsOfTransformations: (ids, within) => readEventsOfTransformations(db, ids, within),
    noticesOf: (codes, max) => readNotices(db, codes, { max }),
    noticesWithin: (codes, max) => readNotices(db, codes, { max, within: true }),
    eventsOfLots: (lots, within) => readEventsOfClass(db, lots, within),
  };
}
