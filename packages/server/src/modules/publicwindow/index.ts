export { partyModel } from './contact-model.ts';
export { keptPages } from './kept/code-pages.ts';
export { PUBLIC_LIMITS } from './look-up.ts';
export type { PublicPages } from './pages.ts';
export {
  lookUpGate,
  type PublicDeps,
  pageRequest,
  publicRoutes,
  sendPage,
  sendPublicProblem,
  wanted,
} from './routes.ts';
export { standardsPages } from './standards-routes.ts';
export { type PageAsked, type PageWalked, walkPage } from './walk-page.ts';
