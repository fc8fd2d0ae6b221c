/**
 * Sets of moments. A containment `[a, b)` and an instant `{a}` are both stretches of one doubled time line, on
 * which the moment `a` is `[2a, 2a + 1)` and what lies between it and the next is `[2a + 1, 2a + 2)`: so union,
 * difference and intersection are those of half-open stretches, and what touches is merged without a special case.
 */

/** `from < to`, doubled milliseconds; ±Infinity where unbounded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const ALL_TIME: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** `[fromMs, toMs)`, or undefined when it is empty. */
export function stretch(fromMs: number, toMs: number): Span | undefined {
  return fromMs < toMs ? { from: 2 * fromMs, to: 2 * toMs } : undefined;
}

export function moment(atMs: number): Span {
  return { from: 2 * atMs, to: 2 * atMs + 1 };
}

export function common(a: Span, b: Span): Span | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

/** Sorted, disjoint, nothing touching. */
export function merged(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const sorted = spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last === undefined || last.to < span.from) result.push(span);
    else if (last.to < span.to) result[result.length - 1] = { from: last.from, to: span.to };
  }
  return result;
}

/** What of `spans` is not in `others`; both merged. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  if (others.length === 0) return [...spans];
  const result: Span[] = [];
  let next = firstEndingAfter(others, spans[0]?.from ?? 0);
  for (const span of spans) {
    let { from } = span;
    while ((others[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    for (let i = next; i < others.length && from < span.to; i += 1) {
      const other = others[i];
      if (other === undefined || other.from >= span.to) break;
      if (from < other.from) result.push({ from, to: other.from });
      from = Math.max(from, other.to);
    }
    if (from < span.to) result.push({ from, to: span.to });
  }
  return result;
}

/** Whether the moment lies in one of the merged spans. */
export function covers(spans: readonly Span[], atMs: number): boolean {
  const span = spans[firstEndingAfter(spans, 2 * atMs)];
  return span !== undefined && span.from <= 2 * atMs;
}

/** The first and last moment of a span for a reader; an end that is itself in the span is told as the end. */
export function bounds(span: Span): { readonly sinceMs: number; readonly untilMs: number } {
  return { sinceMs: Math.ceil(span.from / 2), untilMs: Math.floor(span.to / 2) };
}

/** Index of the first of the merged spans that ends after this doubled time. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  return firstIndex(spans.length, (i) => (spans[i]?.to ?? Number.POSITIVE_INFINITY) > at);
}

/** The first of `count` indices for which an ascending condition holds; `count` when none does. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
