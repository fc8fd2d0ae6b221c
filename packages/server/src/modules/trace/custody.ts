/**
 * Custody: who possessed and who owned a unit, from when to when. The events of a unit and of the containers that
 * held it make claims; the claims of one party in a row are one custody.
 */
import type { Sight } from '../disclosure/index.ts';
import { type Chain, rowsOf } from './chain.ts';
import type { Claim, ClaimKind } from './claims.ts';
import { type ReadonlyCoverage, stretchesOf } from './climb.ts';
import type { Row, Unit } from './columns.ts';
import { firstIndex } from './spans.ts';

export interface Custody {
  readonly unit: Unit;
  readonly party: string;
  readonly kind: 'possession' | 'ownership';
  readonly fromMs: number;
  /** Absent while it lasts. */
  readonly toMs?: number;
  /** Whose claim began it. */
  readonly row: Row;
}

/** The claims of one unit's own events, in order. `runEnds[i]` is the index after the run of one party that i is in. */
interface Claims {
  readonly rows: readonly Row[];
  readonly claims: readonly Claim[];
  readonly runEnds: readonly number[];
}

/** Claims of containers are shared by all that they held, and kept. */
export type ClaimsKept = Readonly<Record<ClaimKind, Map<Unit, Claims>>>;

export function keepClaims(): ClaimsKept {
  return { possession: new Map(), ownership: new Map(), place: new Map() };
}

/** What custody of one unit is read from. */
export interface CustodyOf {
  readonly chain: Chain;
  readonly unit: Unit;
  /** The unit's own events, in order. */
  readonly rows: readonly Row[];
  /** As `holdersOf` gives them. */
  readonly holders: ReadonlyCoverage;
  readonly kept: ClaimsKept;
  /** What the viewer may see: whoever may not see the parties of an event does not know who had the unit after it. */
  readonly sight: Sight;
}

/** Both kinds of custody of one unit over its whole history, as far as the viewer may see it. */
export function custodyOf(of: CustodyOf): Custody[] {
  const possession = custodies(of, 'possession');
  return [...(possession.length > 0 ? possession : custodies(of, 'place')), ...custodies(of, 'ownership')].filter(
    ({ party }) => party !== ANOTHER,
  );
}

/** Stands for a party that the viewer may not see, whether the event names one or not. */
const ANOTHER = '';

/** A claim that began a custody. */
interface Found extends Claim {
  readonly row: Row;
}

/** A stretch of one claim list that concerns the unit. */
interface Cursor {
  readonly list: Claims;
  next: number;
  readonly end: number;
}

function custodies(of: CustodyOf, kind: ClaimKind): Custody[] {
  const { chain, unit, rows } = of;
  const { columns } = chain;
  const found: Found[] = [];
  const visit = ({ party, bySource }: Claim, row: Row): void => {
    if (found.at(-1)?.party !== party) found.push({ party, bySource, row });
  };
  if (of.holders.size === 0) {
    // Most units of a large trace are in no container: their own claims are all, and are in order.
    for (const row of rows) {
      const claim = columns.isEffective(row) ? claimSeen(of, row, kind) : undefined;
      if (claim !== undefined) visit(claim, row);
    }
  } else eachRun(chain, cursorsOf(of, kind), visit);
  return found.map(({ party, row, bySource }, i) => {
    const atMs = columns.atMs(row);
    const first = i === 0 && bySource ? (rows.find((each) => columns.isEffective(each)) ?? row) : row;
    const following = found[i + 1];
    const custody: Custody = {
      unit,
      party,
      kind: kind === 'ownership' ? 'ownership' : 'possession',
      fromMs: Math.min(columns.atMs(first), atMs),
      row,
    };
    return following === undefined ? custody : { ...custody, toMs: columns.atMs(following.row) };
  });
}

function cursorsOf(of: CustodyOf, kind: ClaimKind): Cursor[] {
  const { chain, rows, holders, kept } = of;
  const own = claimsIn(of, rows, kind);
  const listOf = (container: Unit): Claims => {
    let list = kept[kind].get(container);
    if (list === undefined) {
      list = claimsIn(of, rowsOf(chain, container), kind);
      kept[kind].set(container, list);
    }
    return list;
  };
  const held = stretchesOf(chain.columns, holders, listOf);
  return [{ list: own, first: 0, end: own.rows.length }, ...held]
    .filter(({ first, end }) => first < end)
    .map(({ list, first, end }) => ({ list, next: first, end }));
}

/**
 * Visits the claims of all cursors in order, leaving out those that repeat their party with nothing between: a
 * container with 100,000 events of one keeper costs each of its contents a step or two, not 100,000.
 */
function eachRun(chain: Chain, cursors: readonly Cursor[], visit: (claim: Claim, row: Row) => void): void {
  const order: Order = (a, b) => chain.columns.compare(a, b);
  const waiting = cursors.toSorted((a, b) => order(headOf(b), headOf(a)));
  const active: Cursor[] = [];
  for (;;) {
    let least = leastOf(active, order);
    for (let head = waiting.at(-1); head !== undefined; head = waiting.at(-1)) {
      if (least !== undefined && order(headOf(least), headOf(head)) <= 0) break;
      active.push(head);
      waiting.pop();
      least = head;
    }
    if (least === undefined) return;
    const claim = least.list.claims[least.next];
    if (claim !== undefined) visit(claim, headOf(least));
    skipRun(least, firstOtherClaim({ active, waiting, order }, least), order);
    if (least.next >= least.end) active.splice(active.indexOf(least), 1);
  }
}

type Order = (a: Row, b: Row) => number;

/** The first event at which another cursor may claim for another party than this one's; undefined for never. */
function firstOtherClaim(
  { active, waiting, order }: { active: readonly Cursor[]; waiting: readonly Cursor[]; order: Order },
  current: Cursor,
): Row | undefined {
  const party = current.list.claims[current.next]?.party;
  const head = waiting.at(-1);
  let first = head && headOf(head);
  for (const cursor of active) {
    if (cursor === current) continue;
    const { list, next, end } = cursor;
    const index = list.claims[next]?.party === party ? (list.runEnds[next] ?? end) : next;
    const row = index < end ? list.rows[index] : undefined;
    if (row !== undefined && (first === undefined || order(row, first) < 0)) first = row;
  }
  return first;
}

/** Moves on to the end of the run of one party, but not past another cursor's claim; always one further. */
function skipRun(cursor: Cursor, before: Row | undefined, order: Order): void {
  const { list, next, end } = cursor;
  const runEnd = Math.min(list.runEnds[next] ?? end, end);
  const from = next + 1;
  if (before === undefined) cursor.next = runEnd;
  else cursor.next = from + firstIndex(runEnd - from, (i) => order(list.rows[from + i] ?? before, before) > 0);
}

function leastOf(cursors: readonly Cursor[], order: Order): Cursor | undefined {
  let least: Cursor | undefined;
  for (const cursor of cursors) {
    if (least === undefined || order(headOf(cursor), headOf(least)) < 0) least = cursor;
  }
  return least;
}

function headOf({ list, next }: Cursor): Row {
  const row = list.rows[next];
  if (row === undefined) throw new Error('a cursor of claims stands behind its end');
  return row;
}

function claimsIn(of: CustodyOf, touching: readonly Row[], kind: ClaimKind): Claims {
  const rows: Row[] = [];
  const claims: Claim[] = [];
  for (const row of touching) {
    const claim = of.chain.columns.isEffective(row) ? claimSeen(of, row, kind) : undefined;
    if (claim === undefined) continue;
    rows.push(row);
    claims.push(claim);
  }
  return { rows, claims, runEnds: runEndsOf(claims) };
}

function runEndsOf(claims: readonly Claim[]): number[] {
  const ends: number[] = new Array(claims.length).fill(claims.length);
  for (let i = claims.length - 2; i >= 0; i -= 1) {
    ends[i] = claims[i]?.party === claims[i + 1]?.party ? (ends[i + 1] ?? claims.length) : i + 1;
  }
  return ends;
}

const HIDDEN_CLAIM: Claim = { party: ANOTHER, bySource: false };

function claimSeen({ chain: { columns }, sight }: CustodyOf, row: Row, kind: ClaimKind): Claim | undefined {
  const event = columns.event(row);
  const isSeen =
    kind === 'place' ? sight.sees(event, 'place') : sight.sees(event, 'party') && sight.sees(event, 'step');
  return isSeen ? columns.claim(row, kind) : HIDDEN_CLAIM;
}
