/**
 * Custody: who possessed and who owned a unit, from when to when. The events of a unit and of the containers that
 * held it make claims; the claims of one party in a row are one custody.
 */
import { type EventFacts, HANDING_OVER } from '@suyuan/epcis';
import type { Sight } from '../disclosure/index.ts';
import { inOrder, type Row, rowsOf } from './chain.ts';
import { type ReadonlyCoverage, rangeIn } from './climb.ts';
import type { TraceEvent } from './reader.ts';
import { firstIndex } from './spans.ts';
import type { Ties } from './ties.ts';

export interface Custody {
  readonly code: string;
  readonly party: string;
  readonly kind: 'possession' | 'ownership';
  readonly fromMs: number;
  /** Absent while it lasts. */
  readonly toMs?: number;
  /** Whose claim began it. */
  readonly event: TraceEvent;
}

interface Claim {
  readonly party: string;
  readonly bySource: boolean;
}

/** The claims of one unit's own events, in order. `runEnds[i]` is the index after the run of one party that i is in. */
interface Claims {
  readonly rows: readonly Row[];
  readonly claims: readonly Claim[];
  readonly runEnds: readonly number[];
}

type ClaimKind = 'possession' | 'ownership' | 'place';

/** Claims of containers are shared by all that they held, and kept. */
export type ClaimsKept = Readonly<Record<ClaimKind, Map<string, Claims>>>;

/** What custody of one unit is read from. */
export interface CustodyOf {
  readonly ties: Ties;
  readonly code: string;
  /** The unit's own events, in order. */
  readonly rows: readonly Row[];
  /** As `holdersOf` gives them. */
  readonly holders: ReadonlyCoverage;
  readonly kept: ClaimsKept;
  /** What the viewer may see: whoever may not see the parties of an event does not know who had the unit after it. */
  readonly sight: Sight;
}

/** Both kinds of custody of one unit over its whole history, as far as the viewer may see it. */
export function custodyOf(unit: CustodyOf): Custody[] {
  const possession = custodies(unit, 'possession');
  return [...(possession.length > 0 ? possession : custodies(unit, 'place')), ...custodies(unit, 'ownership')].filter(
    ({ party }) => party !== ANOTHER,
  );
}

/** Stands for a party that the viewer may not see, whether the event names one or not. */
const ANOTHER = '';

/** The party that an event says has the units after it; undefined where it says nothing. */
export function possessorAfter(facts: EventFacts): string | undefined {
  return claimOf(facts, 'possession')?.party;
}

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

function custodies(unit: CustodyOf, kind: ClaimKind): Custody[] {
  const { code, rows, sight } = unit;
  const found: Found[] = [];
  const visit = (claim: Claim, row: Row): void => {
    if (found.at(-1)?.party !== claim.party) found.push({ ...claim, row });
  };
  if (unit.holders.size === 0) {
    // Most units of a large trace are in no container: their own claims are all, and are in order.
    for (const row of rows) {
      const claim = row.effective ? claimSeen(row, kind, sight) : undefined;
      if (claim !== undefined) visit(claim, row);
    }
  } else eachRun(cursorsOf(unit, kind), visit);
  return found.map(({ party, row, bySource }, i) => {
    const first = i === 0 && bySource ? (rows.find(({ effective }) => effective) ?? row) : row;
    const following = found[i + 1];
    return {
      code,
      party,
      kind: kind === 'ownership' ? 'ownership' : 'possession',
      fromMs: Math.min(first.atMs, row.atMs),
      ...(following === undefined ? {} : { toMs: following.row.atMs }),
      event: row.event,
    };
  });
}

function cursorsOf({ ties, rows, holders, kept, sight }: CustodyOf, kind: ClaimKind): Cursor[] {
  const own = claimsIn(rows, kind, sight);
  const cursors: Cursor[] = [{ list: own, next: 0, end: own.rows.length }];
  for (const [container, spans] of holders) {
    const list = claimsOf(ties, container, { kept, kind, sight });
    if (list.rows.length === 0) continue;
    for (const span of spans) {
      const { first, end } = rangeIn(list.rows, span);
      if (first < end) cursors.push({ list, next: first, end });
    }
  }
  return cursors.filter(({ next, end }) => next < end);
}

/**
 * Visits the claims of all cursors in order, leaving out those that repeat their party with nothing between: a
 * container with 100,000 events of one keeper costs each of its contents a step or two, not 100,000.
 */
function eachRun(cursors: readonly Cursor[], visit: (claim: Claim, row: Row) => void): void {
  const waiting = cursors.toSorted((a, b) => inOrder(headOf(b), headOf(a)));
  const active: Cursor[] = [];
  for (;;) {
    let least = leastOf(active);
    for (let head = waiting.at(-1); head !== undefined; head = waiting.at(-1)) {
      if (least !== undefined && inOrder(headOf(least), headOf(head)) <= 0) break;
      active.push(head);
      waiting.pop();
      least = head;
    }
    if (least === undefined) return;
    const claim = least.list.claims[least.next];
    if (claim !== undefined) visit(claim, headOf(least));
    skipRun(least, firstOtherClaim({ active, waiting }, least));
    if (least.next >= least.end) active.splice(active.indexOf(least), 1);
  }
}

/** The first event at which another cursor may claim for another party than this one's; undefined for never. */
function firstOtherClaim(
  { active, waiting }: { active: readonly Cursor[]; waiting: readonly Cursor[] },
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
    if (row !== undefined && (first === undefined || inOrder(row, first) < 0)) first = row;
  }
  return first;
}

/** Moves on to the end of the run of one party, but not past another cursor's claim; always one further. */
function skipRun(cursor: Cursor, before: Row | undefined): void {
  const { list, next, end } = cursor;
  const runEnd = Math.min(list.runEnds[next] ?? end, end);
  const from = next + 1;
  if (before === undefined) cursor.next = runEnd;
  else cursor.next = from + firstIndex(runEnd - from, (i) => inOrder(list.rows[from + i] ?? before, before) > 0);
}

function leastOf(cursors: readonly Cursor[]): Cursor | undefined {
  let least: Cursor | undefined;
  for (const cursor of cursors) {
    if (least === undefined || inOrder(headOf(cursor), headOf(least)) < 0) least = cursor;
  }
  return least;
}

function headOf({ list, next }: Cursor): Row {
  const row = list.rows[next];
  if (row === undefined) throw new Error('a cursor of claims stands behind its end');
  return row;
}

function claimsOf(
  ties: Ties,
  code: string,
  { kept, kind, sight }: { kept: ClaimsKept; kind: ClaimKind; sight: Sight },
): Claims {
  let list = kept[kind].get(code);
  if (list === undefined) {
    list = claimsIn(rowsOf(ties.chain, code), kind, sight);
    kept[kind].set(code, list);
  }
  return list;
}

function claimsIn(touching: readonly Row[], kind: ClaimKind, sight: Sight): Claims {
  const rows: Row[] = [];
  const claims: Claim[] = [];
  for (const row of touching) {
    const claim = row.effective ? claimSeen(row, kind, sight) : undefined;
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

function claimSeen({ event }: Row, kind: ClaimKind, sight: Sight): Claim | undefined {
  if (kind === 'place') return sight.sees(event, 'place') ? claimOf(event.facts, kind) : HIDDEN_CLAIM;
  return sight.sees(event, 'party') && sight.sees(event, 'step') ? claimOf(event.facts, kind) : HIDDEN_CLAIM;
}

function claimOf(facts: EventFacts, kind: ClaimKind): Claim | undefined {
  const { bizStep, bizLocation, readPoint, sources, destinations } = facts;
  if (kind === 'place') {
    const place = bizLocation ?? readPoint;
    return place === undefined ? undefined : { party: place, bySource: false };
  }
  if (sources.length === 0 && destinations.length === 0) return undefined;
  const source = sources.find((transfer) => transfer.kind === kind)?.party;
  const destination = destinations.find((transfer) => transfer.kind === kind)?.party;
  if (!HANDING_OVER.has(bizStep) && destination !== undefined) return { party: destination, bySource: false };
  return source === undefined ? undefined : { party: source, bySource: true };
}
