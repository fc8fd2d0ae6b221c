export { findEntry } from './find-entries.ts';
export { catalogueRoutes } from './routes.ts';
