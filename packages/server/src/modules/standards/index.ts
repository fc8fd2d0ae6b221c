export { type PackInUse, packsOnce } from './packs-in-use.ts';
export { standardsRoutes } from './routes.ts';
