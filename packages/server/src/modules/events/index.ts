export { openSpoolFolder, type SpoolFolder } from './capture/spool-folder.ts';
export { leavesOf } from './query/leaves-of.ts';
export {
  type ReadEvent,
  readBodies,
  readEndsOfUnits,
  readEventsOfClass,
  readEventsOfTransformations,
  readEventsOfUnits,
  readNotices,
} from './query/read-events.ts';
export { eventsRoutes } from './routes.ts';
