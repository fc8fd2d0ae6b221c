export { countArrivals } from './arrivals.ts';
export { recordingRoutes } from './routes.ts';
export { resealSheets } from './sealed-content.ts';
export { countOpenSheets } from './store-sheets.ts';
