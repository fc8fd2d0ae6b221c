/** How effective events tie units: containment intervals, transformations, makings, belonging to a lot. */
import { lotCode } from '@suyuan/codes';
import type { UnitMention } from '@suyuan/epcis';
import {
  type Chain,
  codeSays,
  inOrder,
  isWhole,
  makingRole,
  type Row,
  rowsOf,
  type Touch,
  touchesOf,
} from './chain.ts';
import { firstIndex, moment, type Span, stretch } from './spans.ts';

/** A stay of a child in a parent, `[fromMs, toMs)`; an instant is the one moment `fromMs = toMs`. */
export interface Interval {
  readonly parent: string;
  readonly child: string;
  readonly fromMs: number;
  /** Infinity while open. */
  readonly toMs: number;
  readonly instant: boolean;
  readonly openedBy: Row;
  /** The child as the opening event lists it. */
  readonly mention: UnitMention;
}

/** An event that contradicts what is recorded of a child in this parent. */
export interface Oddity {
  readonly kind: 'add-while-open' | 'delete-without-add';
  readonly child: string;
  readonly row: Row;
}

/** Stays by `fromMs`. `latestEnds[i]` is the latest end of the first i + 1, doubled. */
export interface Stays {
  readonly intervals: readonly Interval[];
  readonly latestEnds: readonly number[];
}

/** Everything that one parent ever held, by `fromMs`. */
export interface Containment extends Stays {
  readonly byChild: ReadonlyMap<string, readonly Interval[]>;
  readonly oddities: ReadonlyMap<string, readonly Oddity[]>;
}

/** Effective mentions, in order. */
export interface Transformation {
  readonly inputs: readonly Touch[];
  readonly outputs: readonly Touch[];
}

/** The ties of one unit, as far as they were asked for. */
interface TiedUnit {
  containment: Containment | undefined;
  stays: Stays | undefined;
  /** Null for a unit that no event made. */
  making: Row | null | undefined;
}

/** Ties are computed once for each whole unit and kept. */
export interface Ties {
  readonly chain: Chain;
  readonly units: Map<string, TiedUnit>;
  /** By transformation id, or by the event that is one by itself. */
  readonly transformations: Map<string | Row, Transformation>;
}

export function tiesOf(chain: Chain): Ties {
  return { chain, units: new Map(), transformations: new Map() };
}

function unitOf(ties: Ties, code: string): TiedUnit {
  let unit = ties.units.get(code);
  if (unit === undefined) {
    unit = { containment: undefined, stays: undefined, making: undefined };
    ties.units.set(code, unit);
  }
  return unit;
}

// Most units of a large trace never hold anything and are never held: they share these.
const NOTHING_HELD: Containment = { intervals: [], latestEnds: [], byChild: new Map(), oddities: new Map() };
const NO_STAYS: Stays = { intervals: [], latestEnds: [] };
const NO_LOTS: readonly string[] = [];
const NO_PARENTS: ReadonlySet<string> = new Set();

/** What a whole parent held. */
export function containmentOf(ties: Ties, parent: string): Containment {
  const unit = unitOf(ties, parent);
  if (unit.containment === undefined) {
    const holds = touchesOf(ties.chain, parent).some(({ mention }) => mention.role === 'parent');
    unit.containment = holds ? replay(parent, rowsOf(ties.chain, parent)) : NOTHING_HELD;
  }
  return unit.containment;
}

/** The units that effective events name as containers of this one, whether or not an interval came of it. */
export function parentsOf(chain: Chain, code: string): ReadonlySet<string> {
  let parents: Set<string> | undefined;
  for (const { row, mention } of touchesOf(chain, code)) {
    if (!row.effective || row.parent === undefined || mention.role === 'parent' || !contains(row)) continue;
    parents ??= new Set();
    parents.add(row.parent);
  }
  return parents ?? NO_PARENTS;
}

/** The stays of a whole child in those of its parents that are whole; load the parents first. */
export function staysOf(ties: Ties, child: string): Stays {
  const unit = unitOf(ties, child);
  unit.stays ??= gatherStays(ties, child);
  return unit.stays;
}

function gatherStays(ties: Ties, child: string): Stays {
  const parents = parentsOf(ties.chain, child);
  if (parents.size === 0) return NO_STAYS;
  const intervals: Interval[] = [];
  for (const parent of parents) {
    if (!isWhole(ties.chain, parent)) continue;
    for (const interval of containmentOf(ties, parent).byChild.get(child) ?? []) intervals.push(interval);
  }
  intervals.sort((a, b) => a.fromMs - b.fromMs || inOrder(a.openedBy, b.openedBy));
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
export function transformationOf(ties: Ties, row: Row): Transformation {
  const { transformationID } = row.event.facts;
  const key = transformationID ?? row;
  let transformation = ties.transformations.get(key);
  if (transformation === undefined) {
    const rows = transformationID === undefined ? [row] : (ties.chain.transformations.get(transformationID) ?? []);
    transformation = gather(rows.filter(transforms).sort(inOrder));
    ties.transformations.set(key, transformation);
  }
  return transformation;
}

/** Whether the event is an effective transformation. */
export function transforms(row: Row): boolean {
  return row.effective && row.event.facts.type === 'TransformationEvent';
}

/** The first event that made a whole unit. */
export function makingOf(ties: Ties, code: string): Row | undefined {
  const unit = unitOf(ties, code);
  if (unit.making !== undefined) return unit.making ?? undefined;
  const making = touchesOf(ties.chain, code).find(({ row, mention }) => mention.role === makingRole(row))?.row;
  unit.making = making ?? null;
  return making;
}

/** The lots that a whole instance belongs to: that of its code, and that of the ILMD of its making. */
export function lotsOf(ties: Ties, code: string): readonly string[] {
  const { ownLot, isInstance, gtin } = codeSays(ties.chain, code);
  if (!isInstance || gtin === undefined) return NO_LOTS;
  const lotNumber = makingOf(ties, code)?.event.facts.lotNumber;
  const madeLot = lotNumber === undefined ? undefined : lotCode(gtin, lotNumber);
  if (madeLot === undefined || madeLot === ownLot) return ownLot === undefined ? NO_LOTS : [ownLot];
  return ownLot === undefined ? [madeLot] : [ownLot, madeLot];
}

/** The whole instances that belong to a lot. */
export function instancesOf(ties: Ties, lot: string): string[] {
  const instances = ties.chain.lotInstances.get(lot);
  if (instances === undefined) return [];
  return [...instances].filter((code) => isWhole(ties.chain, code) && lotsOf(ties, code).includes(lot));
}

function gather(rows: readonly Row[]): Transformation {
  const inputs: Touch[] = [];
  const outputs: Touch[] = [];
  for (const row of rows) {
    for (const mention of row.event.facts.units) {
      if (mention.role === 'input') inputs.push({ row, mention });
      else if (mention.role === 'output') outputs.push({ row, mention });
    }
  }
  return { inputs, outputs };
}

function contains(row: Row): boolean {
  const { type } = row.event.facts;
  return type === 'AggregationEvent' || type === 'AssociationEvent' || type === 'TransactionEvent';
}

type Draft = { -readonly [Key in keyof Interval]: Interval[Key] };

/** One replay of a parent's events, in order. */
interface Replay {
  readonly intervals: Draft[];
  readonly oddities: Map<string, Oddity[]>;
}

function replay(parent: string, rows: readonly Row[]): Containment {
  const result: Replay = { intervals: [], oddities: new Map() };
  const packed = new Map<string, Draft>();
  const associated = new Map<string, Draft>();
  for (const row of rows) {
    if (!row.effective || row.parent !== parent) continue;
    const { type } = row.event.facts;
    if (type === 'AggregationEvent') replayEvent(result, row, packed);
    else if (type === 'AssociationEvent') replayEvent(result, row, associated);
    else if (type === 'TransactionEvent')
      for (const mention of childrenOf(row).values()) open(result, row, mention).instant = true;
  }
  for (const interval of result.intervals) if (interval.instant) interval.toMs = interval.fromMs;
  const { intervals } = result;
  return { ...result, latestEnds: latestEndsOf(intervals), byChild: Map.groupBy(intervals, ({ child }) => child) };
}

/** `stays` are those that events of this kind have opened and not closed. */
function replayEvent(result: Replay, row: Row, stays: Map<string, Draft>): void {
  const children = childrenOf(row);
  const { action } = row.event.facts;
  // EPCIS 2.0 §7.4.3: a DELETE without children takes everything out.
  if (action === 'DELETE' && children.size === 0) {
    for (const stay of stays.values()) stay.toMs = row.atMs;
    stays.clear();
  }
  for (const [child, mention] of children) {
    const stay = stays.get(child);
    if (action === 'ADD' && stay === undefined) stays.set(child, open(result, row, mention));
    else if (action === 'ADD') addOddity(result, { kind: 'add-while-open', child, row });
    else if (action === 'OBSERVE' && stay === undefined) open(result, row, mention).instant = true;
    else if (action === 'DELETE' && stay === undefined) addOddity(result, { kind: 'delete-without-add', child, row });
    else if (action === 'DELETE' && stay !== undefined) {
      stay.toMs = row.atMs;
      stays.delete(child);
    }
  }
}

/** A child that is listed twice in one event is in it once, as it is listed first. */
function childrenOf(row: Row): Map<string, UnitMention> {
  const children = new Map<string, UnitMention>();
  const { type, units } = row.event.facts;
  const role = type === 'TransactionEvent' ? 'object' : 'child';
  for (const unit of units) if (unit.role === role && !children.has(unit.code)) children.set(unit.code, unit);
  return children;
}

function open(result: Replay, row: Row, mention: UnitMention): Draft {
  const interval: Draft = {
    parent: row.parent ?? '',
    child: mention.code,
    fromMs: row.atMs,
    toMs: Number.POSITIVE_INFINITY,
    instant: false,
    openedBy: row,
    mention,
  };
  result.intervals.push(interval);
  return interval;
}

function addOddity(result: Replay, oddity: Oddity): void {
  const known = result.oddities.get(oddity.child);
  if (known === undefined) result.oddities.set(oddity.child, [oddity]);
  else known.push(oddity);
}
