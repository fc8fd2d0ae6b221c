export { interlockOf } from './interlock.ts';
export { keepJudging } from './keep-judging.ts';
export { complianceRoutes } from './routes.ts';
