/**
 * Carriers: containers that held a reached unit within its bound, and the containers that held those, each over
 * the interval they have in common. Computed in memory once `loadHolders` has loaded the containers.
 */
import { cut } from './chain.ts';
import { addSpan, type Coverage, climb, settle } from './climb.ts';
import type { Unit } from './columns.ts';
import { moment, type Span, stretch } from './spans.ts';
import { type Interval, staysOf, type Ties } from './ties.ts';
import type { Reached, Walk } from './walk.ts';

/** A container with the moments at which it carried, merged, and its least number of hops. */
export interface Carrier {
  readonly spans: readonly Span[];
  readonly hops: number;
}

export interface Carriers {
  /** Reached units that carried others are among them: they pass the way on, but are listed as reached. */
  readonly carriers: ReadonlyMap<Unit, Carrier>;
  /** Every containment that carried. */
  readonly used: ReadonlySet<Interval>;
}

/** The carriers of all that one walk reached, by ascending hops, so that the least counts. */
export function carriersOf(ties: Ties, walk: Walk): Carriers {
  const storeys = new Map<number, Coverage>();
  const coverage: Coverage = new Map();
  const hopsOf = new Map<Unit, number>();
  const used = new Set<Interval>();
  const byHops = Map.groupBy(walk.reached, ([, reached]) => reached.hops);
  let last = Math.max(0, ...byHops.keys());
  for (let hops = 0; hops <= last; hops += 1) {
    const above: Coverage = storeys.get(hops + 1) ?? new Map();
    for (const [unit, reached] of byHops.get(hops) ?? []) addCarriersOf(ties, { unit, reached, walk }, { above, used });
    const news = settle(coverage, storeys.get(hops) ?? new Map());
    storeys.delete(hops);
    for (const unit of news.keys()) if (!hopsOf.has(unit)) hopsOf.set(unit, hops);
    if (walk.reached.size + hopsOf.size > ties.chain.limits.UNITS_MAX) {
      cut(ties.chain, 'UNITS_MAX', news.keys());
      break;
    }
    for (const [unit, spans] of climb(ties, news, used)) for (const span of spans) addSpan(above, unit, span);
    if (above.size === 0) continue;
    storeys.set(hops + 1, above);
    last = Math.max(last, hops + 1);
  }
  const carriers = new Map([...coverage].map(([unit, spans]) => [unit, { spans, hops: hopsOf.get(unit) ?? 0 }]));
  return { carriers, used };
}

function addCarriersOf(
  ties: Ties,
  { unit, reached, walk }: { unit: Unit; reached: Reached; walk: Walk },
  { above, used }: { above: Coverage; used: Set<Interval> },
): void {
  for (const interval of staysOf(ties, unit).intervals) {
    const shared = clipped(interval, walk, reached.boundMs);
    if (shared === undefined) continue;
    used.add(interval);
    addSpan(above, interval.parent, shared);
  }
}

/** What of a stay lies in the bound: from `since` on, or before `until`. */
function clipped({ fromMs, toMs, instant }: Interval, { way }: Walk, boundMs: number): Span | undefined {
  if (instant) return (way === 'downstream' ? fromMs >= boundMs : fromMs < boundMs) ? moment(fromMs) : undefined;
  return way === 'downstream' ? stretch(Math.max(fromMs, boundMs), toMs) : stretch(fromMs, Math.min(toMs, boundMs));
}
