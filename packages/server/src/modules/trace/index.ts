export { eventReader } from './event-reader.ts';
export { traceRoutes } from './routes.ts';
export { traceUnits } from './trace-units.ts';
