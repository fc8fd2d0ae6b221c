export type { PublicPages } from './pages.ts';
export { publicRoutes, sendPublicProblem } from './routes.ts';
