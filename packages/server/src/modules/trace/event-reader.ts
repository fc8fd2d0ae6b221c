import type { Queryable } from '../../platform/db/index.ts';
import { readEventsOfClass, readEventsOfTransformations, readEventsOfUnits, readNotices } from '../events/index.ts';
import type { EventReader } from './reader.ts';

/** Reads the store. Give it one transaction in repeatable read, so that all levels see one state. */
export function eventReader(db: Queryable): EventReader {
  return {
    eventsOfUnits: (codes, max) => readEventsOfUnits(db, codes, max),
    eventsOfTransformations: (ids, max) => readEventsOfTransformations(db, ids, max),
    noticesOf: (codes, max) => readNotices(db, codes, { max }),
    noticesWithin: (codes, max) => readNotices(db, codes, { max, within: true }),
    eventsOfLotInstances: (lots, max) => readEventsOfClass(db, lots, max),
  };
}
