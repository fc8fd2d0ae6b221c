/** Upward through containers: who held a unit when, directly or through others. */
import { loadUnits, type Row } from './chain.ts';
import { ALL_TIME, common, firstIndex, merged, type Span, without } from './spans.ts';
import { eachStayIn, type Interval, parentsOf, spanOf, staysOf, type Ties } from './ties.ts';

/** Codes with moments at which each is of interest. */
export type Coverage = Map<string, Span[]>;
export type ReadonlyCoverage = ReadonlyMap<string, readonly Span[]>;

const NO_HOLDERS: ReadonlyCoverage = new Map();

/**
 * Loads every container that ever held one of these units, directly or through others, with all its events; a
 * DELETE that empties a container names it alone, so that only the container's own events tell its intervals.
 */
export async function loadHolders(ties: Ties, codes: Iterable<string>): Promise<void> {
  const seen: Coverage = new Map();
  let frontier: Coverage = new Map([...codes].map((code) => [code, [ALL_TIME]]));
  while (frontier.size > 0) {
    const parents = new Set<string>();
    for (const code of frontier.keys()) for (const parent of parentsOf(ties.chain, code)) parents.add(parent);
    if (!(await loadUnits(ties.chain, parents))) return;
    frontier = settle(seen, climb(ties, frontier));
  }
}

/** The containers of a unit, directly or through others, and when. */
export function holdersOf(ties: Ties, code: string): ReadonlyCoverage {
  if (staysOf(ties, code).intervals.length === 0) return NO_HOLDERS;
  const holders: Coverage = new Map();
  let frontier: Coverage = new Map([[code, [ALL_TIME]]]);
  while (frontier.size > 0) frontier = settle(holders, climb(ties, frontier));
  return holders;
}

/** One storey up: each container of a unit of the frontier over the moments that they have in common. */
export function climb(ties: Ties, frontier: Coverage, used?: Set<Interval>): Coverage {
  const containers: Coverage = new Map();
  for (const [code, spans] of frontier) {
    const stays = staysOf(ties, code);
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

export function addSpan(coverage: Coverage, code: string, span: Span): void {
  const spans = coverage.get(code);
  if (spans === undefined) coverage.set(code, [span]);
  else spans.push(span);
}

/** Adds what is new to the coverage and gives it back. */
export function settle(coverage: Coverage, arrivals: Coverage): Coverage {
  const news: Coverage = new Map();
  for (const [code, spans] of arrivals) {
    const known = coverage.get(code);
    const arrived = merged(spans);
    const fresh = known === undefined ? arrived : without(arrived, known);
    if (fresh.length === 0) continue;
    news.set(code, fresh);
    coverage.set(code, known === undefined ? fresh : merged([...known, ...fresh]));
  }
  return news;
}

/** The range of an ordered list of events that lies in a span: index of the first, index after the last. */
export function rangeIn(rows: readonly Row[], span: Span): { readonly first: number; readonly end: number } {
  const at = (i: number): number => 2 * (rows[i]?.atMs ?? 0);
  return {
    first: firstIndex(rows.length, (i) => at(i) >= span.from),
    end: firstIndex(rows.length, (i) => at(i) >= span.to),
  };
}
