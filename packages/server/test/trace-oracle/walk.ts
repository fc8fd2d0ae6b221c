/**
 * Which units a trace reaches (rules 1 to 3), derived pair by pair: the smallest set of (unit, bound) that holds the
 * start and is closed under the rules, level by level. Downstream a bound is `since`, upstream `until`; a missing
 * bound is -Infinity and Infinity.
 *
 * The rules are applied to every derived pair, not to the best bound of a unit only. Downstream that makes no
 * difference. Upstream it does: a container that was a source until 5 brings what it held at 5, also when it later
 * turns out to be a source until 10 by another way, at which time it was empty.
 */
import { belongsTo, type Flow, type History, type Interval, makingOf } from './history.ts';

export interface Pair {
  readonly code: string;
  readonly bound: number;
  readonly level: number;
}

/** A rule that holds: it brings `code` at `bound`, because of `tie`. */
interface Application {
  readonly code: string;
  readonly bound: number;
  readonly tie: Tie;
}

export type Tie =
  | { readonly kind: 'transformation'; readonly flow: Flow }
  | { readonly kind: 'containment'; readonly interval: Interval }
  | { readonly kind: 'belongs'; readonly lot: string; readonly instance: string };

export interface Reach {
  readonly direction: 'downstream' | 'upstream';
  readonly pairs: readonly Pair[];
  readonly ties: readonly Tie[];
}

export interface Walk {
  readonly direction: 'downstream' | 'upstream';
  readonly start: readonly string[];
  /** Milliseconds; absent for ever. */
  readonly at: number | undefined;
}

export function reach(history: History, walk: Walk): Reach {
  const apply = walk.direction === 'downstream' ? applyDownstream : applyUpstream;
  const bound = walk.at ?? (walk.direction === 'downstream' ? -Infinity : Infinity);
  const pairs: Pair[] = [...new Set(walk.start)].map((code) => ({ code, bound, level: 0 }));
  const ties: Tie[] = [];
  // The list grows while it is gone through, so that pairs come level by level.
  for (const pair of pairs) {
    for (const next of apply(history, pair)) {
      ties.push(next.tie);
      if (pairs.some((known) => known.code === next.code && known.bound === next.bound)) continue;
      pairs.push({ code: next.code, bound: next.bound, level: pair.level + 1 });
    }
  }
  return { direction: walk.direction, pairs, ties };
}

function applyDownstream(history: History, { code, bound }: Pair): Application[] {
  const found: Application[] = [];
  for (const instance of history.codes) {
    if (!belongsTo(history, instance, code)) continue;
    const made = makingOf(history, instance)?.time ?? bound;
    found.push({ code: instance, bound: Math.max(bound, made), tie: { kind: 'belongs', lot: code, instance } });
  }
  for (const flow of history.flows) {
    if (flow.input.code !== code || flow.inputAt.time < bound) continue;
    found.push({ code: flow.output.code, bound: flow.outputAt.time, tie: { kind: 'transformation', flow } });
  }
  for (const interval of history.intervals) {
    const endsAfter = interval.instant ? interval.from >= bound : interval.to > bound;
    if (interval.parent !== code || !endsAfter) continue;
    found.push({ code: interval.child, bound: Math.max(interval.from, bound), tie: { kind: 'containment', interval } });
  }
  return found;
}

function applyUpstream(history: History, { code, bound }: Pair): Application[] {
  const found: Application[] = [];
  for (const lot of history.codes) {
    if (!belongsTo(history, code, lot)) continue;
    const made = makingOf(history, code)?.time ?? bound;
    found.push({ code: lot, bound: Math.min(bound, made), tie: { kind: 'belongs', lot, instance: code } });
  }
  for (const flow of history.flows) {
    if (flow.output.code !== code || flow.outputAt.time > bound) continue;
    found.push({ code: flow.input.code, bound: flow.inputAt.time, tie: { kind: 'transformation', flow } });
  }
  for (const interval of history.intervals) {
    if (interval.parent !== code) continue;
    const coversBound = interval.instant ? interval.from === bound : interval.from <= bound && bound < interval.to;
    const tie = { kind: 'containment', interval } as const;
    if (bound === Infinity) found.push({ code: interval.child, bound: interval.to, tie });
    else if (coversBound) found.push({ code: interval.child, bound, tie });
  }
  return found;
}

/** A reached unit with its best bound and the level at which it was first reached. */
export interface Reached {
  readonly code: string;
  readonly bound: number;
  readonly hops: number;
}

export function bestBounds({ direction, pairs }: Reach): Reached[] {
  return [...new Set(pairs.map((pair) => pair.code))].map((code) => {
    const own = pairs.filter((pair) => pair.code === code);
    const bounds = own.map((pair) => pair.bound);
    const bound = direction === 'downstream' ? Math.min(...bounds) : Math.max(...bounds);
    return { code, bound, hops: Math.min(...own.map((pair) => pair.level)) };
  });
}
