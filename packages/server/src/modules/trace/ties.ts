/** How effective events tie units: containment intervals, transformations, makings, belonging to a lot. */
import type { EventType } from '@suyuan/epcis';
import { type Chain, isWhole, lotOfNumber, makingRole, rowsOf, unitSays } from './chain.ts';
import { NONE, type Row, type Touch, type Unit } from './columns.ts';
import { firstIndex, moment, type Span, stretch } from './spans.ts';

/** A stay of a child in a parent, `[fromMs, toMs)`; an instant is the one moment `fromMs = toMs`. */
export interface Interval {
  readonly parent: Unit;
  readonly child: Unit;
  readonly fromMs: number;
  /** Infinity while open. */
  readonly toMs: number;
  readonly instant: boolean;
  readonly openedBy: Row;
  /** The child as the opening event lists it. */
  readonly listed: Touch;
}

/** An event that contradicts what is recorded of a child in this parent. */
export interface Oddity {
  readonly kind: 'add-while-open' | 'delete-without-add';
  readonly child: Unit;
  readonly row: Row;
}

/** Stays by `fromMs`. `latestEnds[i]` is the latest end of the first i + 1, doubled. */
export interface Stays {
  readonly intervals: readonly Interval[];
  readonly latestEnds: readonly number[];
}

/** Everything that one parent ever held, by `fromMs`. */
export interface Containment extends Stays {
  readonly byChild: ReadonlyMap<Unit, readonly Interval[]>;
  readonly oddities: ReadonlyMap<Unit, readonly Oddity[]>;
}

/** Effective mentions, in order. */
export interface Transformation {
  readonly inputs: readonly Touch[];
  readonly outputs: readonly Touch[];
}

/** Ties are computed once for each whole unit and kept; of units that hold nothing and are in nothing, nothing is. */
export interface Ties {
  readonly chain: Chain;
  readonly containments: Map<Unit, Containment>;
  readonly stays: Map<Unit, Stays>;
  /** `NONE` for a unit that no event made. */
  readonly makings: Map<Unit, Row>;
  /** By transformation id, or by the event that is one by itself. */
  readonly transformations: Map<string | Row, Transformation>;
}

export function tiesOf(chain: Chain): Ties {
  return { chain, containments: new Map(), stays: new Map(), makings: new Map(), transformations: new Map() };
}

// Most units of a large trace never hold anything and are never held: they share these.
const NOTHING_HELD: Containment = { intervals: [], latestEnds: [], byChild: new Map(), oddities: new Map() };
const NO_STAYS: Stays = { intervals: [], latestEnds: [] };
const NO_LOTS: readonly Unit[] = [];
const NO_PARENTS: ReadonlySet<Unit> = new Set();

/** What a whole parent held. */
export function containmentOf({ chain, containments }: Ties, parent: Unit): Containment {
  const known = containments.get(parent);
  if (known !== undefined) return known;
  const { columns } = chain;
  if (!columns.touches(parent).some((touch) => columns.role(touch) === 'parent')) return NOTHING_HELD;
  const containment = replay(chain, parent);
  containments.set(parent, containment);
  return containment;
}

/** The units that effective events name as containers of this one, whether or not an interval came of it. */
export function parentsOf({ columns }: Chain, unit: Unit): ReadonlySet<Unit> {
  let parents: Set<Unit> | undefined;
  for (const touch of columns.touches(unit)) {
    const row = columns.row(touch);
    const parent = columns.parent(row);
    if (parent === NONE || columns.role(touch) === 'parent' || !columns.isEffective(row)) continue;
    if (!CONTAINING.has(columns.type(row))) continue;
    parents ??= new Set();
    parents.add(parent);
  }
  return parents ?? NO_PARENTS;
}

/** The stays of a whole child in those of its parents that are whole; load the parents first. */
export function staysOf(ties: Ties, child: Unit): Stays {
  const known = ties.stays.get(child);
  if (known !== undefined) return known;
  const stays = gatherStays(ties, child);
  if (stays !== NO_STAYS) ties.stays.set(child, stays);
  return stays;
}

function gatherStays(ties: Ties, child: Unit): Stays {
  const parents = parentsOf(ties.chain, child);
  if (parents.size === 0) return NO_STAYS;
  const intervals: Interval[] = [];
  for (const parent of parents) {
    if (!isWhole(ties.chain, parent)) continue;
    for (const interval of containmentOf(ties, parent).byChild.get(child) ?? []) intervals.push(interval);
  }
  const { columns } = ties.chain;
  intervals.sort((a, b) => a.fromMs - b.fromMs || columns.compare(a.openedBy, b.openedBy));
  return { intervals, latestEnds: latestEndsOf(intervals) };
}

function latestEndsOf(intervals: readonly Interval[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return intervals.map((interval) => {
    latest = Math.max(latest, spanOf(interval)?.to ?? Number.NEGATIVE_INFINITY);
    return latest;
  });
}

/** Calls back for each stay that has a moment in the span. */
export function eachStayIn(stays: Stays, span: Span, visit: (interval: Interval) => void): void {
  const { intervals, latestEnds } = stays;
  const end = firstIndex(intervals.length, (i) => 2 * (intervals[i]?.fromMs ?? 0) >= span.to);
  for (let i = end - 1; i >= 0 && (latestEnds[i] ?? 0) > span.from; i -= 1) {
    const interval = intervals[i];
    const stay = interval && spanOf(interval);
    if (interval !== undefined && stay !== undefined && stay.to > span.from) visit(interval);
  }
}

/** The moments of an interval; undefined for one that was closed at the moment it was opened. */
export function spanOf(interval: Interval): Span | undefined {
  return interval.instant ? moment(interval.fromMs) : stretch(interval.fromMs, interval.toMs);
}

/** The transformation that an event is part of; load transformations first. */
export function transformationOf({ chain, transformations }: Ties, row: Row): Transformation {
  const id = chain.columns.transformationID(row);
  const key = id ?? row;
  let transformation = transformations.get(key);
  if (transformation === undefined) {
    const rows = id === undefined ? [row] : (chain.transformations.get(id) ?? []);
    const effective = rows.filter((each) => transforms(chain, each));
    transformation = gather(
      chain,
      effective.sort((a, b) => chain.columns.compare(a, b)),
    );
    transformations.set(key, transformation);
  }
  return transformation;
}

/** Whether the event is an effective transformation. */
export function transforms({ columns }: Chain, row: Row): boolean {
  return columns.type(row) === 'TransformationEvent' && columns.isEffective(row);
}

/** The first event that made a whole unit. */
export function makingOf({ chain, makings }: Ties, unit: Unit): Row | undefined {
  let making = makings.get(unit);
  if (making === undefined) {
    const { columns } = chain;
    const touch = columns.touches(unit).find((each) => columns.role(each) === makingRole(chain, columns.row(each)));
    making = touch === undefined ? NONE : columns.row(touch);
    makings.set(unit, making);
  }
  return making === NONE ? undefined : making;
}

/** The time at which a whole unit was made, where that is recorded. */
export function madeMsOf(ties: Ties, unit: Unit): number | undefined {
  const making = makingOf(ties, unit);
  return making === undefined ? undefined : ties.chain.columns.atMs(making);
}

/** The lots that a whole instance belongs to: that of its code, and that of the ILMD of its making. */
export function lotsOf(ties: Ties, unit: Unit): readonly Unit[] {
  const { ownLot, isInstance } = unitSays(ties.chain, unit);
  if (!isInstance) return NO_LOTS;
  const making = makingOf(ties, unit);
  const lotNumber = making === undefined ? undefined : ties.chain.lotNumbers.get(making);
  const madeLot = lotNumber === undefined ? undefined : lotOfNumber(ties.chain, unit, lotNumber);
  if (madeLot === undefined || madeLot === ownLot) return ownLot === undefined ? NO_LOTS : [ownLot];
  return ownLot === undefined ? [madeLot] : [ownLot, madeLot];
}

/** The whole instances that belong to a lot. */
export function instancesOf(ties: Ties, lot: Unit): Unit[] {
  const instances = ties.chain.lotInstances.get(lot);
  if (instances === undefined) return [];
  return [...instances].filter((unit) => isWhole(ties.chain, unit) && lotsOf(ties, unit).includes(lot));
}

function gather({ columns }: Chain, rows: readonly Row[]): Transformation {
  const inputs: Touch[] = [];
  const outputs: Touch[] = [];
  for (const row of rows) {
    const { first, end } = columns.touchesOfRow(row);
    for (let touch = first; touch < end; touch += 1) {
      const role = columns.role(touch);
      if (role === 'input') inputs.push(touch);
      else if (role === 'output') outputs.push(touch);
    }
  }
  // A list that has grown has room for more: hundreds of thousands are held.
  return { inputs: inputs.slice(), outputs: outputs.slice() };
}

const CONTAINING: ReadonlySet<EventType | undefined> = new Set([
  'AggregationEvent',
  'AssociationEvent',
  'TransactionEvent',
]);

type Draft = { -readonly [Key in keyof Interval]: Interval[Key] };

/** One replay of a parent's events, in order. */
interface Replay {
  readonly chain: Chain;
  readonly intervals: Draft[];
  readonly oddities: Map<Unit, Oddity[]>;
}

function replay(chain: Chain, parent: Unit): Containment {
  const { columns } = chain;
  const result: Replay = { chain, intervals: [], oddities: new Map() };
  const packed = new Map<Unit, Draft>();
  const associated = new Map<Unit, Draft>();
  for (const row of rowsOf(chain, parent)) {
    if (!columns.isEffective(row) || columns.parent(row) !== parent) continue;
    const type = columns.type(row);
    if (type === 'AggregationEvent') replayEvent(result, row, packed);
    else if (type === 'AssociationEvent') replayEvent(result, row, associated);
    else if (type === 'TransactionEvent')
      for (const touch of childrenOf(chain, row).values()) open(result, touch).instant = true;
  }
  const { intervals, oddities } = result;
  for (const interval of intervals) if (interval.instant) interval.toMs = interval.fromMs;
  return { intervals, oddities, latestEnds: latestEndsOf(intervals), byChild: Map.groupBy(intervals, childOf) };
}

function childOf({ child }: Interval): Unit {
  return child;
}

/** `stays` are those that events of this kind have opened and not closed. */
function replayEvent(result: Replay, row: Row, stays: Map<Unit, Draft>): void {
  const { columns } = result.chain;
  const children = childrenOf(result.chain, row);
  const action = columns.action(row);
  const atMs = columns.atMs(row);
  // EPCIS 2.0 §7.4.3: a DELETE without children takes everything out.
  if (action === 'DELETE' && children.size === 0) {
    for (const stay of stays.values()) stay.toMs = atMs;
    stays.clear();
  }
  for (const [child, touch] of children) {
    const stay = stays.get(child);
    if (action === 'ADD' && stay === undefined) stays.set(child, open(result, touch));
    else if (action === 'ADD') addOddity(result, { kind: 'add-while-open', child, row });
    else if (action === 'OBSERVE' && stay === undefined) open(result, touch).instant = true;
    else if (action === 'DELETE' && stay === undefined) addOddity(result, { kind: 'delete-without-add', child, row });
    else if (action === 'DELETE' && stay !== undefined) {
      stay.toMs = atMs;
      stays.delete(child);
    }
  }
}

/** A child that is listed twice in one event is in it once, as it is listed first. */
function childrenOf({ columns }: Chain, row: Row): Map<Unit, Touch> {
  const children = new Map<Unit, Touch>();
  const role = columns.type(row) === 'TransactionEvent' ? 'object' : 'child';
  const { first, end } = columns.touchesOfRow(row);
  for (let touch = first; touch < end; touch += 1) {
    if (columns.role(touch) === role && !children.has(columns.touched(touch)))
      children.set(columns.touched(touch), touch);
  }
  return children;
}

function open({ chain, intervals }: Replay, listed: Touch): Draft {
  const { columns } = chain;
  const row = columns.row(listed);
  const interval: Draft = {
    parent: columns.parent(row),
    child: columns.touched(listed),
    fromMs: columns.atMs(row),
    toMs: Number.POSITIVE_INFINITY,
    instant: false,
    openedBy: row,
    listed,
  };
  intervals.push(interval);
  return interval;
}

function addOddity({ oddities }: Replay, oddity: Oddity): void {
  const known = oddities.get(oddity.child);
  if (known === undefined) oddities.set(oddity.child, [oddity]);
  else known.push(oddity);
}
