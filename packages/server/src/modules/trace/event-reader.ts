import type { Queryable } from '../../platform/db/index.ts';
import { readEventsOfClass, readEventsOfTransformations, readEventsOfUnits } from '../events/index.ts';
import type { EventReader } from './reader.ts';

/** Reads the store. Give it one transaction in repeatable read, so that all levels see one state. */
export function eventReader(db: Queryable): EventReader {
  return {
    eventsOfUnits: (codes) => readEventsOfUnits(db, codes),
    eventsOfTransformations: (ids) => readEventsOfTransformations(db, ids),
    eventsOfLotInstances: (lots) => readEventsOfClass(db, lots),
  };
}
