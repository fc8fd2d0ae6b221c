/** Which units the answer lists, under which roles, and which events lie in their bounds. */
import type { TraceUnitRole } from '@suyuan/api';
import type { Carrier } from './carriers.ts';
import type { Chain } from './chain.ts';
import type { Columns, Row, Unit } from './columns.ts';
import { bounds, covers, merged, type Span } from './spans.ts';
import { isWithin, type Reached, type Walk, type Way } from './walk.ts';

/** Why a unit is listed: reached by one walk or both, and the moments at which it carried what another reached. */
export interface Listing {
  readonly reached: readonly (Reached & { readonly way: Way })[];
  readonly carried?: Carrier;
}

export interface UnitRow {
  readonly unit: Unit;
  readonly role: TraceUnitRole;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  readonly hops: number;
}

/** Every unit of the answer. A unit that a walk reached is listed as that, not as a carrier of that walk. */
export class Listings {
  readonly #found: readonly Found[];

  constructor(found: readonly Found[]) {
    this.#found = found;
  }

  has(unit: Unit): boolean {
    return this.#found.some(({ walk, carriers }) => walk.reached.has(unit) || carriers.has(unit));
  }

  get(unit: Unit): Listing {
    const reached: (Reached & { readonly way: Way })[] = [];
    let carried: Carrier | undefined;
    for (const { walk, carriers } of this.#found) {
      const known = walk.reached.get(unit);
      if (known !== undefined) reached.push({ boundMs: known.boundMs, hops: known.hops, way: walk.way });
      const carrier = known === undefined ? carriers.get(unit) : undefined;
      if (carrier !== undefined) carried = both(carried, carrier);
    }
    return carried === undefined ? { reached } : { reached, carried };
  }

  /** Each once. */
  *units(): Generator<Unit> {
    const lists = this.#found.flatMap(({ walk, carriers }) => [walk.reached, carriers]);
    for (const [i, list] of lists.entries())
      for (const unit of list.keys()) if (!lists.slice(0, i).some((before) => before.has(unit))) yield unit;
  }

  /** Those that carried others, and were not reached by the same walk. */
  *carrying(): Generator<Unit> {
    for (const { walk, carriers } of this.#found)
      for (const unit of carriers.keys()) if (!walk.reached.has(unit)) yield unit;
  }
}

/** What one walk found. */
interface Found {
  readonly walk: Walk;
  readonly carriers: ReadonlyMap<Unit, Carrier>;
}

const ROLES: readonly TraceUnitRole[] = ['start', 'affected', 'source', 'carrier'];

/** The rows of the answer: start set first, then by hops, then by role and code. */
export function unitRowsOf(columns: Columns, listings: Listings, start: ReadonlySet<Unit>): readonly UnitRow[] {
  const rows: UnitRow[] = [];
  for (const unit of listings.units())
    for (const row of rowsOfListing(unit, listings.get(unit), start.has(unit))) rows.push(row);
  const places = columns.places(listings.units());
  const place = ({ unit }: UnitRow): number => places.get(unit) ?? 0;
  return rows.sort(
    (a, b) =>
      Number(b.role === 'start') - Number(a.role === 'start') ||
      a.hops - b.hops ||
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      place(a) - place(b),
  );
}

/** Every event that mentions a listed unit inside its bound, in order. */
export function eventsWithin({ columns }: Chain, listings: Listings): Row[] {
  const found = new Set<Row>();
  for (const unit of listings.units()) {
    const listing = listings.get(unit);
    for (const touch of columns.touches(unit)) {
      const row = columns.row(touch);
      if (!found.has(row) && isIn(listing, columns.atMs(row))) found.add(row);
    }
  }
  const rows = [...found];
  // EPCIS 2.0 §7.4.1.2: a declaration repeats the event that it declares erroneous; that event stands for both.
  const isDeclaration = (row: Row): boolean => columns.event(row).isDeclaration;
  const stored = rows.some(isDeclaration) ? namesStored(columns) : undefined;
  const told =
    stored === undefined ? rows : rows.filter((row) => !isDeclaration(row) || !stored.has(columns.event(row).eventID));
  return told.sort((a, b) => columns.compare(a, b));
}

/** The IDs of all events that are here and declare none. */
function namesStored(columns: Columns): ReadonlySet<string> {
  const stored = new Set<string>();
  for (let row = 0; row < columns.rowsCount; row += 1) {
    const event = columns.event(row);
    if (!event.isDeclaration) stored.add(event.eventID);
  }
  return stored;
}

function isIn({ reached, carried }: Listing, atMs: number): boolean {
  if (carried !== undefined && covers(carried.spans, atMs)) return true;
  return reached.some(({ way, boundMs }) => isWithin(way, boundMs, atMs));
}

function both(known: Carrier | undefined, carrier: Carrier): Carrier {
  if (known === undefined) return carrier;
  return { spans: merged([...known.spans, ...carrier.spans]), hops: Math.min(known.hops, carrier.hops) };
}

function rowsOfListing(unit: Unit, { reached, carried }: Listing, isStart: boolean): UnitRow[] {
  const carrying = (carried?.spans ?? []).map(
    (span: Span): UnitRow => ({ unit, role: 'carrier', hops: carried?.hops ?? 0, ...finite(bounds(span)) }),
  );
  const rows = reached.map(({ way, boundMs, hops }): UnitRow => {
    const role = isStart ? 'start' : way === 'downstream' ? 'affected' : 'source';
    return { unit, role, hops, ...finite(way === 'downstream' ? { sinceMs: boundMs } : { untilMs: boundMs }) };
  });
  // Both ways without a bound, a start unit is one row, not the same row twice.
  const distinct =
    rows.length < 2 ? rows : rows.filter((row, i) => i === 0 || JSON.stringify(row) !== JSON.stringify(rows[0]));
  return [...distinct, ...carrying];
}

function finite(times: { sinceMs?: number; untilMs?: number }): { sinceMs?: number; untilMs?: number } {
  const { sinceMs = Number.NEGATIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY } = times;
  return {
    ...(Number.isFinite(sinceMs) ? { sinceMs } : {}),
    ...(Number.isFinite(untilMs) ? { untilMs } : {}),
  };
}
