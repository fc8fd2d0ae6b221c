export { countArrivals } from './arrivals.ts';
export type { RecordingDeps } from './deps.ts';
export { findPack } from './forms.ts';
export { recordingRoutes } from './routes.ts';
export { resealSheets } from './sealed-content.ts';
export { countOpenSheets } from './store-sheets.ts';
