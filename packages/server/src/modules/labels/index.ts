export { type LabelDeps, labelRoutes } from './routes.ts';
