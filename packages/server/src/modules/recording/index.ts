export { recordingRoutes } from './routes.ts';
export { resealSheets } from './sealed-content.ts';
