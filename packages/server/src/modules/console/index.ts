export { type ConsoleAssets, consoleRoutes } from './routes.ts';
