export { openSpoolFolder, type SpoolFolder } from './capture/spool-folder.ts';
export {
  type ReadEvent,
  readBodies,
  readEndsOfUnits,
  readEventsOfClass,
  readEventsOfTransformations,
  readEventsOfUnits,
  readNotices,
} from './query/read-events.ts';
export { storedRows } from './query/stored-rows.ts';
export { eventsRoutes } from './routes.ts';
