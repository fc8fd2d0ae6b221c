/**
 * The part of the event store that one trace has loaded. A unit, lot or transformation is *whole* once every
 * event of it is here; what is computed from whole things never changes afterwards.
 */
import { lotCode, readCode } from '@suyuan/codes';
import { Columns, NONE, type Row, type Unit } from './columns.ts';
import type { LimitName, TraceLimits } from './limits.ts';
import type { EventReader, TraceEvent, TraceEvents, Within } from './reader.ts';

/** What a code says by itself of a unit with a GTIN. */
export interface CodeSays {
  readonly isLot: boolean;
  readonly isInstance: boolean;
  /** A lot, or a kind of goods. */
  readonly isClass: boolean;
  /** The lot that the code of an instance carries. */
  readonly ownLot?: Unit;
}

// Most units of a large trace are alike in this, and share it.
const LOT: CodeSays = { isLot: true, isInstance: false, isClass: true };
const KIND: CodeSays = { isLot: false, isInstance: false, isClass: true };
const INSTANCE: CodeSays = { isLot: false, isInstance: true, isClass: false };
const NO_GTIN: CodeSays = { isLot: false, isInstance: false, isClass: false };

export interface Chain {
  readonly reader: EventReader;
  readonly limits: TraceLimits;
  readonly columns: Columns;
  /** Of units, whether every event is here. */
  readonly whole: boolean[];
  /** By unit. */
  readonly says: CodeSays[];
  readonly wholeLots: Set<Unit>;
  readonly transformations: Map<string, Row[]>;
  readonly wholeTransformations: Set<string>;
  /** Instances that may belong to a lot: by their code, or by the ILMD of an event that makes them. */
  readonly lotInstances: Map<Unit, Set<Unit>>;
  /** Of makings, the lot number that their ILMD has. */
  readonly lotNumbers: Map<Row, string>;
  /** Limits that were met, with the units whose neighbours were left out. */
  readonly cuts: Map<LimitName, Set<Unit>>;
}

export function openChain(reader: EventReader, limits: TraceLimits): Chain {
  return {
    reader,
    limits,
    columns: new Columns(),
    whole: [],
    says: [],
    wholeLots: new Set(),
    transformations: new Map(),
    wholeTransformations: new Set(),
    lotInstances: new Map(),
    lotNumbers: new Map(),
    cuts: new Map(),
  };
}

/** Whether every event of a unit is loaded. */
export function isWhole(chain: Chain, unit: Unit): boolean {
  return chain.whole[unit] ?? false;
}

/** The events that mention a unit, in order, each once. */
export function rowsOf({ columns }: Chain, unit: Unit): Row[] {
  const rows: Row[] = [];
  let last = NONE;
  for (const touch of columns.touches(unit)) {
    const row = columns.row(touch);
    if (row !== last) rows.push(row);
    last = row;
  }
  return rows;
}

/** Loads the units that are not whole yet, in one call; false when a limit forbids it. */
export async function loadUnits(chain: Chain, units: Iterable<Unit>): Promise<boolean> {
  const missing = [...units].filter((unit) => !isWhole(chain, unit));
  if (missing.length === 0) return true;
  if (isFull(chain)) return cut(chain, 'EVENTS_MAX', missing);
  const read = await chain.reader.eventsOfUnits(codesOf(chain, missing), withinOf(chain));
  if (!addEvents(chain, read)) return cut(chain, 'EVENTS_MAX', missing);
  for (const unit of missing) markWhole(chain, unit);
  return true;
}

/** Units of which all events were read before. */
export function takeWhole(chain: Chain, codes: readonly string[], events: readonly TraceEvent[]): void {
  addEvents(chain, { events, more: false });
  for (const code of codes) markWhole(chain, chain.columns.unit(code));
}

export function codesOf({ columns }: Chain, units: readonly Unit[]): string[] {
  return units.map((unit) => columns.code(unit));
}

function markWhole({ columns, whole }: Chain, unit: Unit): void {
  whole[unit] = true;
  columns.sortTouches(unit);
}

/** Loads every event of the transformations that these units take part in, in one call. */
export async function loadTransformations(chain: Chain, units: Iterable<Unit>): Promise<boolean> {
  const { columns, wholeTransformations } = chain;
  const missing = new Set<string>();
  const waiting: Unit[] = [];
  for (const unit of units) {
    for (const touch of columns.touches(unit)) {
      const id = columns.transformationID(columns.row(touch));
      if (id === undefined || wholeTransformations.has(id)) continue;
      missing.add(id);
      waiting.push(unit);
    }
  }
  if (missing.size === 0) return true;
  if (isFull(chain)) return cut(chain, 'EVENTS_MAX', waiting);
  const read = await chain.reader.eventsOfTransformations([...missing], withinOf(chain));
  if (!addEvents(chain, read)) return cut(chain, 'EVENTS_MAX', waiting);
  for (const id of missing) wholeTransformations.add(id);
  return true;
}

/** Loads those of the units that are lots, and the instances that may belong to them, with all their events. */
export async function loadLots(chain: Chain, units: Iterable<Unit>): Promise<boolean> {
  const lots = [...units].filter((unit) => unitSays(chain, unit).isLot);
  const missing = lots.filter((lot) => !chain.wholeLots.has(lot));
  if (missing.length > 0) {
    if (isFull(chain)) return cut(chain, 'EVENTS_MAX', missing);
    const read = await chain.reader.eventsOfLots(codesOf(chain, missing), withinOf(chain));
    if (!addEvents(chain, read)) return cut(chain, 'EVENTS_MAX', missing);
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
export function cut(chain: Chain, limit: LimitName, units: Iterable<Unit>): false {
  const left = chain.cuts.get(limit) ?? new Set();
  for (const unit of units) left.add(unit);
  chain.cuts.set(limit, left);
  return false;
}

function withinOf({ limits, columns }: Chain): Within {
  return { max: limits.EVENTS_MAX, held: columns.held };
}

export function isFull(chain: Chain): boolean {
  return chain.columns.rowsCount >= chain.limits.EVENTS_MAX;
}

/** What the code of a unit says, read once a trace. */
export function unitSays({ columns, says }: Chain, unit: Unit): CodeSays {
  let known = says[unit];
  if (known === undefined) {
    known = readSays(columns, unit);
    says[unit] = known;
  }
  return known;
}

function readSays(columns: Columns, unit: Unit): CodeSays {
  const { gtin, lot, serial } = readCode(columns.code(unit)).parts;
  if (gtin === undefined) return NO_GTIN;
  if (serial === undefined) return lot === undefined ? KIND : LOT;
  return lot === undefined ? INSTANCE : { ...INSTANCE, ownLot: columns.unit(lotCode(gtin, lot)) };
}

/** The lot of this number of the goods that a unit is of. */
export function lotOfNumber({ columns }: Chain, unit: Unit, lotNumber: string): Unit | undefined {
  const { gtin } = readCode(columns.code(unit)).parts;
  return gtin === undefined ? undefined : columns.unit(lotCode(gtin, lotNumber));
}

/** Canonical code of the product that a unit is of. */
export function productOf({ columns }: Chain, unit: Unit): string | undefined {
  return readCode(columns.code(unit)).productOf;
}

/** The role in which an event makes units; undefined for an event that makes none. */
export function makingRole({ columns }: Chain, row: Row): 'object' | 'output' | undefined {
  if (!columns.isEffective(row)) return undefined;
  const type = columns.type(row);
  if (type === 'TransformationEvent') return 'output';
  return type === 'ObjectEvent' && columns.action(row) === 'ADD' ? 'object' : undefined;
}

/** Adds what was read, as far as there is room; false where something was left out, here or by the reader. */
function addEvents(chain: Chain, { events, more }: TraceEvents): boolean {
  const { columns } = chain;
  for (const event of events) {
    if (columns.has(event.id)) continue;
    if (isFull(chain)) return false;
    const { lotNumber, transformationID } = event.facts;
    let unit = columns.unitsCount;
    const row = columns.add(event);
    for (; unit < columns.unitsCount; unit += 1) {
      const { ownLot } = unitSays(chain, unit);
      if (ownLot !== undefined) addInstance(chain, ownLot, unit);
    }
    if (transformationID !== undefined) pushTo(chain.transformations, transformationID, row);
    if (lotNumber !== undefined) addLotMade(chain, row, lotNumber);
  }
  return !more;
}

function addLotMade(chain: Chain, row: Row, lotNumber: string): void {
  const role = makingRole(chain, row);
  if (role === undefined) return;
  const { columns } = chain;
  chain.lotNumbers.set(row, lotNumber);
  const { first, end } = columns.touchesOfRow(row);
  for (let touch = first; touch < end; touch += 1) {
    if (columns.role(touch) !== role) continue;
    const unit = columns.touched(touch);
    const lot = unitSays(chain, unit).isInstance ? lotOfNumber(chain, unit, lotNumber) : undefined;
    if (lot !== undefined) addInstance(chain, lot, unit);
  }
}

function addInstance({ lotInstances }: Chain, lot: Unit, instance: Unit): void {
  const instances = lotInstances.get(lot);
  if (instances === undefined) lotInstances.set(lot, new Set([instance]));
  else instances.add(instance);
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
