export { type Language, languageOf } from './language.ts';
export { FINDINGS_TOLD_MAX, findingLine, Problem, type ProblemBody, type ProblemCode, PROBLEMS, problemBody, problemSchema } from './problems.ts';
export * from './trace.ts';
export * from './client.ts';
