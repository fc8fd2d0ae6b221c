/** Spans of labels of a run, from 1, ends included. Pure. */
import type { LabelSpan } from '@suyuan/api/labels';

/** In order, with what touches or overlaps in one. */
export function joined(spans: readonly LabelSpan[]): readonly LabelSpan[] {
  const all: LabelSpan[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const before = all.at(-1);
    if (before === undefined || first > before.last + 1) all.push({ first, last });
    else all[all.length - 1] = { first: before.first, last: Math.max(before.last, last) };
  }
  return all;
}

/** What of 1 to `count` is in none. */
export function free(count: number, spans: readonly LabelSpan[]): readonly LabelSpan[] {
  const left: LabelSpan[] = [];
  let from = 1;
  for (const { first, last } of joined(spans)) {
    if (first > from) left.push({ first: from, last: first - 1 });
    from = last + 1;
  }
  if (from <= count) left.push({ first: from, last: count });
  return left;
}

export function overlaps(a: LabelSpan, b: LabelSpan): boolean {
  return a.first <= b.last && b.first <= a.last;
}
