/** What a schema of one member cannot say: the rules of EPCIS 2.0 §7.4 that look at an event as a whole. */

import { childPointer, type FindingInput, finding, quoted } from '../findings.ts';
import type { EventType, Finding } from '../model.ts';
import { isObject } from './walk.ts';

/**
 * EPCs and classes in one event. Far above a full pallet or container, and an event of this size takes about
 * 10 MB; what is larger is a file that should have been several events.
 */
export const EPCS_PER_EVENT_MAX = 100_000;

/** An event, known to be an object with one of the five types and nothing else. */
export interface RuledEvent {
  readonly type: EventType;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly eventIndex?: number | undefined;
}

type Fault = Omit<FindingInput, 'eventIndex'>;

const UNIT_LISTS = [
  'epcList',
  'quantityList',
  'childEPCs',
  'childQuantityList',
  'inputEPCList',
  'inputQuantityList',
  'outputEPCList',
  'outputQuantityList',
];

/** The finding of an event with too many units, which is not looked at further; undefined for any other. */
export function tooManyUnits({ raw, pointer, eventIndex }: RuledEvent): Finding | undefined {
  const lists = UNIT_LISTS.map((name) => ({ name, count: entries(raw, name).length }));
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  if (count <= EPCS_PER_EVENT_MAX) return undefined;
  const longest = lists.reduce((a, b) => (b.count > a.count ? b : a));
  return finding({
    rule: 'event.too-many-epcs',
    pointer: childPointer(pointer, longest.name),
    eventIndex,
    value: raw[longest.name],
    params: { count, max: EPCS_PER_EVENT_MAX },
  });
}

/** The findings of the rules that look at more than one member. Says nothing about a member that is malformed. */
export function eventRuleFindings(event: RuledEvent): Finding[] {
  const faults = [...RULES_OF[event.type](event), ...repeatedEntries(event)];
  return faults.map((fault) => finding({ ...fault, eventIndex: event.eventIndex }));
}

const RULES_OF: Readonly<Record<EventType, (event: RuledEvent) => Fault[]>> = {
  ObjectEvent: (event) => [...objectUnits(event), ...ilmdAction(event)],
  AggregationEvent: (event) => [...parentOfAggregation(event), ...children(event)],
  TransactionEvent: transactionUnits,
  TransformationEvent: transformationUnits,
  // The schema itself demands the parent of an association, whatever its action.
  AssociationEvent: children,
};

/** EPCIS 2.0 §7.4.2: an object event is about objects, or about a place whose sensors report. */
function objectUnits({ raw, pointer }: RuledEvent): Fault[] {
  if (has(raw, 'epcList') || isFilled(raw, 'quantityList')) return [];
  if (isFilled(raw, 'sensorElementList') && has(raw, 'readPoint')) return [];
  const lists = {
    en: 'it needs epcList, quantityList with an entry, or sensorElementList with readPoint',
    zh: '需要 epcList、非空的 quantityList，或 sensorElementList 加 readPoint',
  };
  return [{ rule: 'event.units-required', pointer, params: { lists } }];
}

/** EPCIS 2.0 §7.4.2: what began has already begun in an OBSERVE or a DELETE. */
function ilmdAction({ raw, pointer }: RuledEvent): Fault[] {
  if (!has(raw, 'ilmd') || (raw.action !== 'OBSERVE' && raw.action !== 'DELETE')) return [];
  return [{ rule: 'event.ilmd-action', pointer: childPointer(pointer, 'ilmd'), value: raw.ilmd }];
}

/** EPCIS 2.0 §7.4.3: only an observation may leave the parent out. */
function parentOfAggregation({ raw, pointer }: RuledEvent): Fault[] {
  if (has(raw, 'parentID') || (raw.action !== 'ADD' && raw.action !== 'DELETE')) return [];
  const condition = { en: `action ${raw.action}`, zh: `action 为 ${raw.action} 时` };
  return [{ rule: 'event.parent-required', pointer: childPointer(pointer, 'parentID'), params: { condition } }];
}

function children({ raw, pointer }: RuledEvent): Fault[] {
  if (raw.action === 'DELETE' || isFilled(raw, 'childEPCs') || isFilled(raw, 'childQuantityList')) return [];
  return [{ rule: 'event.children-required', pointer }];
}

function transactionUnits({ raw, pointer }: RuledEvent): Fault[] {
  if (raw.action === 'DELETE' || has(raw, 'epcList') || isFilled(raw, 'quantityList')) return [];
  const lists = {
    en: 'it needs epcList, or quantityList with an entry; only with DELETE may both be absent, meaning all objects',
    zh: '需要 epcList 或非空的 quantityList；仅 DELETE 可全部省略，表示所有对象',
  };
  return [{ rule: 'event.units-required', pointer, params: { lists } }];
}

function transformationUnits({ raw, pointer }: RuledEvent): Fault[] {
  const hasInput = isFilled(raw, 'inputEPCList') || isFilled(raw, 'inputQuantityList');
  const hasOutput = isFilled(raw, 'outputEPCList') || isFilled(raw, 'outputQuantityList');
  const isComplete = has(raw, 'transformationID') ? hasInput || hasOutput : hasInput && hasOutput;
  return isComplete ? [] : [{ rule: 'event.transformation-units', pointer }];
}

/** EPCIS 2.0 §7.4.2 and §7.4.5: these lists are sets. Said here since a schema compares every pair. */
function repeatedEntries({ raw, pointer }: RuledEvent): Fault[] {
  const dispositions = isObject(raw.persistentDisposition) ? raw.persistentDisposition : {};
  const inDispositions = childPointer(pointer, 'persistentDisposition');
  return [
    ...(raw.type === 'ObjectEvent' ? repeats(raw.epcList, childPointer(pointer, 'epcList')) : []),
    ...repeats(raw.inputEPCList, childPointer(pointer, 'inputEPCList')),
    ...repeats(raw.outputEPCList, childPointer(pointer, 'outputEPCList')),
    ...repeats(dispositions.set, childPointer(inDispositions, 'set')),
    ...repeats(dispositions.unset, childPointer(inDispositions, 'unset')),
  ];
}

/** A list copied twice is one fault to its writer, not a hundred thousand. */
const REPEATS_MAX = 10;

function repeats(list: unknown, pointer: string): Fault[] {
  if (!Array.isArray(list) || list.length < 2 || new Set(list).size === list.length) return [];
  const firsts = new Map<unknown, number>();
  const faults: Fault[] = [];
  for (const [index, value] of list.entries()) {
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, index);
    else {
      const params = { first: quoted(childPointer(pointer, first)) };
      faults.push({ rule: 'event.repeated', pointer: childPointer(pointer, index), value, params });
    }
    if (faults.length >= REPEATS_MAX) break;
  }
  return faults;
}

function has(raw: Readonly<Record<string, unknown>>, name: string): boolean {
  return Object.hasOwn(raw, name);
}

/** True when the member is a list with an entry, or malformed, which is another finding's affair. */
function isFilled(raw: Readonly<Record<string, unknown>>, name: string): boolean {
  if (!has(raw, name)) return false;
  const value = raw[name];
  return !Array.isArray(value) || value.length > 0;
}

function entries(raw: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = has(raw, name) ? raw[name] : undefined;
  return Array.isArray(value) ? value : [];
}
