/** Links: every application of a rule that holds at the final bounds, each once. */
import type { UnitMention } from '@suyuan/epcis';
import { cut, isWhole, touchesOf } from './chain.ts';
import type { TraceEvent } from './reader.ts';
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
  readonly from: string;
  readonly to: string;
  readonly kind: 'transformation' | 'containment' | 'belongs';
  /** The event that ties them; absent where a code alone does. */
  readonly event?: TraceEvent;
  /** The event that says how much, where that is another: events that share a transformationID are one transformation. */
  readonly measuredBy?: TraceEvent;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  readonly quantity?: number;
  readonly uom?: string;
}

/** The links of the walks, and of the containments that carried. */
export function linksOf(ties: Ties, walks: readonly Walk[], carried: ReadonlySet<Interval>): Link[] {
  const links: Link[] = [];
  const intervals = new Set(carried);
  const transformations = new Set<Transformation>();
  const belongings: [lot: string, instance: string][] = [];
  const belonging = new Set<string>();
  for (const walk of walks) {
    for (const code of walk.reached.keys()) {
      // A unit at which a limit cut the walk was not loaded whole; its neighbours were left out.
      if (!isWhole(ties.chain, code)) continue;
      for (const transformation of transformationsOf(ties, code)) transformations.add(transformation);
      for (const boundMs of boundsOf(walk, code)) {
        eachContent(containmentOf(ties, code), { way: walk.way, boundMs }, (interval) => intervals.add(interval));
      }
      for (const lot of lotsOf(ties, code)) {
        if (!walk.reached.has(lot) || belonging.has(`${lot} ${code}`)) continue;
        belonging.add(`${lot} ${code}`);
        belongings.push([lot, code]);
      }
    }
  }
  for (const transformation of transformations) {
    if (!addFlows(links, transformation, { ties, walks })) break;
  }
  for (const interval of intervals) links.push(containmentLink(interval));
  for (const [lot, instance] of belongings) links.push(belongsLink(ties, lot, instance));
  return links.sort(byEnds);
}

function transformationsOf(ties: Ties, code: string): Set<Transformation> {
  const transformations = new Set<Transformation>();
  for (const { row, mention } of touchesOf(ties.chain, code)) {
    if ((mention.role === 'input' || mention.role === 'output') && transforms(row)) {
      transformations.add(transformationOf(ties, row));
    }
  }
  return transformations;
}

/** Rule 2: one link a pair of mentions; false when there is no room for all. */
function addFlows(
  links: Link[],
  { inputs, outputs }: Transformation,
  { ties, walks }: { ties: Ties; walks: readonly Walk[] },
): boolean {
  const down = walks.find(({ way }) => way === 'downstream')?.reached;
  const up = walks.find(({ way }) => way === 'upstream')?.reached;
  const wanted = outputs.filter(({ row, mention }) => (up?.get(mention.code)?.boundMs ?? -Infinity) >= row.atMs);
  for (const input of inputs) {
    const isDown = (down?.get(input.mention.code)?.boundMs ?? Infinity) <= input.row.atMs;
    const targets = isDown ? outputs : wanted;
    const first = firstIndex(targets.length, (i) => (targets[i]?.row.atMs ?? 0) >= input.row.atMs);
    for (const output of targets.slice(first)) {
      if (links.length >= ties.chain.limits.LINKS_MAX) return cut(ties.chain, 'LINKS_MAX', [input.mention.code]);
      links.push({
        from: input.mention.code,
        to: output.mention.code,
        kind: 'transformation',
        event: output.row.event,
        measuredBy: input.row.event,
        ...amountOf(input.mention),
      });
    }
  }
  return true;
}

function containmentLink({ parent, child, fromMs, toMs, openedBy, mention }: Interval): Link {
  return {
    from: parent,
    to: child,
    kind: 'containment',
    event: openedBy.event,
    sinceMs: fromMs,
    ...(toMs === Number.POSITIVE_INFINITY ? {} : { untilMs: toMs }),
    ...amountOf(mention),
  };
}

function amountOf({ quantity, uom }: UnitMention): { quantity?: number; uom?: string } {
  return { ...(quantity === undefined ? {} : { quantity }), ...(uom === undefined ? {} : { uom }) };
}

function belongsLink(ties: Ties, lot: string, instance: string): Link {
  const making = makingOf(ties, instance);
  const ends = { from: lot, to: instance, kind: 'belongs' as const };
  return making === undefined ? ends : { ...ends, event: making.event, sinceMs: making.atMs };
}

function byEnds(a: Link, b: Link): number {
  return (
    compare(a.kind, b.kind) ||
    compare(a.from, b.from) ||
    compare(a.to, b.to) ||
    (a.sinceMs ?? 0) - (b.sinceMs ?? 0) ||
    compare(a.event?.eventID ?? '', b.event?.eventID ?? '')
  );
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
