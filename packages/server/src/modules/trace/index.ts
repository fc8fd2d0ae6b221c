export { eventReader } from './event-reader.ts';
export type { EventReader, TraceEvent } from './reader.ts';
export { type TraceDeps, traceRoutes } from './routes.ts';
export { type TraceUnits, traceUnits } from './trace-units.ts';
