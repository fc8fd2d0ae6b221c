/** Which units the answer lists, under which roles, and which events lie in their bounds. */
import type { TraceUnitRole } from '@suyuan/api';
import type { Carrier } from './carriers.ts';
import { type Chain, inOrder, type Row, touchesOf } from './chain.ts';
import { bounds, covers, merged, type Span } from './spans.ts';
import { isWithin, type Reached, type Walk, type Way } from './walk.ts';

/** Why a unit is listed: reached by one walk or both, and the moments at which it carried what another reached. */
export interface Listing {
  readonly reached: readonly (Reached & { readonly way: Way })[];
  readonly carried?: Carrier;
}

export interface UnitRow {
  readonly code: string;
  readonly role: TraceUnitRole;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  readonly hops: number;
}

/** Every unit of the answer. A unit that a walk reached is listed as that, not as a carrier of that walk. */
export function listingsOf(
  walks: readonly Walk[],
  carriers: readonly ReadonlyMap<string, Carrier>[],
): Map<string, Listing> {
  const listings = new Map<string, Listing>();
  for (const { way, reached } of walks) {
    for (const [code, unit] of reached) {
      listings.set(code, { reached: [...(listings.get(code)?.reached ?? []), { ...unit, way }] });
    }
  }
  for (const [i, found] of carriers.entries()) {
    for (const [code, carrier] of found) {
      if (walks[i]?.reached.has(code)) continue;
      const known = listings.get(code);
      listings.set(code, { reached: known?.reached ?? [], carried: both(known?.carried, carrier) });
    }
  }
  return listings;
}

const ROLES: readonly TraceUnitRole[] = ['start', 'affected', 'source', 'carrier'];

/** The rows of the answer: start set first, then by hops, then by role and code. */
export function unitRowsOf(listings: ReadonlyMap<string, Listing>, start: ReadonlySet<string>): UnitRow[] {
  const rows = [...listings].flatMap(([code, listing]) => rowsOfListing(code, listing, start.has(code)));
  return rows.sort(
    (a, b) =>
      Number(b.role === 'start') - Number(a.role === 'start') ||
      a.hops - b.hops ||
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Every event that mentions a listed unit inside its bound, in order. */
export function eventsWithin(chain: Chain, listings: ReadonlyMap<string, Listing>): Row[] {
  const rows = new Set<Row>();
  for (const [code, listing] of listings) {
    for (const { row } of touchesOf(chain, code)) if (isIn(listing, row.atMs)) rows.add(row);
  }
  // EPCIS 2.0 §7.4.1.2: a declaration repeats the event that it declares erroneous; that event stands for both.
  const declarations = [...rows].filter(({ event }) => event.isDeclaration);
  if (declarations.length > 0) {
    const stored = new Set<string>();
    for (const { event } of chain.rows.values()) if (!event.isDeclaration) stored.add(event.eventID);
    for (const row of declarations) if (stored.has(row.event.eventID)) rows.delete(row);
  }
  return [...rows].sort(inOrder);
}

function isIn({ reached, carried }: Listing, atMs: number): boolean {
  if (carried !== undefined && covers(carried.spans, atMs)) return true;
  return reached.some(({ way, boundMs }) => isWithin(way, boundMs, atMs));
}

function both(known: Carrier | undefined, carrier: Carrier): Carrier {
  if (known === undefined) return carrier;
  return { spans: merged([...known.spans, ...carrier.spans]), hops: Math.min(known.hops, carrier.hops) };
}

function rowsOfListing(code: string, { reached, carried }: Listing, isStart: boolean): UnitRow[] {
  const carrying = (carried?.spans ?? []).map(
    (span: Span): UnitRow => ({ code, role: 'carrier', hops: carried?.hops ?? 0, ...finite(bounds(span)) }),
  );
  const rows = reached.map(({ way, boundMs, hops }): UnitRow => {
    const role = isStart ? 'start' : way === 'downstream' ? 'affected' : 'source';
    return { code, role, hops, ...finite(way === 'downstream' ? { sinceMs: boundMs } : { untilMs: boundMs }) };
  });
  // Both ways without a bound, a start unit is one row, not the same row twice.
  const distinct = rows.filter((row, i) => i === 0 || JSON.stringify(row) !== JSON.stringify(rows[0]));
  return [...distinct, ...carrying];
}

function finite(times: { sinceMs?: number; untilMs?: number }): { sinceMs?: number; untilMs?: number } {
  const { sinceMs = Number.NEGATIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY } = times;
  return {
    ...(Number.isFinite(sinceMs) ? { sinceMs } : {}),
    ...(Number.isFinite(untilMs) ? { untilMs } : {}),
  };
}
