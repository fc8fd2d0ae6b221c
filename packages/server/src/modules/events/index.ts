export { leavesOf } from './query/leaves-of.ts';
export { type ReadEvent, readBodies, readEventsOfClass, readEventsOfTransformations, readEventsOfUnits } from './query/read-events.ts';
export { type EventsDeps, eventsRoutes } from './routes.ts';
