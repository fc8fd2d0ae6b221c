export type { DrillDeps } from './deps.ts';
export { drillRoutes } from './routes.ts';
export { type Ran, runDrill } from './run-drill.ts';
