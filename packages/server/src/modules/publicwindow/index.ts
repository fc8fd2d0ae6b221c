export { loadPages, type PublicPages } from './pages.ts';
export { type PublicDeps, publicRoutes } from './routes.ts';
