export { eventContent } from './content.ts';
export { type Context, contextInJson, expand, extendContext, readContext } from './context.ts';
export { eventOfFacts } from './event-of-facts.ts';
export { eventFacts, UnreadableEvent } from './facts.ts';
export { BrokenFacts, readFacts, writeFacts } from './facts-bytes.ts';
export { childPointer, type FindingInput, finding, RULES, type RuleId, renderFindings } from './findings.ts';
export { HANDING_OVER, TAKING } from './hand-over.ts';
export { eventHashId, eventPreHash } from './hash.ts';
export { createDocumentScanner, type DocumentScanner, type ScanEnd, type ScannedEvent } from './json-scan.ts';
export {
  EVENT_BYTES_MAX,
  parseStrict,
  SCAN_LIMITS,
  ScanFault,
  type ScanLimits,
  type StrictValue,
} from './json-strict.ts';
export { type Amount, commonAmount, measureOf } from './measure.ts';
export {
  type Action,
  type BizTransaction,
  type ErrorDeclaration,
  EVENT_TYPES,
  type EventFacts,
  type EventType,
  type ExtensionValue,
  type Finding,
  type NamedValue,
  type PersistentDisposition,
  type SensorElement,
  type SensorMetadata,
  type SensorReport,
  type Text,
  type TransferKind,
  type TransferParty,
  type UnitMention,
  type UnitRole,
} from './model.ts';
export { type NoticeKind, type NoticeWords, noticeKind, noticeWords, unitsSaidOf } from './notices.ts';
export { documentWith } from './personal/json-text.ts';
export { type PersonalPlace, type Put, personalPlacesIn, refusePersonal, valueWith } from './personal/places.ts';
export { textWith } from './personal/text-with.ts';
export { holdsInRemarks } from './personal/xml-text.ts';
export { readReceived } from './received.ts';
export { DOCUMENT_SCHEMA } from './schema/document-schema.ts';
export { epochMs, epochMsRounded } from './time.ts';
export { type Binding, validateBareEvent, validateEnvelope, validateEvent } from './validate.ts';
export {
  bareTerm,
  bizStepUri,
  bizTransactionTypeUri,
  dispositionUri,
  errorReasonUri,
  sourceDestTypeUri,
  termLabel,
  VOCABULARY,
} from './vocabulary.ts';
export { createXmlScanner, looksLikeXml } from './xml/scan.ts';
export type { XmlContext } from './xml/scope.ts';
