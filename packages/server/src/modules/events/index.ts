export { moveRecords } from './before/move-records.ts';
export type { CaptureDeps } from './capture/capture-document.ts';
export { captureEach, captureText } from './capture/capture-text.ts';
export { captureVocabulary } from './capture/capture-vocabulary.ts';
export type { Interlock } from './capture/interlock.ts';
export { withSites } from './capture/site-of-key.ts';
export { joinSpoolFolder, openSpoolFolder, type SpoolFolder } from './capture/spool-folder.ts';
export { countersignRoutes } from './countersign/routes.ts';
export { makeDraft } from './drafts/drafts.ts';
export { draftRoutes } from './drafts/routes.ts';
export { countDraftsToDecide } from './drafts/store-drafts.ts';
export type { FollowedChains } from './export/chain-part.ts';
export { type ChainExportDeps, chainExportRoutes } from './export/chain-routes.ts';
export { exportRoutes } from './export/routes.ts';
export { type ChainsAsked, tellChains } from './export/tell-chains.ts';
export { createExportTurns, sendInTurn } from './export/turns.ts';
export { rowIdFloor, rowIdTimeMs } from './keys.ts';
export { eachReceived } from './query/each-received.ts';
export { findConsigned, findConsignedIds, goodsOf } from './query/find-consigned.ts';
export { findNewestOwn } from './query/newest-own.ts';
export { type OwnText, readOwnText } from './query/own-text.ts';
export { findSomeOwn } from './query/random-own.ts';
export {
  findContainers,
  findEndsOfUnits,
  findLater,
  type Held,
  type ReadEvent,
  readEndsOfUnits,
  readEventsById,
  readEventsOfClass,
  readEventsOfIdentity,
  readEventsOfTransactions,
  readEventsOfTransformations,
  readEventsOfUnits,
  readNotices,
  readReceivedAt,
} from './query/read-events.ts';
export { identityLookedFor, type LookedAs, lookedFor, readTouched } from './query/read-touched.ts';
export { Reading } from './query/reading.ts';
export { isOutdated, reindex } from './reindex/reindex.ts';
export { eventsRoutes } from './routes.ts';
export type { Fault } from './verify/fault.ts';
export { checkAll, verify } from './verify/verify.ts';
