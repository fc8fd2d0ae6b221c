export { readCodes, readMoment } from './asked.ts';
export { possessorAfter } from './custody.ts';
export { eventReader } from './event-reader.ts';
export { followChains } from './follow-chains.ts';
export { judgeUnits } from './judge-units.ts';
export { type TraceDeps, traceRoutes } from './routes.ts';
export { startOf } from './start.ts';
export { type Followed, openTies, traceFollowed, traceUnits } from './trace-units.ts';
export type { Reason, Verdict } from './verdict.ts';
