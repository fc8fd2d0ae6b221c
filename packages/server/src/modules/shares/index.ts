export { sharedLinkRoutes } from './link-routes.ts';
export { shareRoutes } from './routes.ts';
