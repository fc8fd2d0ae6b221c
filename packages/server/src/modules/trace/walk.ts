/**
 * The walk: rules 1 to 3 of the trace semantics, applied level by level to every unit whose bound improved, until
 * nothing does. A level reads its bounds as they stood when it began, so that `hops` is the level of first reach.
 */
import { cut, loadLots, loadTransformations, loadUnits, makingRole, touchesOf } from './chain.ts';
import { firstIndex } from './spans.ts';
import {
  containmentOf,
  instancesOf,
  lotOf,
  makingOf,
  type Ties,
  type Transformation,
  transformationOf,
  transforms,
} from './ties.ts';

/** A unit of D: `boundMs` is its `since`; of A: its `until`. ∓Infinity is no bound. */
export interface Reached {
  readonly boundMs: number;
  readonly hops: number;
}

export type Way = 'downstream' | 'upstream';

export interface Walk {
  readonly way: Way;
  readonly reached: Map<string, Reached>;
}

/** Takes a unit and the bound that a rule gives it. */
type Offer = (code: string, boundMs: number) => void;

/** One walk under way. `fired` is how far each transformation's mentions have been offered already. */
interface Step {
  readonly ties: Ties;
  readonly fired: Map<Transformation, number>;
  readonly offer: Offer;
}

/** D of the start set since `atMs`, or A until `atMs`. */
export async function walk(ties: Ties, start: readonly string[], span: { way: Way; atMs?: number }): Promise<Walk> {
  const { way } = span;
  const boundMs = span.atMs ?? (way === 'downstream' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const reached = new Map<string, Reached>(start.map((code) => [code, { boundMs, hops: 0 }]));
  const fired = new Map<Transformation, number>();
  let frontier = [...reached.keys()];
  for (let level = 0; frontier.length > 0; level += 1) {
    if (level >= ties.chain.limits.LEVELS_MAX) {
      cut(ties.chain, 'LEVELS_MAX', frontier);
      break;
    }
    if (!(await loadLevel(ties, frontier, way))) break;
    const offers = new Map<string, number>();
    const offer: Offer = (code, bound) => {
      const known = offers.get(code);
      if (known === undefined || isBetter(way, bound, known)) offers.set(code, bound);
    };
    for (const code of frontier) {
      const bound = reached.get(code)?.boundMs ?? boundMs;
      if (way === 'downstream') goDown({ ties, fired, offer }, code, bound);
      else goUp({ ties, fired, offer }, code, bound);
    }
    const improved = take({ way, reached }, offers, { hops: level + 1, max: ties.chain.limits.UNITS_MAX });
    if (improved === undefined) {
      cut(ties.chain, 'UNITS_MAX', frontier);
      break;
    }
    frontier = improved;
  }
  return { way, reached };
}

/** Whether an event at this time lies in the bound. */
export function isWithin(way: Way, boundMs: number, atMs: number): boolean {
  return way === 'downstream' ? boundMs <= atMs : atMs <= boundMs;
}

async function loadLevel(ties: Ties, frontier: readonly string[], way: Way): Promise<boolean> {
  if (!(await loadUnits(ties.chain, frontier))) return false;
  if (way === 'downstream' && !(await loadLots(ties.chain, frontier))) return false;
  return loadTransformations(ties.chain, frontier);
}

/** The units whose bound improved; undefined when there is no room for them all. */
function take(
  { way, reached }: Walk,
  offers: ReadonlyMap<string, number>,
  room: { readonly hops: number; readonly max: number },
): string[] | undefined {
  const improved: string[] = [];
  for (const [code, boundMs] of offers) {
    const known = reached.get(code);
    if (known !== undefined && !isBetter(way, boundMs, known.boundMs)) continue;
    if (known === undefined && reached.size >= room.max) return undefined;
    reached.set(code, { boundMs, hops: known?.hops ?? room.hops });
    improved.push(code);
  }
  return improved;
}

function isBetter(way: Way, bound: number, than: number): boolean {
  return way === 'downstream' ? bound < than : bound > than;
}

function goDown(step: Step, code: string, since: number): void {
  const { ties, offer } = step;
  for (const instance of instancesOf(ties, code)) {
    offer(instance, Math.max(since, makingOf(ties, instance)?.atMs ?? since));
  }
  const flows = new Set<Transformation>();
  for (const { row, mention } of touchesOf(ties.chain, code)) {
    if (mention.role !== 'input' || row.atMs < since || !transforms(row)) continue;
    const transformation = transformationOf(ties, row);
    // Touches come in order: the first within the bound flows into the most.
    if (flows.has(transformation)) continue;
    flows.add(transformation);
    flowDown(step, transformation, row.atMs);
  }
  for (const { child, fromMs, toMs, instant } of containmentOf(ties, code).intervals) {
    if (instant ? fromMs >= since : toMs > since) offer(child, Math.max(fromMs, since));
  }
}

/** An input at this time flows into every output from then on; those that an earlier one reached are done. */
function flowDown({ fired, offer }: Step, transformation: Transformation, inputMs: number): void {
  const done = fired.get(transformation) ?? Number.POSITIVE_INFINITY;
  if (inputMs >= done) return;
  fired.set(transformation, inputMs);
  const { outputs } = transformation;
  const first = firstIndex(outputs.length, (i) => (outputs[i]?.row.atMs ?? 0) >= inputMs);
  for (let i = first; i < outputs.length; i += 1) {
    const output = outputs[i];
    if (output === undefined || output.row.atMs >= done) break;
    offer(output.mention.code, output.row.atMs);
  }
}

function goUp(step: Step, code: string, until: number): void {
  const { ties, offer } = step;
  const lot = lotOf(ties, code);
  if (lot !== undefined) offer(lot, Math.min(until, makingOf(ties, code)?.atMs ?? until));
  const flows = new Map<Transformation, number>();
  for (const { row, mention } of touchesOf(ties.chain, code)) {
    if (row.atMs > until) break;
    // Touches come in order: the last within the bound takes in the most.
    if (mention.role === 'output' && makingRole(row) === 'output') flows.set(transformationOf(ties, row), row.atMs);
  }
  for (const [transformation, outputMs] of flows) flowUp(step, transformation, outputMs);
  for (const { child, fromMs, toMs, instant } of containmentOf(ties, code).intervals) {
    if (until === Number.POSITIVE_INFINITY) offer(child, toMs);
    else if (instant ? fromMs === until : fromMs <= until && until < toMs) offer(child, until);
  }
}

function flowUp({ fired, offer }: Step, transformation: Transformation, outputMs: number): void {
  const done = fired.get(transformation) ?? Number.NEGATIVE_INFINITY;
  if (outputMs <= done) return;
  fired.set(transformation, outputMs);
  const { inputs } = transformation;
  const end = firstIndex(inputs.length, (i) => (inputs[i]?.row.atMs ?? 0) > outputMs);
  for (let i = end - 1; i >= 0; i -= 1) {
    const input = inputs[i];
    if (input === undefined || input.row.atMs <= done) break;
    offer(input.mention.code, input.row.atMs);
  }
}
