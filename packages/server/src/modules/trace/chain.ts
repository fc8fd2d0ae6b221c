/**
 * The part of the event store that one trace has loaded. A unit, lot or transformation is *whole* once every
 * event of it is here; what is computed from whole things never changes afterwards.
 */
import { lotCode, readCode } from '@suyuan/codes';
import type { UnitMention } from '@suyuan/epcis';
import type { LimitName, TraceLimits } from './limits.ts';
import type { EventReader, TraceEvent, TraceEvents, Within } from './reader.ts';

/** An event with what every step of the trace asks of it. */
export interface Row {
  readonly event: TraceEvent;
  readonly atMs: number;
  /** Neither declared erroneous nor itself a declaration: only effective events tie units. */
  readonly effective: boolean;
  /** The containing unit, where the event names one. */
  readonly parent: string | undefined;
}

/** One mention of a unit in an event. */
export interface Touch {
  readonly row: Row;
  readonly mention: UnitMention;
}

/** What a code says by itself. */
export interface CodeSays {
  readonly gtin: string | undefined;
  /** Canonical code of the product that it is of. */
  readonly product: string | undefined;
  readonly isLot: boolean;
  readonly isInstance: boolean;
  /** The lot that the code of an instance carries. */
  readonly ownLot: string | undefined;
}

/** What is loaded of one unit: one record, since a large trace looks each of its units up many times. */
interface LoadedUnit {
  readonly touches: Touch[];
  /** Every event that mentions it is here. */
  whole: boolean;
  says: CodeSays | undefined;
}

export interface Chain {
  readonly reader: EventReader;
  readonly limits: TraceLimits;
  readonly rows: Map<string, Row>;
  readonly texts: Map<string, string>;
  readonly units: Map<string, LoadedUnit>;
  readonly wholeLots: Set<string>;
  readonly transformations: Map<string, Row[]>;
  readonly wholeTransformations: Set<string>;
  /** Instances that may belong to a lot: by their code, or by the ILMD of an event that makes them. */
  readonly lotInstances: Map<string, Set<string>>;
  /** Limits that were met, with the units whose neighbours were left out. */
  readonly cuts: Map<LimitName, Set<string>>;
}

export function openChain(reader: EventReader, limits: TraceLimits): Chain {
  return {
    reader,
    limits,
    rows: new Map(),
    texts: new Map(),
    units: new Map(),
    wholeLots: new Set(),
    transformations: new Map(),
    wholeTransformations: new Set(),
    lotInstances: new Map(),
    cuts: new Map(),
  };
}

/** Event time, then log position; rows that have no position yet fall back on their id, to stay in one order. */
export function inOrder(a: Row, b: Row): number {
  return (
    a.atMs - b.atMs ||
    a.event.position - b.event.position ||
    (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0)
  );
}

const NO_TOUCHES: readonly Touch[] = [];

/** Whether every event of a unit is loaded. */
export function isWhole(chain: Chain, code: string): boolean {
  return chain.units.get(code)?.whole ?? false;
}

/** Every mention of a unit, in order; empty for a unit that no event mentions. */
export function touchesOf(chain: Chain, code: string): readonly Touch[] {
  return chain.units.get(code)?.touches ?? NO_TOUCHES;
}

/** The events that mention a unit, in order, each once. */
export function rowsOf(chain: Chain, code: string): Row[] {
  const rows: Row[] = [];
  for (const { row } of touchesOf(chain, code)) {
    if (rows.at(-1) !== row) rows.push(row);
  }
  return rows;
}

/** Loads the units that are not whole yet, in one call; false when a limit forbids it. */
export async function loadUnits(chain: Chain, codes: Iterable<string>): Promise<boolean> {
  const missing = [...codes].filter((code) => !isWhole(chain, code));
  if (missing.length === 0) return true;
  if (isFull(chain)) return cut(chain, 'EVENTS_MAX', missing);
  const read = await chain.reader.eventsOfUnits(missing, withinOf(chain));
  if (!addEvents(chain, read)) return cut(chain, 'EVENTS_MAX', missing);
  for (const code of missing) markWhole(chain, code);
  return true;
}

function markWhole(chain: Chain, code: string): void {
  const unit = unitOf(chain, code);
  unit.whole = true;
  if (unit.touches.length > 1) unit.touches.sort((a, b) => inOrder(a.row, b.row));
}

/** Loads every event of the transformations that these units take part in, in one call. */
export async function loadTransformations(chain: Chain, codes: Iterable<string>): Promise<boolean> {
  const missing = new Set<string>();
  const waiting: string[] = [];
  for (const code of codes) {
    for (const { row } of touchesOf(chain, code)) {
      const id = row.event.facts.transformationID;
      if (id === undefined || chain.wholeTransformations.has(id)) continue;
      missing.add(id);
      waiting.push(code);
    }
  }
  if (missing.size === 0) return true;
  if (isFull(chain)) return cut(chain, 'EVENTS_MAX', waiting);
  const read = await chain.reader.eventsOfTransformations([...missing], withinOf(chain));
  if (!addEvents(chain, read)) return cut(chain, 'EVENTS_MAX', waiting);
  for (const id of missing) chain.wholeTransformations.add(id);
  return true;
}

/** Loads those of the codes that are lots, and the instances that may belong to them, with all their events. */
export async function loadLots(chain: Chain, codes: Iterable<string>): Promise<boolean> {
  const lots = [...codes].filter((code) => codeSays(chain, code).isLot);
  const missing = lots.filter((lot) => !chain.wholeLots.has(lot));
  if (missing.length > 0) {
    if (isFull(chain)) return cut(chain, 'EVENTS_MAX', missing);
    const read = await chain.reader.eventsOfLots(missing, withinOf(chain));
    const isAll = addEvents(chain, read);
    addInstances(chain, read.ids);
    if (!isAll) return cut(chain, 'EVENTS_MAX', missing);
    for (const lot of missing) {
      chain.wholeLots.add(lot);
      markWhole(chain, lot);
    }
  }
  // An instance that an ILMD lot made may have been made earlier by another event: only all its events tell.
  return loadUnits(
    chain,
    lots.flatMap((lot) => [...(chain.lotInstances.get(lot) ?? [])]),
  );
}

/** Notes that a limit was met; false, so that callers can return it. */
export function cut(chain: Chain, limit: LimitName, codes: Iterable<string>): false {
  const left = chain.cuts.get(limit) ?? new Set();
  for (const code of codes) left.add(code);
  chain.cuts.set(limit, left);
  return false;
}

function withinOf({ limits, rows, texts }: Chain): Within {
  return { max: limits.EVENTS_MAX, held: rows, texts };
}

export function isFull(chain: Chain): boolean {
  return chain.rows.size >= chain.limits.EVENTS_MAX;
}

/** What the code says, read once a trace. */
export function codeSays(chain: Chain, code: string): CodeSays {
  const unit = unitOf(chain, code);
  if (unit.says === undefined) {
    const { productOf: product, parts } = readCode(code);
    const { gtin, lot, serial } = parts;
    const isInstance = gtin !== undefined && serial !== undefined;
    unit.says = {
      gtin,
      product,
      isLot: gtin !== undefined && lot !== undefined && !isInstance,
      isInstance,
      ownLot: isInstance && lot !== undefined ? lotCode(gtin, lot) : undefined,
    };
  }
  return unit.says;
}

/** The role in which an event makes units; undefined for an event that makes none. */
export function makingRole(row: Row): 'object' | 'output' | undefined {
  const { type, action } = row.event.facts;
  if (!row.effective) return undefined;
  if (type === 'TransformationEvent') return 'output';
  return type === 'ObjectEvent' && action === 'ADD' ? 'object' : undefined;
}

/** Adds what was read, as far as there is room; false where something was left out, here or by the reader. */
function addEvents(chain: Chain, { events, more }: TraceEvents): boolean {
  for (const event of events) {
    if (chain.rows.has(event.id)) continue;
    if (isFull(chain)) return false;
    const { facts } = event;
    const row: Row = {
      event,
      atMs: facts.eventTimeMs,
      effective: !event.declaredInError && !event.isDeclaration,
      parent: facts.units.find((unit) => unit.role === 'parent')?.code,
    };
    chain.rows.set(event.id, row);
    for (const mention of facts.units) unitOf(chain, mention.code).touches.push({ row, mention });
    if (facts.transformationID !== undefined) pushTo(chain.transformations, facts.transformationID, row);
    if (facts.lotNumber !== undefined) addLotMade(chain, row, facts.lotNumber);
  }
  return !more;
}

function unitOf(chain: Chain, code: string): LoadedUnit {
  let unit = chain.units.get(code);
  if (unit === undefined) {
    unit = { touches: [], whole: false, says: undefined };
    chain.units.set(code, unit);
  }
  return unit;
}

function addLotMade(chain: Chain, row: Row, lotNumber: string): void {
  const role = makingRole(row);
  if (role === undefined) return;
  for (const unit of row.event.facts.units) {
    const { gtin, isInstance } = codeSays(chain, unit.code);
    if (unit.role === role && isInstance && gtin !== undefined) addInstance(chain, lotCode(gtin, lotNumber), unit.code);
  }
}

function addInstances(chain: Chain, ids: readonly string[]): void {
  for (const id of ids) {
    for (const { code } of chain.rows.get(id)?.event.facts.units ?? []) {
      const { ownLot } = codeSays(chain, code);
      if (ownLot !== undefined) addInstance(chain, ownLot, code);
    }
  }
}

function addInstance(chain: Chain, lot: string, code: string): void {
  const instances = chain.lotInstances.get(lot);
  if (instances === undefined) chain.lotInstances.set(lot, new Set([code]));
  else instances.add(code);
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
