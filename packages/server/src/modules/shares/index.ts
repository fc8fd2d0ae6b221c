export { type SharedLinkDeps, sharedLinkRoutes } from './link-routes.ts';
export { shareRoutes } from './routes.ts';
export { type SharedAsked, type SharedTold, tellShared } from './tell-shared.ts';
