export { openSpoolFolder, type SpoolFolder } from './capture/spool-folder.ts';
export { leavesOf } from './query/leaves-of.ts';
export {
  type ReadEvent,
  type ReadEvents,
  readBodies,
  readEndsOfUnits,
  readEventsOfClass,
  readEventsOfTransformations,
  readEventsOfUnits,
} from './query/read-events.ts';
export { eventsRoutes } from './routes.ts';
