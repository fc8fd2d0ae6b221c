/**
 * What `GET /v1/trace` answers: the chain of a unit, as flat lists that a client joins by code and eventID.
 * Codes are canonical; times are RFC 3339 in UTC with milliseconds, so that they sort as text.
 */
import type { Text } from '@suyuan/epcis';
import Type from 'typebox';
import { TraceDisputeSchema } from './disclosure/dispute.ts';
import type { Language } from './language.ts';

const Code = Type.String({ description: 'Canonical code; for GS1 keys a Digital Link on https://id.gs1.org' });
const Time = Type.String({ format: 'date-time', description: 'RFC 3339, UTC, milliseconds' });

export const TraceDirectionSchema = Type.Union([
  Type.Literal('upstream'),
  Type.Literal('downstream'),
  Type.Literal('both'),
]);
export type TraceDirection = Type.Static<typeof TraceDirectionSchema>;

export const TraceUnitRoleSchema = Type.Union([
  Type.Literal('start'),
  Type.Literal('affected'),
  Type.Literal('source'),
  Type.Literal('carrier'),
]);
export type TraceUnitRole = Type.Static<typeof TraceUnitRoleSchema>;

/** A reached unit has one bound: `since` downstream, `until` upstream; none is "ever". A carrier row has both. */
export const TraceUnitSchema = Type.Object({
  code: Code,
  role: TraceUnitRoleSchema,
  since: Type.Optional(Time),
  until: Type.Optional(Time),
  hops: Type.Integer({ minimum: 0, description: 'Ties between the start set and this unit, at the least' }),
  product: Type.Optional(Code),
  holder: Type.Optional(Code),
});
export type TraceUnit = Type.Static<typeof TraceUnitSchema>;

/** Where something was: the region, and of a place that the viewer may not see itself also its kind, as far as that is told. */
export const TracePlaceSchema = Type.Object({
  kind: Type.Optional(
    Type.String({ description: 'farm, factory, warehouse, shop, laboratory, office, equipment, other' }),
  ),
  region: Type.Optional(Type.String({ description: 'GB/T 2260' })),
});
export type TracePlace = Type.Static<typeof TracePlaceSchema>;

/**
 * `units` names those units of the event that the trace lists. What another party recorded has `hidden` where not all of it is open
 * to the viewer: it stays as a node of the chain.
 */
export const TraceEventRowSchema = Type.Object({
  eventID: Type.String({
    description: "The event's own, or urn:suyuan:record:… of one whose ID is not open to the viewer",
  }),
  type: Type.String(),
  eventTime: Type.Optional(Time),
  eventTimeZoneOffset: Type.Optional(
    Type.String({ description: 'Of the clock where it happened, for example `+08:00`; told with the time' }),
  ),
  bizStep: Type.Optional(Type.String()),
  disposition: Type.Optional(Type.String()),
  readPoint: Type.Optional(Code),
  bizLocation: Type.Optional(Code),
  units: Type.Array(Type.Object({ code: Code, role: Type.String() })),
  party: Type.Optional(Code),
  declaredInError: Type.Optional(Type.Boolean()),
  disputed: Type.Optional(
    Type.Boolean({ description: 'Declared erroneous, and not by all who recorded it; it is in effect' }),
  ),
  disputes: Type.Optional(
    Type.Array(TraceDisputeSchema, { description: 'What partners say against it, while they do; it is in effect' }),
  ),
  hidden: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Elements that are not open to the viewer, whether the event has them or not',
    }),
  ),
  verified: Type.Optional(Type.Boolean({ description: 'Of a row with `hidden`: its record stands in the log' })),
  place: Type.Optional(TracePlaceSchema),
});
export type TraceEventRow = Type.Static<typeof TraceEventRowSchema>;

/** `eventID` is absent where a code alone says that an instance belongs to a lot. */
export const TraceLinkSchema = Type.Object({
  from: Code,
  to: Code,
  kind: Type.Union([Type.Literal('transformation'), Type.Literal('containment'), Type.Literal('belongs')]),
  eventID: Type.Optional(Type.String()),
  since: Type.Optional(Time),
  until: Type.Optional(Time),
  quantity: Type.Optional(Type.Number()),
  uom: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20; absent for pieces' })),
});
export type TraceLink = Type.Static<typeof TraceLinkSchema>;

export const TraceCustodySchema = Type.Object({
  code: Code,
  party: Code,
  kind: Type.Union([Type.Literal('possession'), Type.Literal('ownership')]),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
  eventID: Type.String({ description: 'The event whose claim began this custody' }),
});
export type TraceCustody = Type.Static<typeof TraceCustodySchema>;

/** Every kind of anomaly with its sentence. `{code}`, `{time}`, `{other}` are filled from the anomaly. */
export const ANOMALY_TEXTS = {
  'shipped-never-received': {
    en: 'Shipped at {time}, and no one recorded receiving it after that',
    zh: '{time} 已发货，此后没有收货记录',
  },
  'received-never-shipped': {
    en: 'Received at {time}, and no one recorded shipping it before that',
    zh: '{time} 已收货，此前没有发货记录',
  },
  'used-before-made': {
    en: 'Appears at {time}, before it was made at {other}',
    zh: '{time} 已有记录，早于其生成时间 {other}',
  },
  'made-from-nothing': {
    en: 'Made at {time} by a transformation to which no input was recorded by then',
    zh: '{time} 由加工产出，但当时没有任何投入记录',
  },
  'contained-twice': {
    en: 'In two containers at once from {time}: {other}',
    zh: '自 {time} 起同时处于两个容器中：{other}',
  },
  'add-while-open': {
    en: 'Put into {other} at {time} although it was recorded as being there',
    zh: '{time} 被装入 {other}，但记录显示其已在其中',
  },
  'delete-without-add': {
    en: 'Taken out of {other} at {time} although it was not recorded as being there',
    zh: '{time} 从 {other} 取出，但没有装入记录',
  },
  'quantity-exceeded': {
    en: 'More was used than made: {other}',
    zh: '使用量超过产出量：{other}',
  },
  'declared-in-error': {
    en: 'Whoever made the record of {time} declared it wrong since; it does not count',
    zh: '{time} 的记录后来由登记方声明有误，不作数',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type AnomalyKind = keyof typeof ANOMALY_TEXTS;

export const ANOMALY_KINDS = [
  'shipped-never-received',
  'received-never-shipped',
  'used-before-made',
  'made-from-nothing',
  'contained-twice',
  'add-while-open',
  'delete-without-add',
  'quantity-exceeded',
  'declared-in-error',
] as const satisfies readonly AnomalyKind[];

export const TraceAnomalySchema = Type.Object({
  kind: Type.Union(ANOMALY_KINDS.map((kind) => Type.Literal(kind))),
  code: Code,
  eventIDs: Type.Array(Type.String(), { description: 'In order of event time, then of the log' }),
  message: Type.String({ description: 'A sentence in the language of the caller' }),
});
export interface TraceAnomaly {
  kind: AnomalyKind;
  code: string;
  eventIDs: string[];
  message: string;
}

/** The sentence of an anomaly. `time` and `other` are what the template's placeholders of those names stand for. */
export function anomalyMessage(
  kind: AnomalyKind,
  parameters: { readonly time?: string; readonly other?: string },
  language: Language,
): string {
  return ANOMALY_TEXTS[kind][language]
    .replace('{time}', () => parameters.time ?? '')
    .replace('{other}', () => parameters.other ?? '');
}

/** A limit that cut the trace, and the units whose neighbours were left out (`more`: how many beyond those named). */
export const TraceCutSchema = Type.Object({
  limit: Type.String(),
  value: Type.Integer(),
  codes: Type.Array(Code),
  more: Type.Integer({ minimum: 0 }),
});
export type TraceCut = Type.Static<typeof TraceCutSchema>;

export const TraceCompletenessSchema = Type.Object({
  complete: Type.Boolean(),
  limits: Type.Array(TraceCutSchema),
  unanswered: Type.Array(Type.String(), { description: 'Nodes of the network that did not answer' }),
  hidden: Type.Integer({
    minimum: 0,
    description: 'Events of the chain of which not everything is open to the viewer',
  }),
  next: Type.Optional(
    Type.String({ description: 'There are more rows than `limit`: ask the same with this as `after`' }),
  ),
});
export type TraceCompleteness = Type.Static<typeof TraceCompletenessSchema>;

export const TraceAnswerSchema = Type.Object({
  start: Type.Array(Code),
  direction: TraceDirectionSchema,
  at: Type.Optional(Time),
  units: Type.Array(TraceUnitSchema),
  events: Type.Array(TraceEventRowSchema),
  links: Type.Array(TraceLinkSchema),
  custody: Type.Array(TraceCustodySchema),
  anomalies: Type.Array(TraceAnomalySchema),
  completeness: TraceCompletenessSchema,
});

/** The whole answer. */
export interface TraceAnswer {
  start: string[];
  direction: TraceDirection;
  at?: string;
  units: TraceUnit[];
  events: TraceEventRow[];
  links: TraceLink[];
  custody: TraceCustody[];
  anomalies: TraceAnomaly[];
  completeness: TraceCompleteness;
}
