export { type Language, languageOf } from './language.ts';
export { FINDINGS_TOLD_MAX, findingLine, Problem, type ProblemBody, type ProblemCode, PROBLEMS, problemBody } from './problems.ts';
export * from './trace.ts';
export * from './client.ts';
