export { countScans } from './count-scans.ts';
export { keepScansTidy } from './keep-tidy.ts';
export { type ScanDeps, scanRoutes } from './routes.ts';
