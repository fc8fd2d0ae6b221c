export { partyModel } from './contact-model.ts';
export { heldCode, keptPages } from './kept/code-pages.ts';
export { type FindsPages, findPage } from './kept/find-page.ts';
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
