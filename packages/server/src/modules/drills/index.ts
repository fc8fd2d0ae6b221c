export { drillRoutes } from './routes.ts';
