export { type DemonstrationHost, demonstrationRoutes } from './routes.ts';
