export {
  type CaptureBody,
  type Client,
  type ClientOptions,
  createClient,
  type EventsPage,
  RequestRefused,
  type TraceRequest,
} from './client.ts';
export {
  type CodeAnswer,
  CodeAnswerSchema,
  type CodeReadingBody,
  type SchemeList,
  SchemeListSchema,
} from './codes.ts';
export {
  CaptureDocumentSchema,
  CaptureEventSchema,
  type QueryDocumentBody,
  QueryDocumentBodySchema,
} from './epcis/document.ts';
export { type CaptureJobBody, CaptureJobBodySchema, CaptureJobListSchema } from './epcis/job.ts';
export { type Language, languageOf } from './language.ts';
export { NAMED_CODES_MAX, type NamesAnswer, NamesAnswerSchema } from './names.ts';
export {
  FINDINGS_TOLD_MAX,
  findingLine,
  PROBLEMS,
  Problem,
  type ProblemBody,
  type ProblemCode,
  problemBody,
  problemSchema,
} from './problems.ts';
export {
  ANOMALY_KINDS,
  ANOMALY_TEXTS,
  type AnomalyKind,
  anomalyMessage,
  type TraceAnomaly,
  TraceAnomalySchema,
  type TraceAnswer,
  TraceAnswerSchema,
  type TraceCompleteness,
  TraceCompletenessSchema,
  type TraceCustody,
  TraceCustodySchema,
  type TraceCut,
  TraceCutSchema,
  type TraceDirection,
  TraceDirectionSchema,
  type TraceEventRow,
  TraceEventRowSchema,
  type TraceLink,
  TraceLinkSchema,
  type TraceUnit,
  type TraceUnitRole,
  TraceUnitRoleSchema,
  TraceUnitSchema,
} from './trace.ts';
