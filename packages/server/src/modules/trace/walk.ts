/**
 * The walk: rules 1 to 3 of the trace semantics, applied level by level to every unit whose bound improved, until
 * nothing does. A level reads its bounds as they stood when it began, so that `hops` is the level of first reach.
 */
import { cut, loadLots, loadTransformations, loadUnits, makingRole } from './chain.ts';
import type { Touch, Unit } from './columns.ts';
import { BOUNDS_PER_UNIT_MAX } from './limits.ts';
import { firstIndex, moment } from './spans.ts';
import {
  type Containment,
  containmentOf,
  eachStayIn,
  type Interval,
  instancesOf,
  lotsOf,
  madeMsOf,
  type Ties,
  type Transformation,
  transformationOf,
  transforms,
} from './ties.ts';

/** A unit of D: `boundMs` is its `since`; of A: its latest `until`. ∓Infinity is no bound. */
export interface Reached {
  readonly boundMs: number;
  readonly hops: number;
}

export type Way = 'downstream' | 'upstream';

export interface Walk {
  readonly way: Way;
  readonly reached: Map<Unit, Reached>;
  /**
   * Upstream, every bound of each unit: a container that was a source until 5 and until 10 brings what it held at
   * 5 and what it held at 10. Downstream the earliest bound brings all that a later one does, and stands alone.
   */
  readonly bounds: Map<Unit, Set<number>>;
}

/** Takes a unit and the bound that a rule gives it. */
type Offer = (unit: Unit, boundMs: number) => void;

/** One walk under way. `fired` is how far each transformation's mentions have been offered already. */
interface Step {
  readonly ties: Ties;
  readonly found: Walk;
  readonly fired: Map<Transformation, number>;
  readonly offer: Offer;
}

/** Units with the bounds that they have newly got. */
type Frontier = Map<Unit, number[]>;

/** D of the start set since `atMs`, or A until `atMs`. */
export async function walk(ties: Ties, start: readonly Unit[], span: { way: Way; atMs?: number }): Promise<Walk> {
  const { way } = span;
  const { limits } = ties.chain;
  const boundMs = span.atMs ?? (way === 'downstream' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const found: Walk = { way, reached: new Map(), bounds: new Map() };
  const fired = new Map<Transformation, number>();
  let frontier: Frontier = new Map(start.map((unit) => [unit, [boundMs]]));
  take(found, frontier, 0);
  let boundsCount = frontier.size;
  for (let level = 0; frontier.size > 0; level += 1) {
    if (level >= limits.LEVELS_MAX) {
      cut(ties.chain, 'LEVELS_MAX', frontier.keys());
      break;
    }
    if (!(await loadLevel(ties, [...frontier.keys()], way))) break;
    const offers: Frontier = new Map();
    const step = { ties, found, fired, offer: collector(found, offers) };
    for (const [unit, boundsMs] of frontier) {
      if (way === 'downstream') goDown(step, unit, boundsMs[0] ?? boundMs);
      else goUp(step, unit, boundsMs);
    }
    if (level >= limits.HOPS_MAX) {
      // Those of the last level are whole, with events and carriers of their own; what is beyond them is left out.
      if (offers.size > 0) cut(ties.chain, 'HOPS_MAX', frontier.keys());
      break;
    }
    const unitsCount = found.reached.size + offers.keys().reduce((n, unit) => n + Number(!found.reached.has(unit)), 0);
    for (const boundsMs of offers.values()) boundsCount += boundsMs.length;
    if (unitsCount > limits.UNITS_MAX || boundsCount > BOUNDS_PER_UNIT_MAX * limits.UNITS_MAX) {
      takeWhileRoom(found, offers, { hops: level + 1, max: limits.UNITS_MAX });
      cut(ties.chain, 'UNITS_MAX', frontier.keys());
      break;
    }
    take(found, offers, level + 1);
    frontier = offers;
  }
  return found;
}

/** Every bound that brought a unit into the walk. */
export function boundsOf({ reached, bounds }: Walk, unit: Unit): Iterable<number> {
  const { boundMs } = reached.get(unit) ?? {};
  return bounds.get(unit) ?? (boundMs === undefined ? [] : [boundMs]);
}

/** Whether an event at this time lies in the bound. */
export function isWithin(way: Way, boundMs: number, atMs: number): boolean {
  return way === 'downstream' ? boundMs <= atMs : atMs <= boundMs;
}

async function loadLevel(ties: Ties, frontier: readonly Unit[], way: Way): Promise<boolean> {
  // A lot comes with its instances: the codes of both lie together in the store.
  if (way === 'downstream' && !(await loadLots(ties.chain, frontier))) return false;
  if (!(await loadUnits(ties.chain, frontier))) return false;
  return loadTransformations(ties.chain, frontier);
}

/** Keeps of what the rules offer what is new: downstream an earlier bound, upstream any other. */
function collector({ way, reached, bounds }: Walk, offers: Frontier): Offer {
  if (way === 'downstream') {
    return (unit, boundMs) => {
      const offered = offers.get(unit);
      if (boundMs >= (offered?.[0] ?? reached.get(unit)?.boundMs ?? Number.POSITIVE_INFINITY)) return;
      if (offered === undefined) offers.set(unit, [boundMs]);
      else offered[0] = boundMs;
    };
  }
  const offeredBounds = new Map<Unit, Set<number>>();
  return (unit, boundMs) => {
    if (bounds.get(unit)?.has(boundMs)) return;
    const offered = offers.get(unit);
    if (offered === undefined) offers.set(unit, [boundMs]);
    else {
      // Most units get one bound a level: the set is made for the others.
      const known = offeredBounds.get(unit) ?? new Set(offered);
      if (known.has(boundMs)) return;
      offeredBounds.set(unit, known.add(boundMs));
      offered.push(boundMs);
    }
  };
}

function take({ way, reached, bounds }: Walk, news: Frontier, hops: number): void {
  for (const [unit, boundsMs] of news) {
    const known = reached.get(unit);
    let boundMs = known?.boundMs ?? boundsMs[0] ?? 0;
    for (const bound of boundsMs) if (isBetter(way, bound, boundMs)) boundMs = bound;
    reached.set(unit, { boundMs, hops: known?.hops ?? hops });
    if (way === 'downstream') continue;
    const all = bounds.get(unit);
    if (all === undefined) bounds.set(unit, new Set(boundsMs));
    else for (const bound of boundsMs) all.add(bound);
  }
}

/** What there is still room for of a level that is too large. */
function takeWhileRoom(walk: Walk, offers: Frontier, { hops, max }: { hops: number; max: number }): void {
  for (const [unit, boundsMs] of offers) {
    if (!walk.reached.has(unit) && walk.reached.size >= max) return;
    take(walk, new Map([[unit, boundsMs]]), hops);
  }
}

function isBetter(way: Way, bound: number, than: number): boolean {
  return way === 'downstream' ? bound < than : bound > than;
}

function goDown(step: Step, unit: Unit, since: number): void {
  const { ties, offer } = step;
  const { chain } = ties;
  const { columns } = chain;
  for (const instance of instancesOf(ties, unit)) offer(instance, Math.max(since, madeMsOf(ties, instance) ?? since));
  let flows: Set<Transformation> | undefined;
  for (const touch of columns.touches(unit)) {
    const row = columns.row(touch);
    if (columns.role(touch) !== 'input' || columns.atMs(row) < since || !transforms(chain, row)) continue;
    const transformation = transformationOf(ties, row);
    flows ??= new Set();
    // Touches come in order: the first within the bound flows into the most.
    if (flows.has(transformation)) continue;
    flows.add(transformation);
    flowDown(step, transformation, columns.atMs(row));
  }
  eachContent(containmentOf(ties, unit), { way: 'downstream', boundMs: since }, ({ child }, bound) =>
    offer(child, bound),
  );
}

/** An input at this time flows into every output from then on; those that an earlier one reached are done. */
function flowDown({ ties, fired, offer }: Step, transformation: Transformation, inputMs: number): void {
  const { columns } = ties.chain;
  const done = fired.get(transformation) ?? Number.POSITIVE_INFINITY;
  if (inputMs >= done) return;
  fired.set(transformation, inputMs);
  const { outputs } = transformation;
  const atMs = timesOf(ties, outputs);
  const first = firstIndex(outputs.length, (i) => atMs(i) >= inputMs);
  for (let i = first; i < outputs.length && atMs(i) < done; i += 1) offer(columns.touched(outputs[i] ?? 0), atMs(i));
}

/** When the event of each of these mentions was. */
function timesOf({ chain: { columns } }: Ties, touches: readonly Touch[]): (index: number) => number {
  return (index) => columns.atMs(columns.row(touches[index] ?? 0));
}

function goUp(step: Step, unit: Unit, boundsMs: readonly number[]): void {
  const { ties, found, offer } = step;
  const { columns } = ties.chain;
  for (const lot of lotsOf(ties, unit)) {
    const madeMs = madeMsOf(ties, unit) ?? Number.POSITIVE_INFINITY;
    for (const until of boundsMs) offer(lot, Math.min(until, madeMs));
  }
  const contents = containmentOf(ties, unit);
  for (const boundMs of boundsMs) {
    eachContent(contents, { way: 'upstream', boundMs }, ({ child }, bound) => offer(child, bound));
  }
  // What flows in until the latest bound is all that flows in until any: only a new latest one adds to it.
  const latest = found.reached.get(unit)?.boundMs ?? Number.POSITIVE_INFINITY;
  if (boundsMs.every((boundMs) => boundMs < latest)) return;
  const flows = new Map<Transformation, number>();
  for (const touch of columns.touches(unit)) {
    const row = columns.row(touch);
    const atMs = columns.atMs(row);
    if (atMs > latest) break;
    // Touches come in order: the last within the bound takes in the most.
    if (columns.role(touch) === 'output' && makingRole(ties.chain, row) === 'output')
      flows.set(transformationOf(ties, row), atMs);
  }
  for (const [transformation, outputMs] of flows) flowUp(step, transformation, outputMs);
}

/** Rule 3: the stays that a container with this bound brings into the walk, and the bound of their child. */
export function eachContent(
  contents: Containment,
  { way, boundMs }: { way: Way; boundMs: number },
  visit: (interval: Interval, boundMs: number) => void,
): void {
  if (way === 'upstream' && boundMs !== Number.POSITIVE_INFINITY) {
    eachStayIn(contents, moment(boundMs), (interval) => visit(interval, boundMs));
    return;
  }
  for (const interval of contents.intervals) {
    const { fromMs, toMs, instant } = interval;
    if (way === 'upstream') visit(interval, toMs);
    else if (instant ? fromMs >= boundMs : toMs > boundMs) visit(interval, Math.max(fromMs, boundMs));
  }
}

function flowUp({ ties, fired, offer }: Step, transformation: Transformation, outputMs: number): void {
  const { columns } = ties.chain;
  const done = fired.get(transformation) ?? Number.NEGATIVE_INFINITY;
  if (outputMs <= done) return;
  fired.set(transformation, outputMs);
  const { inputs } = transformation;
  const atMs = timesOf(ties, inputs);
  const end = firstIndex(inputs.length, (i) => atMs(i) > outputMs);
  for (let i = end - 1; i >= 0 && atMs(i) > done; i -= 1) offer(columns.touched(inputs[i] ?? 0), atMs(i));
}
