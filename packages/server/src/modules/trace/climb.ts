/** Upward through containers: who held a unit when, directly or through others. */
import { loadUnits } from './chain.ts';
import type { Columns, Row, Unit } from './columns.ts';
import { ALL_TIME, common, firstIndex, merged, type Span, without } from './spans.ts';
import { eachStayIn, type Interval, parentsOf, spanOf, staysOf, type Ties } from './ties.ts';

/** Units with moments at which each is of interest. */
export type Coverage = Map<Unit, Span[]>;
export type ReadonlyCoverage = ReadonlyMap<Unit, readonly Span[]>;

const NO_HOLDERS: ReadonlyCoverage = new Map();

/**
 * Loads every container that ever held one of these units, directly or through others, with all its events; a
 * DELETE that empties a container names it alone, so that only the container's own events tell its intervals.
 */
export async function loadHolders(ties: Ties, units: Iterable<Unit>): Promise<void> {
  const seen: Coverage = new Map();
  let frontier: Coverage = new Map([...units].map((unit) => [unit, [ALL_TIME]]));
  while (frontier.size > 0) {
    const parents = new Set<Unit>();
    for (const unit of frontier.keys()) for (const parent of parentsOf(ties.chain, unit)) parents.add(parent);
    if (!(await loadUnits(ties.chain, parents))) return;
    frontier = settle(seen, climb(ties, frontier));
  }
}

/** The containers of a unit, directly or through others, and when. */
export function holdersOf(ties: Ties, unit: Unit): ReadonlyCoverage {
  if (staysOf(ties, unit).intervals.length === 0) return NO_HOLDERS;
  const holders: Coverage = new Map();
  let frontier: Coverage = new Map([[unit, [ALL_TIME]]]);
  while (frontier.size > 0) frontier = settle(holders, climb(ties, frontier));
  return holders;
}

/** One storey up: each container of a unit of the frontier over the moments that they have in common. */
export function climb(ties: Ties, frontier: Coverage, used?: Set<Interval>): Coverage {
  const containers: Coverage = new Map();
  for (const [unit, spans] of frontier) {
    const stays = staysOf(ties, unit);
    if (stays.intervals.length === 0) continue;
    for (const span of spans) {
      eachStayIn(stays, span, (interval) => {
        const stay = spanOf(interval);
        const shared = stay && common(stay, span);
        if (shared === undefined) return;
        used?.add(interval);
        addSpan(containers, interval.parent, shared);
      });
    }
  }
  return containers;
}

export function addSpan(coverage: Coverage, unit: Unit, span: Span): void {
  const spans = coverage.get(unit);
  if (spans === undefined) coverage.set(unit, [span]);
  else spans.push(span);
}

/** Adds what is new to the coverage and gives it back. */
export function settle(coverage: Coverage, arrivals: Coverage): Coverage {
  const news: Coverage = new Map();
  for (const [unit, spans] of arrivals) {
    const known = coverage.get(unit);
    const arrived = merged(spans);
    const fresh = known === undefined ? arrived : without(arrived, known);
    if (fresh.length === 0) continue;
    news.set(unit, fresh);
    coverage.set(unit, known === undefined ? fresh : merged([...known, ...fresh]));
  }
  return news;
}

/** A list that is in order, such as a container's claims or steps, and the part of it that concerns what it held. */
export interface Stretch<List> {
  readonly list: List;
  readonly first: number;
  readonly end: number;
}

/** Of each container and each time that it held a unit, what of its own list lies in that time. */
export function stretchesOf<List extends { readonly rows: readonly Row[] }>(
  columns: Columns,
  holders: ReadonlyCoverage,
  listOf: (container: Unit) => List,
): Stretch<List>[] {
  const stretches: Stretch<List>[] = [];
  for (const [container, spans] of holders) {
    const list = listOf(container);
    const { rows } = list;
    if (rows.length === 0) continue;
    const at = (i: number): number => 2 * columns.atMs(rows[i] ?? 0);
    for (const span of spans) {
      const first = firstIndex(rows.length, (i) => at(i) >= span.from);
      const end = firstIndex(rows.length, (i) => at(i) >= span.to);
      if (first < end) stretches.push({ list, first, end });
    }
  }
  return stretches;
}
