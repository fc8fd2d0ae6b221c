export { countArrivals } from './arrivals.ts';
export type { RecordingDeps } from './deps.ts';
export { findPack, formsOf } from './forms.ts';
export { recordedLast } from './recorded-last.ts';
export { recordingRoutes } from './routes.ts';
export { resealSheets } from './sealed-content.ts';
export { countOpenSheets } from './store-sheets.ts';
