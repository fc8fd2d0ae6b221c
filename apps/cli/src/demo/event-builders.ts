/**
 * EPCIS 2.0 events in JSON (§10.2), each written by one company in the spelling that this company uses.
 * The functions take codes and times as values and know nothing of any chain.
 */
import type { Code } from './codes.ts';
import type { Party } from './parties.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Members under the demonstration's own namespace. */
export interface Extensions {
  readonly [name: `suyuan:${string}`]: Json;
}

export type Uom = 'KGM' | 'LTR' | 'H87';

export interface QuantityElement {
  readonly epcClass: string;
  /** Absent where a whole lot is meant, as notices name it. */
  readonly quantity?: number;
  readonly uom?: Uom;
}

export interface TypedReference {
  readonly type: string;
  readonly [role: string]: string;
}

export interface ErrorDeclaration {
  readonly declarationTime: string;
  readonly reason: 'did_not_occur' | 'incorrect_data';
  readonly correctiveEventIDs: readonly string[];
}

export interface EpcisEvent extends Extensions {
  readonly type: 'ObjectEvent' | 'AggregationEvent' | 'TransformationEvent';
  readonly eventID?: string;
  readonly eventTime: string;
  readonly eventTimeZoneOffset: string;
  readonly action?: Action;
  readonly epcList?: readonly string[];
  readonly quantityList?: readonly QuantityElement[];
  readonly parentID?: string;
  readonly childEPCs?: readonly string[];
  readonly childQuantityList?: readonly QuantityElement[];
  readonly inputEPCList?: readonly string[];
  readonly inputQuantityList?: readonly QuantityElement[];
  readonly outputEPCList?: readonly string[];
  readonly outputQuantityList?: readonly QuantityElement[];
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly persistentDisposition?: { readonly set: readonly string[] };
  readonly readPoint?: { readonly id: string };
  readonly bizLocation?: { readonly id: string };
  readonly bizTransactionList?: readonly TypedReference[];
  readonly sourceList?: readonly TypedReference[];
  readonly destinationList?: readonly TypedReference[];
  readonly sensorElementList?: readonly Json[];
  readonly ilmd?: Readonly<Record<string, Json>>;
  readonly errorDeclaration?: ErrorDeclaration;
}

export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/** So much of a lot. */
export interface Amount {
  readonly lot: Code;
  readonly quantity: number;
  /** UN/ECE Recommendation 20; kilograms where not given. */
  readonly uom?: Uom;
}

/** Goods named one by one, by lot, or both. */
export interface Goods {
  readonly things?: readonly Code[];
  readonly amounts?: readonly Amount[];
  /** Whole lots, without saying how much that is. */
  readonly lots?: readonly Code[];
}

/** A document that an event refers to. `type` is a CBV 2.0 §7.3 name or a URI. */
export interface Paper {
  readonly type: string;
  readonly id: Code;
}

/** What every event says besides its goods: who recorded it, when, why, where. */
export interface Occasion {
  readonly by: Party;
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: number;
  readonly step: string;
  readonly disposition?: string;
  /** The place of the event; the recorder's own site where not given. */
  readonly place?: Code;
  /** On the road there is a read point only; what an office states of goods elsewhere has neither. */
  readonly where?: 'site' | 'road' | 'office';
  readonly papers?: readonly Paper[];
  readonly transfer?: { readonly from: Party; readonly to: Party };
  readonly ilmd?: Readonly<Record<string, Json>>;
  readonly more?: Extensions;
}

/** The code as this company writes it. */
export function spell(code: Code, { spelling }: Party): string {
  return spelling === 'urn' ? code.urn : spelling + code.path;
}

/** RFC 3339 with milliseconds, at the given offset from UTC. */
export function localTime(timeMs: number, zone: string): string {
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone.startsWith('-') ? -1 : 1);
  return new Date(timeMs + minutes * 60_000).toISOString().replace('Z', zone);
}

export function objectEvent(at: Occasion, action: Action, goods: Goods): EpcisEvent {
  const epcList = spellAll(goods.things, at.by);
  const lots = (goods.lots ?? []).map((lot) => ({ epcClass: spell(lot, at.by) }));
  const quantityList = [...spellAmounts(goods.amounts, at.by), ...lots];
  return {
    ...opening('ObjectEvent', at),
    action,
    ...(epcList.length > 0 ? { epcList } : {}),
    ...(quantityList.length > 0 ? { quantityList } : {}),
    ...circumstances(at),
  };
}

/** An AggregationEvent; without goods it is the DELETE that empties the parent (EPCIS 2.0 §7.4.3). */
export function aggregationEvent(at: Occasion, action: Action, held: { parent: Code; goods?: Goods }): EpcisEvent {
  const childQuantityList = spellAmounts(held.goods?.amounts, at.by);
  return {
    ...opening('AggregationEvent', at),
    action,
    parentID: spell(held.parent, at.by),
    childEPCs: spellAll(held.goods?.things, at.by),
    ...(childQuantityList.length > 0 ? { childQuantityList } : {}),
    ...circumstances(at),
  };
}

export function transformationEvent(at: Occasion, inputs: Goods, outputs: Goods): EpcisEvent {
  const lists = {
    inputEPCList: spellAll(inputs.things, at.by),
    inputQuantityList: spellAmounts(inputs.amounts, at.by),
    outputEPCList: spellAll(outputs.things, at.by),
    outputQuantityList: spellAmounts(outputs.amounts, at.by),
  };
  const given = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return { ...opening('TransformationEvent', at), ...given, ...circumstances(at) };
}

/** Goods leave `from` for `to`; possession and ownership go over together (CBV 2.0 §7.4). */
export function shipping(at: Omit<Occasion, 'by' | 'step'>, route: Route, goods: Goods): EpcisEvent {
  const occasion = { disposition: 'in_transit', ...at, by: route.from, step: 'shipping', where: 'road' as const };
  return objectEvent({ ...occasion, transfer: route }, 'OBSERVE', goods);
}

/** The same goods arrive. */
export function receiving(at: Omit<Occasion, 'by' | 'step'>, route: Route, goods: Goods): EpcisEvent {
  return objectEvent(
    { disposition: 'in_progress', ...at, by: route.to, step: 'receiving', transfer: route },
    'OBSERVE',
    goods,
  );
}

export interface Route {
  readonly from: Party;
  readonly to: Party;
}

export interface Reading {
  readonly device: Code;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly meanCelsius: number;
  /** The highest temperature that the goods bear; above it the report carries an alarm. */
  readonly limitCelsius: number;
}

/** What a temperature logger recorded on the way (EPCIS 2.0 §7.3.7). */
export function temperatureEvent(at: Occasion, things: readonly Code[], reading: Reading): EpcisEvent {
  const { zone } = at.by;
  const report = {
    type: 'Temperature',
    minValue: reading.minCelsius,
    maxValue: reading.maxCelsius,
    meanValue: reading.meanCelsius,
    uom: 'CEL',
    ...(reading.maxCelsius > reading.limitCelsius ? { exception: 'ALARM_CONDITION' } : {}),
  };
  const sensorMetadata = {
    startTime: localTime(reading.fromMs, zone),
    endTime: localTime(reading.untilMs, zone),
    deviceID: spell(reading.device, at.by),
  };
  return { ...objectEvent(at, 'OBSERVE', { things }), sensorElementList: [{ sensorMetadata, sensorReport: [report] }] };
}

function opening<T extends EpcisEvent['type']>(type: T, { by, timeMs }: Occasion) {
  return { type, eventTime: localTime(timeMs, by.zone), eventTimeZoneOffset: by.zone };
}

function circumstances(at: Occasion): Omit<EpcisEvent, 'type' | 'eventTime' | 'eventTimeZoneOffset'> {
  const { by, papers = [], transfer } = at;
  const place = { id: spell(at.place ?? by.site, by) };
  return {
    bizStep: at.step,
    ...(at.disposition === undefined ? {} : { disposition: at.disposition }),
    ...(at.where === 'office' ? {} : { readPoint: place }),
    ...(at.where === undefined || at.where === 'site' ? { bizLocation: place } : {}),
    ...(papers.length === 0
      ? {}
      : { bizTransactionList: papers.map(({ type, id }) => ({ type, bizTransaction: spell(id, by) })) }),
    ...(transfer === undefined
      ? {}
      : {
          sourceList: ends(transfer.from, by).map(([type, source]) => ({ type, source })),
          destinationList: ends(transfer.to, by).map(([type, destination]) => ({ type, destination })),
        }),
    ...(at.ilmd === undefined ? {} : { ilmd: at.ilmd }),
    ...at.more,
  };
}

/** One end of a transfer: who possesses, who owns, and the place. */
function ends(party: Party, by: Party): [type: string, id: string][] {
  const id = spell(party.party, by);
  return [
    ['possessing_party', id],
    ['owning_party', id],
    ['location', spell(party.site, by)],
  ];
}

function spellAll(codes: readonly Code[] = [], by: Party): string[] {
  return codes.map((code) => spell(code, by));
}

function spellAmounts(amounts: readonly Amount[] = [], by: Party): QuantityElement[] {
  return amounts.map(({ lot, quantity, uom = 'KGM' }) => ({ epcClass: spell(lot, by), quantity, uom }));
}
