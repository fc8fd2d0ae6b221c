/**
 * Whether an event, and the document around it, is EPCIS 2.0 JSON, and if not, what is wrong where.
 *
 * The schema of the event's own type is run compiled; only when it says no does a walk look for the faults.
 */

import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { finding } from './findings.ts';
import { EVENT_TYPES, type EventType, type Finding } from './model.ts';
import { EpcisDocument, EpcisQueryDocument } from './schema/document.ts';
import { eventRuleFindings, type RuledEvent, tooManyUnits } from './schema/event-rules.ts';
import { EVENT_SCHEMAS } from './schema/events.ts';
import { personalNumberFindings, withoutNumbers } from './schema/personal-numbers.ts';
import { didYouMean } from './schema/suggest.ts';
import { isObject, type Walk, walkSchema } from './schema/walk.ts';

/** Where an event stands: the pointer is '' for an event that is a document by itself. */
export interface EventPlace {
  readonly eventIndex?: number;
  readonly pointer: string;
  /** In which of the standard's formats it was written; JSON where that is not said. */
  readonly binding?: Binding;
  /** What the event was read from, as far as it is there: of JSON a long number has its digits in it alone. */
  readonly text?: string;
}

export type Binding = 'json' | 'xml';

/** What GS1's XML schema lets stand and its JSON schema does not, by rule and pointer. */
const ONLY_IN_JSON: readonly (readonly [rule: string, pointer: RegExp])[] = [
  ['event.member-not-allowed', /\/persistentDisposition$/],
  ['event.member-required', /\/sensorReport\/\d+\/type$/],
  ['event.repeated', /./],
];

function holdsFor(binding: Binding | undefined, { rule, pointer }: Finding): boolean {
  return binding !== 'xml' || !ONLY_IN_JSON.some(([name, place]) => name === rule && place.test(pointer));
}

/**
 * The faults of one event, as `JSON.parse` gave it; none when it is EPCIS 2.0 (§7.4). At most a hundred or so
 * are reported. Says nothing about codes inside URIs, which `@suyuan/codes` checks.
 */
export function validateEvent(raw: unknown, at: EventPlace): Finding[] {
  const { pointer, eventIndex } = at;
  // Of XML the value has every digit: a number that would be rounded stays a text there.
  const text = at.binding === 'xml' ? undefined : at.text;
  const persons = personalNumberFindings({ scope: 'event', raw, pointer, eventIndex, text });
  return [...withoutNumbers(otherFindings(raw, at), persons), ...persons];
}

function otherFindings(raw: unknown, at: EventPlace): Finding[] {
  const { pointer, eventIndex } = at;
  if (!isObject(raw)) {
    const params = { expected: { en: 'An event, that is an object,', zh: '事件（对象）' } };
    return [finding({ rule: 'event.value-type', pointer, eventIndex, value: raw, params })];
  }
  const type = raw.type;
  if (!isEventType(type)) return [typeFinding(raw, at)];
  const event: RuledEvent = { type, raw, pointer, eventIndex };
  const refusal = tooManyUnits(event);
  if (refusal !== undefined) return [refusal];
  const walk: Walk = { scope: 'event', eventIndex, findings: [], elsewhere: TYPES_BY_MEMBER };
  if (!compiled(EVENT_SCHEMAS[type]).Check(raw)) walkSchema(walk, EVENT_SCHEMAS[type], { value: raw, pointer });
  return [...walk.findings, ...eventRuleFindings(event)].filter((found) => holdsFor(at.binding, found));
}

/**
 * The faults of an event that is sent by itself, `POST /events` of the REST binding: it carries its own
 * `@context`, since there is no document around it to give its names a meaning. `text` is its JSON.
 */
export function validateBareEvent(raw: unknown, text?: string): Finding[] {
  const findings = validateEvent(raw, { pointer: '', ...(text === undefined ? {} : { text }) });
  if (!isObject(raw) || Object.hasOwn(raw, '@context')) return findings;
  return [finding({ rule: 'document.context-required', pointer: '/@context' }), ...findings];
}

/**
 * The faults of a document around its events. `members` is the document as `createDocumentScanner` leaves it:
 * whole, but with the events taken out of their list; `text` is the JSON that they stood in, where it was JSON.
 */
export function validateEnvelope(members: unknown, text?: string): Finding[] {
  const persons = personalNumberFindings({ scope: 'document', raw: members, pointer: '', text });
  return [...withoutNumbers(envelopeFindings(members), persons), ...persons];
}

function envelopeFindings(members: unknown): Finding[] {
  const walk: Walk = { scope: 'document', findings: [] };
  if (!isObject(members)) {
    const params = { expected: { en: 'A document, that is an object,', zh: '文档（对象）' } };
    return [finding({ rule: 'document.value-type', pointer: '', value: members, params })];
  }
  const isQuery = members.type === 'EPCISQueryDocument';
  if (Object.hasOwn(members, 'type') && members.type !== 'EPCISDocument' && !isQuery) {
    // What it should hold follows from the type, so that nothing more is known.
    return [finding({ rule: 'document.type-unknown', pointer: '/type', value: members.type })];
  }
  const schema = isQuery ? EpcisQueryDocument : EpcisDocument;
  if (!compiled(schema).Check(members)) walkSchema(walk, schema, { value: members, pointer: '' });
  return walk.findings;
}

function typeFinding(raw: Readonly<Record<string, unknown>>, { pointer, eventIndex }: EventPlace): Finding {
  const at = { pointer: `${pointer}/type`, eventIndex };
  if (!Object.hasOwn(raw, 'type')) return finding({ rule: 'event.type-required', ...at });
  const type = raw.type;
  const hint = typeof type === 'string' ? didYouMean(type, EVENT_TYPES) : '';
  return finding({ rule: 'event.type-unknown', ...at, value: type, params: { hint } });
}

function isEventType(type: unknown): type is EventType {
  return EVENT_TYPES.some((known) => known === type);
}

/** Members that some types of event have and others not. */
const TYPES_BY_MEMBER: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(EVENT_TYPES.flatMap((type) => Object.keys(EVENT_SCHEMAS[type].properties)))].map((name) => [
    name,
    EVENT_TYPES.filter((type) => Object.hasOwn(EVENT_SCHEMAS[type].properties, name)),
  ]),
);

interface CompiledSchema {
  Check(value: unknown): boolean;
}

const COMPILED = new Map<TSchema, CompiledSchema>();

/** Compiled at first use: a browser that shows one event pays for one type. */
function compiled(schema: TSchema): CompiledSchema {
  const known = COMPILED.get(schema);
  if (known !== undefined) return known;
  const check = Compile(schema);
  COMPILED.set(schema, check);
  return check;
}
