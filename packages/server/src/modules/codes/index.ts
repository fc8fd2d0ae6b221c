export { codesRoutes } from './routes.ts';
