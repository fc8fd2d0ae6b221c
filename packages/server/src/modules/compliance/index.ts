export { dueOf } from './due.ts';
export { interlockOf } from './interlock.ts';
export { type Judging, judgeAnew, keepJudging } from './keep-judging.ts';
export { complianceRoutes } from './routes.ts';
export { countDue as countWaiting } from './store-due.ts';
export { type Recorder, readRecorders } from './store-recorders.ts';
