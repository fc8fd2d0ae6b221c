/** Which containers carried the reached units, and when: the spans in which their movements count. */
import { covers, type History, type Interval } from './history.ts';
import { bestBounds, type Reach } from './walk.ts';

/** A stretch of time `[from, to)`, or one instant. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly instant: boolean;
}

export interface Carrying {
  readonly code: string;
  readonly span: Span;
  readonly hops: number;
}

export interface Carriage {
  /** Of every container, also of those that are themselves reached. */
  readonly carryings: readonly Carrying[];
  readonly intervals: readonly Interval[];
}

/** What is carried: a reached unit from its `since` on or before its `until`, or a carrier over its span. */
interface Load {
  readonly code: string;
  readonly span: Span;
  readonly hops: number;
}

export function carriageOf(history: History, found: Reach): Carriage {
  const loads: Load[] = bestBounds(found).map(({ code, bound, hops }) => {
    const from = found.direction === 'downstream' ? bound : -Infinity;
    const to = found.direction === 'downstream' ? Infinity : bound;
    return { code, span: { from, to, instant: false }, hops };
  });
  const carryings: Carrying[] = [];
  const intervals = new Set<Interval>();
  // Whatever is carried with fewer hops than before is gone through again, until nothing changes.
  for (const load of loads) {
    for (const interval of history.intervals) {
      const span = interval.child === load.code ? common(interval, load) : undefined;
      if (span === undefined) continue;
      intervals.add(interval);
      const next = { code: interval.parent, span, hops: load.hops + 1 };
      if (carryings.some((known) => sameSpan(known, next) && known.hops <= next.hops)) continue;
      carryings.push(next);
      loads.push(next);
    }
  }
  return { carryings, intervals: [...intervals] };
}

function sameSpan(a: Carrying, b: Carrying): boolean {
  return (
    a.code === b.code && a.span.from === b.span.from && a.span.to === b.span.to && a.span.instant === b.span.instant
  );
}

/** The part of an interval that lies in a load's span; undefined where it is empty. */
function common(interval: Interval, { span }: Load): Span | undefined {
  if (interval.instant) {
    return covers(span, interval.from) ? { from: interval.from, to: interval.from, instant: true } : undefined;
  }
  if (span.instant) return covers(interval, span.from) ? span : undefined;
  const from = Math.max(interval.from, span.from);
  const to = Math.min(interval.to, span.to);
  return from < to ? { from, to, instant: false } : undefined;
}

/** Spans that overlap or touch made one: [from, to] in order. */
export function mergeSpans(spans: readonly Span[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
