export { loadPages, type PublicPages } from './pages.ts';
export { publicRoutes } from './routes.ts';
