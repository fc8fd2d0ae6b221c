export { dueOf } from './due.ts';
export { interlockOf } from './interlock.ts';
export { judgeAhead } from './judge-ahead.ts';
export { type Judging, judgeAnew, keepJudging } from './keep-judging.ts';
export { complianceRoutes } from './routes.ts';
export { findingsOfUnit } from './store-findings.ts';
export { readOrganisations } from './store-organisations.ts';
export { type Recorder, readRecorders } from './store-recorders.ts';
export { countWaiting } from './waiting.ts';
