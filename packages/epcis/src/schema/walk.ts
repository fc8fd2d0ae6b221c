/**
 * Why a value does not fit a schema: one finding a fault, at the member that has it.
 *
 * The compiled schema answers yes or no at speed; this walk runs only after a no. It reads the same schema
 * objects, so that it finds something exactly when the compiled check fails (a property test holds it to that).
 */

import type { TSchema } from 'typebox';
import { childPointer, type FindingInput, finding, quoted, type RuleId } from '../findings.ts';
import type { Finding, Text } from '../model.ts';
import { TIME_PATTERN } from '../time.ts';
import { didYouMean } from './suggest.ts';
import { RULE_KEYWORD, type TermKind, VOCABULARY_KEYWORD, wordsOf } from './terms.ts';

/** The part of JSON Schema that our schemas use. */
interface WalkableSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, WalkableSchema>>;
  readonly patternProperties?: Readonly<Record<string, WalkableSchema>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: WalkableSchema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly anyOf?: readonly WalkableSchema[];
  /** TypeBox's checks that no keyword of JSON Schema can say. */
  readonly '~refine'?: readonly { check(value: unknown): boolean }[];
  readonly [RULE_KEYWORD]?: string;
  readonly [VOCABULARY_KEYWORD]?: TermKind;
}

/** Where a walk stands and what it has found. */
export interface Walk {
  /** Rules that events and documents share have the id of the side they are on. */
  readonly scope: 'event' | 'document';
  readonly eventIndex?: number | undefined;
  readonly findings: Finding[];
  /** Names that the standard knows elsewhere, by the types of event that they stand in. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]>;
}

/** Nobody reads more, and a list of 100,000 wrong codes has one cause. */
export const FINDINGS_PER_EVENT_MAX = 100;

/** Adds to the walk what is wrong with the value. */
export function walkSchema(walk: Walk, schema: TSchema, at: { value: unknown; pointer: string }): void {
  // TypeBox's own type leaves open which keywords a schema has.
  visit(walk, schema as WalkableSchema, at);
}

function visit(walk: Walk, schema: WalkableSchema, at: { value: unknown; pointer: string }): void {
  if (walk.findings.length >= FINDINGS_PER_EVENT_MAX) return;
  if (schema.anyOf !== undefined) walkUnion(walk, schema.anyOf, at);
  else if (schema.type !== undefined && !isOfType(schema.type, at.value)) reportType(walk, schema, at);
  else if (schema.enum !== undefined) walkScalar(walk, schema, at);
  else if (isObject(at.value)) walkObject(walk, schema, { value: at.value, pointer: at.pointer });
  else if (Array.isArray(at.value)) walkArray(walk, schema, { value: at.value, pointer: at.pointer });
  else walkScalar(walk, schema, at);
}

/** The branches of our unions differ in JSON type, so that a value is held against one of them only. */
function walkUnion(walk: Walk, branches: readonly WalkableSchema[], at: { value: unknown; pointer: string }): void {
  const branch = branches.find(({ type }) => type !== undefined && isOfType(type, at.value));
  if (branch !== undefined) return visit(walk, branch, at);
  const names = branches.map(({ type = 'object' }) => typeName(type));
  const expected = { en: names.map(({ en }) => en).join(' or '), zh: names.map(({ zh }) => zh).join('或') };
  report(walk, { rule: `${walk.scope}.value-type`, ...at, params: { expected: capitalised(expected) } });
}

function walkObject(
  walk: Walk,
  schema: WalkableSchema,
  at: { value: Readonly<Record<string, unknown>>; pointer: string },
): void {
  const { properties = {}, required = [] } = schema;
  for (const name of required) {
    if (!Object.hasOwn(at.value, name)) reportMissing(walk, name, at.pointer);
  }
  if (schema.minProperties !== undefined && Object.keys(at.value).length < schema.minProperties) {
    report(walk, { rule: ruleOf(schema) ?? `${walk.scope}.value-type`, ...at });
  }
  for (const [name, value] of Object.entries(at.value)) {
    if (walk.findings.length >= FINDINGS_PER_EVENT_MAX) return;
    const pointer = childPointer(at.pointer, name);
    const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (member !== undefined) visit(walk, member, { value, pointer });
    else if (schema.additionalProperties === false && !isExtension(schema, name)) {
      const isClosed = schema.patternProperties === undefined;
      reportUnknown(walk, { name, known: Object.keys(properties), isClosed, value, pointer });
    }
  }
}

function isExtension(schema: WalkableSchema, name: string): boolean {
  return Object.keys(schema.patternProperties ?? {}).some((pattern) => matches(pattern, name));
}

function walkArray(walk: Walk, schema: WalkableSchema, at: { value: readonly unknown[]; pointer: string }): void {
  if (at.value.length < (schema.minItems ?? 0)) report(walk, { rule: 'event.list-empty', ...at });
  const items = schema.items;
  if (items === undefined) return;
  for (const [index, value] of at.value.entries()) {
    if (walk.findings.length >= FINDINGS_PER_EVENT_MAX) return;
    visit(walk, items, { value, pointer: childPointer(at.pointer, index) });
  }
}

function walkScalar(walk: Walk, schema: WalkableSchema, at: { value: unknown; pointer: string }): void {
  const { value } = at;
  if (schema.const !== undefined && value !== schema.const) {
    report(walk, { rule: `${walk.scope}.type-unknown`, ...at });
  } else if (schema.enum !== undefined && !schema.enum.includes(value)) {
    report(walk, { rule: ruleOf(schema) ?? `${walk.scope}.value-type`, ...at });
  } else if (typeof value === 'string' && schema.pattern !== undefined && !matches(schema.pattern, value)) {
    reportText(walk, schema, { value, pointer: at.pointer });
  } else if (typeof value === 'string' && schema['~refine']?.some((refined) => !refined.check(value)) === true) {
    reportText(walk, schema, { value, pointer: at.pointer });
  } else if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
    report(walk, { rule: ruleOf(schema) ?? `${walk.scope}.value-type`, ...at });
  }
}

function reportText(walk: Walk, schema: WalkableSchema, at: { value: string; pointer: string }): void {
  const rule = schema[RULE_KEYWORD];
  const vocabulary = schema[VOCABULARY_KEYWORD];
  if (rule === 'uri') return reportUri(walk, at);
  if (rule === 'time')
    return report(walk, { rule: walk.scope === 'event' ? timeFault(at.value) : 'document.time', ...at });
  if (vocabulary !== undefined) return reportTerm(walk, vocabulary, at);
  report(walk, { rule: ruleOf(schema) ?? `${walk.scope}.value-type`, ...at });
}

const TIME = new RegExp(TIME_PATTERN);

function timeFault(time: string): RuleId {
  if (/^(?:\d{5,}|[+-]\d+|0000)-\d/.test(time)) return 'event.time-range';
  if (TIME.test(time)) return 'event.time-range';
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?$/.test(time)) return 'event.time-offset';
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(time)) return 'event.time-calendar';
  return 'event.time-format';
}

function reportUri(walk: Walk, at: { value: string; pointer: string }): void {
  const params = { example: uriExample(at.pointer), hint: uriHint(at.value) };
  report(walk, { rule: `${walk.scope}.uri`, ...at, params });
}

function uriExample(pointer: string): string {
  if (/\/(?:epcList|childEPCs|inputEPCList|outputEPCList|parentID)(?:\/\d+)?$/.test(pointer)) {
    return 'urn:epc:id:sgtin:0614141.107346.2018';
  }
  if (pointer.endsWith('/epcClass')) return 'urn:epc:class:lgtin:4012345.012345.998877';
  if (/\/(?:readPoint|bizLocation)\/id$/.test(pointer)) return 'urn:epc:id:sgln:0614141.07346.1234';
  return 'https://example.com/documents/2018';
}

function uriHint(text: string): Text {
  if (/[^ -~]/.test(text)) {
    return {
      en: ' Characters beyond ASCII are written percent-encoded, for example %E6%89%B9.',
      zh: '非 ASCII 字符须写成百分号编码，例如 %E6%89%B9。',
    };
  }
  if (text.includes(' ')) return { en: ' A URI contains no spaces.', zh: 'URI 中不能有空格。' };
  return { en: '', zh: '' };
}

const VOCABULARY_NAMES: Readonly<Record<TermKind, Text>> = {
  bizStep: { en: 'business step', zh: '业务步骤' },
  disposition: { en: 'disposition', zh: '状态' },
  bizTransactionType: { en: 'business transaction type', zh: '业务单据类型' },
  sourceDestType: { en: 'source or destination type', zh: '来源或去向类型' },
  errorReason: { en: 'error reason', zh: '更正原因' },
  component: { en: 'component type', zh: '分量类型' },
  measurementType: { en: 'measurement type', zh: '测量类型' },
  sensorException: { en: 'sensor exception', zh: '传感器异常类型' },
};

function reportTerm(walk: Walk, kind: TermKind, at: { value: string; pointer: string }): void {
  const isOwn = at.value.includes(':') && !/^urn:epcglobal:cbv:|^https?:\/\/ns\.gs1\.org\/cbv\//.test(at.value);
  if (isOwn) return reportUri(walk, at);
  const word = at.value.slice(at.value.search(/[^:/-]*$/));
  const words = wordsOf(kind);
  const hint = words.includes(word) ? didYouMean(word, [word]) : didYouMean(word, words);
  const params = { name: quoted(at.value), vocabulary: VOCABULARY_NAMES[kind], hint };
  report(walk, { rule: 'event.cbv-unknown', ...at, params });
}

function reportMissing(walk: Walk, name: string, parent: string): void {
  const pointer = childPointer(parent, name);
  if (name === '@context') report(walk, { rule: 'document.context-required', pointer });
  else if (name === 'eventList') report(walk, { rule: 'document.events-required', pointer });
  else if (name === 'action') report(walk, { rule: 'event.action-required', pointer });
  else report(walk, { rule: `${walk.scope}.member-required`, pointer, params: { name: quoted(name) } });
}

interface UnknownMember {
  readonly name: string;
  readonly known: readonly string[];
  /** True where no user extension has a place either. */
  readonly isClosed: boolean;
  readonly value: unknown;
  readonly pointer: string;
}

function reportUnknown(walk: Walk, { name, known, isClosed, value, pointer }: UnknownMember): void {
  const types = known.includes('eventTime') ? walk.elsewhere?.get(name) : undefined;
  if (types !== undefined) {
    const list = { en: types.join(', '), zh: types.join('、') };
    return report(walk, {
      rule: 'event.member-not-allowed',
      pointer,
      value,
      params: { name: quoted(name), types: list },
    });
  }
  const hint = didYouMean(name, known);
  if (isClosed)
    return report(walk, { rule: 'event.member-closed', pointer, value, params: { name: quoted(name), hint } });
  const local = /^[\p{L}_][\p{L}\p{N}_]{0,59}$/u.test(name) ? name : 'name';
  report(walk, {
    rule: `${walk.scope}.member-unknown`,
    pointer,
    value,
    params: { name: quoted(name), hint, example: quoted(`ex:${local}`) },
  });
}

function reportType(walk: Walk, schema: WalkableSchema, at: { value: unknown; pointer: string }): void {
  const rule = ruleOf(schema);
  // JSON has no infinity: the number was written, but is beyond what can be kept.
  if (typeof at.value === 'number' && schema.type === 'number') return report(walk, { rule: 'event.number', ...at });
  if (rule === 'event.quantity' || rule === 'event.action-unknown') return report(walk, { rule, ...at });
  const expected = capitalised(typeName(schema.type ?? 'object'));
  report(walk, { rule: `${walk.scope}.value-type`, ...at, params: { expected } });
}

function report(walk: Walk, input: Omit<FindingInput, 'eventIndex'>): void {
  walk.findings.push(finding({ ...input, eventIndex: walk.eventIndex }));
}

function ruleOf(schema: WalkableSchema): RuleId | undefined {
  const rule = schema[RULE_KEYWORD];
  return rule === undefined || rule === 'uri' || rule === 'time' ? undefined : (rule as RuleId);
}

const TYPE_NAMES: ReadonlyMap<string, Text> = new Map([
  ['object', { en: 'an object', zh: '对象' }],
  ['array', { en: 'a list', zh: '数组' }],
  ['string', { en: 'a text', zh: '文本' }],
  ['number', { en: 'a number', zh: '数值' }],
  ['boolean', { en: 'true or false', zh: ' true 或 false' }],
]);

function typeName(type: string): Text {
  return TYPE_NAMES.get(type) ?? { en: type, zh: type };
}

function capitalised({ en, zh }: Text): Text {
  return { en: en.charAt(0).toUpperCase() + en.slice(1), zh };
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const PATTERNS = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const known = PATTERNS.get(pattern);
  if (known !== undefined) return known.test(text);
  const compiled = new RegExp(pattern, 'u');
  PATTERNS.set(pattern, compiled);
  return compiled.test(text);
}
