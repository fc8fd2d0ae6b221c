/** Links: every application of a rule that holds at the final bounds, each once. */
import { type Chain, cut, isWhole } from './chain.ts';
import { NONE, type Row, type Touch, type Unit } from './columns.ts';
import { firstIndex } from './spans.ts';
import {
  containmentOf,
  type Interval,
  lotsOf,
  makingOf,
  type Ties,
  type Transformation,
  transformationOf,
  transforms,
} from './ties.ts';
import { boundsOf, eachContent, type Walk } from './walk.ts';

/** Times in milliseconds; absent where unbounded or not recorded. */
export interface Link {
  readonly from: Unit;
  readonly to: Unit;
  readonly kind: 'transformation' | 'containment' | 'belongs';
  /** The event that ties them; absent where a code alone does. */
  readonly row?: Row;
  /** The mention that says how much: of another event where some share a transformationID, which are one transformation. */
  readonly measured?: Touch;
  readonly sinceMs?: number;
  readonly untilMs?: number;
}

/** The links of the walks, and of the containments that carried. */
export function linksOf(ties: Ties, walks: readonly Walk[], carried: ReadonlySet<Interval>): Link[] {
  const links: Link[] = [];
  const intervals = new Set(carried);
  const transformations = new Set<Transformation>();
  const belongings = new Map<Unit, Set<Unit>>();
  for (const walk of walks) {
    for (const unit of walk.reached.keys()) {
      // A unit at which a limit cut the walk was not loaded whole; its neighbours were left out.
      if (!isWhole(ties.chain, unit)) continue;
      addTransformations(ties, unit, transformations);
      const contents = containmentOf(ties, unit);
      if (contents.intervals.length > 0) {
        for (const boundMs of boundsOf(walk, unit))
          eachContent(contents, { way: walk.way, boundMs }, (interval) => intervals.add(interval));
      }
      for (const lot of lotsOf(ties, unit)) {
        if (!walk.reached.has(lot)) continue;
        const instances = belongings.get(lot);
        if (instances === undefined) belongings.set(lot, new Set([unit]));
        else instances.add(unit);
      }
    }
  }
  for (const transformation of transformations) {
    if (!addFlows(links, transformation, { ties, walks })) break;
  }
  for (const interval of intervals) links.push(containmentLink(interval));
  for (const [lot, instances] of belongings)
    for (const instance of instances) links.push(belongsLink(ties, lot, instance));
  return links.sort(byEnds(ties.chain, links));
}

function addTransformations(ties: Ties, unit: Unit, transformations: Set<Transformation>): void {
  const { columns } = ties.chain;
  for (const touch of columns.touches(unit)) {
    const role = columns.role(touch);
    if (role !== 'input' && role !== 'output') continue;
    const row = columns.row(touch);
    if (transforms(ties.chain, row)) transformations.add(transformationOf(ties, row));
  }
}

/** Rule 2: one link a pair of mentions; false when there is no room for all. */
function addFlows(
  links: Link[],
  { inputs, outputs }: Transformation,
  { ties, walks }: { ties: Ties; walks: readonly Walk[] },
): boolean {
  const { columns, limits } = ties.chain;
  const atMs = (touch: Touch | undefined): number => columns.atMs(columns.row(touch ?? NONE));
  const down = walks.find(({ way }) => way === 'downstream')?.reached;
  const up = walks.find(({ way }) => way === 'upstream')?.reached;
  const wanted = outputs.filter((touch) => (up?.get(columns.touched(touch))?.boundMs ?? -Infinity) >= atMs(touch));
  for (const input of inputs) {
    const from = columns.touched(input);
    const isDown = (down?.get(from)?.boundMs ?? Infinity) <= atMs(input);
    const targets = isDown ? outputs : wanted;
    const first = firstIndex(targets.length, (i) => atMs(targets[i]) >= atMs(input));
    for (let i = first; i < targets.length; i += 1) {
      if (links.length >= limits.LINKS_MAX) return cut(ties.chain, 'LINKS_MAX', [from]);
      const output = targets[i] ?? NONE;
      const to = columns.touched(output);
      links.push({ from, to, kind: 'transformation', row: columns.row(output), measured: input });
    }
  }
  return true;
}

function containmentLink({ parent, child, fromMs, toMs, openedBy, listed }: Interval): Link {
  const link: Link = {
    from: parent,
    to: child,
    kind: 'containment',
    row: openedBy,
    measured: listed,
    sinceMs: fromMs,
  };
  return toMs === Number.POSITIVE_INFINITY ? link : { ...link, untilMs: toMs };
}

function belongsLink(ties: Ties, lot: Unit, instance: Unit): Link {
  const making = makingOf(ties, instance);
  const ends = { from: lot, to: instance, kind: 'belongs' as const };
  return making === undefined ? ends : { ...ends, row: making, sinceMs: ties.chain.columns.atMs(making) };
}

/** By kind, by codes, then by time and event. */
function byEnds({ columns }: Chain, links: readonly Link[]): (a: Link, b: Link) => number {
  const places = columns.places(links.flatMap(({ from, to }) => [from, to]));
  const place = (unit: Unit): number => places.get(unit) ?? 0;
  const nameOf = ({ row }: Link): string => (row === undefined ? '' : columns.event(row).eventID);
  return (a, b) =>
    compare(a.kind, b.kind) ||
    place(a.from) - place(b.from) ||
    place(a.to) - place(b.to) ||
    (a.sinceMs ?? 0) - (b.sinceMs ?? 0) ||
    compare(nameOf(a), nameOf(b));
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
