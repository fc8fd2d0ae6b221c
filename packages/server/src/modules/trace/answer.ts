/** The answer of `GET /v1/trace`, put together from what the steps of a trace found. */
import {
  anomalyMessage,
  type Language,
  type TraceAnomaly,
  type TraceAnswer,
  type TraceCustody,
  type TraceDirection,
  type TraceEventRow,
  type TraceLink,
  type TraceUnit,
} from '@suyuan/api';
import type { UnitMention } from '@suyuan/epcis';
import type { Sight } from '../disclosure/index.ts';
import { type OpenDispute, tellDisputes } from '../disputes/index.ts';
import { type Anomaly, anomaliesOf, type StepsKept } from './anomalies.ts';
import { type Chain, cut, inOrder, isWhole, type Row, rowsOf } from './chain.ts';
import { holdersOf } from './climb.ts';
import { type ClaimsKept, type Custody, custodyOf, possessorAfter } from './custody.ts';
import { CUT_CODES_TOLD_MAX } from './limits.ts';
import type { Link } from './links.ts';
import { type Listing, type UnitRow, unitRowsOf } from './listing.ts';
import type { ListName } from './lists.ts';
import type { Ties } from './ties.ts';
import { rfc3339, timeField } from './times.ts';

/** What the steps found, and what the caller asked. */
export interface Findings {
  readonly start: readonly string[];
  readonly direction: TraceDirection;
  readonly atMs?: number;
  readonly language: Language;
  readonly productOf: (code: string) => string | undefined;
  /** The lists that are told; the others are empty. */
  readonly wanted: ReadonlySet<ListName>;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly links: readonly Link[];
  /** The events of the answer, in order. */
  readonly rows: readonly Row[];
  /** What partners say against these, by row id. */
  readonly disputes: ReadonlyMap<string, readonly OpenDispute[]>;
  /** Who looks; the public where that is nobody. */
  readonly orgNo: number | undefined;
  /** What the viewer may see. The chain was walked whole; every member below is asked of this. */
  readonly sight: Sight;
}

/** An answer whose rows are made as they are read: all at once they take as much memory as what they are made of. */
export type Told = Omit<TraceAnswer, ListName> & { readonly [List in ListName]: Iterable<TraceAnswer[List][number]> };

/** With all its rows. */
export function collected({ units, events, links, custody, anomalies, ...head }: Told): TraceAnswer {
  const lists = { units: [...units], events: [...events], links: [...links], custody: [...custody] };
  return { ...head, ...lists, anomalies: [...anomalies] };
}

export function answerOf(ties: Ties, findings: Findings): Told {
  const { listings, language, sight, atMs, rows, wanted } = findings;
  const { custody, anomalies } = historyOf(ties, findings);
  const holders = new Map<string, string>();
  for (const { code, kind, party, toMs } of custody)
    if (kind === 'possession' && toMs === undefined) holders.set(code, party);
  const told: Telling = {
    sight,
    time: (name, ms) => timeField(name, ms === undefined || ms === atMs || sight.isTimeTold(ms) ? ms : undefined),
  };
  const hidden = rows.reduce((count, { event }) => count + Number(sight.hiddenOf(event) !== undefined), 0);
  return {
    start: [...findings.start],
    direction: findings.direction,
    ...timeField('at', findings.atMs),
    units: made(wanted.has('units') ? unitRowsOf(listings, new Set(findings.start)) : NOTHING, (row) =>
      unitRow(row, { product: findings.productOf(row.code), holder: holders.get(row.code), told }),
    ),
    events: made(wanted.has('events') ? rows : NOTHING, (row) => eventRow(row, findings)),
    links: made(
      wanted.has('links') ? findings.links.filter(({ from, to }) => listings.has(from) && listings.has(to)) : NOTHING,
      (link) => linkRow(link, told),
    ),
    custody: made(wanted.has('custody') ? custody : NOTHING, (row) => custodyRow(row, told)),
    anomalies: made(anomalies, (anomaly) => anomalyRow(anomaly, language, sight)),
    completeness: completenessOf(ties.chain, hidden),
  };
}

const NOTHING: readonly never[] = [];

function made<From, Row>(from: readonly From[], make: (each: From) => Row): Iterable<Row> {
  return { [Symbol.iterator]: () => from.values().map(make) };
}

/** What may be told, and the times that may. */
interface Telling {
  readonly sight: Sight;
  time<Name extends string>(name: Name, ms: number | undefined): { [Key in Name]?: string };
}

/** Custody and anomalies of every listed unit; anomalies where an event of theirs is in the answer. */
function historyOf(
  ties: Ties,
  { listings, sight, wanted, rows }: Findings,
): { custody: Custody[]; anomalies: Anomaly[] } {
  const custody: Custody[] = [];
  const anomalies: Anomaly[] = [];
  // Who has a unit now is told with it.
  const isCustodyWanted = wanted.has('custody') || wanted.has('units');
  if (!isCustodyWanted && !wanted.has('anomalies')) return { custody, anomalies };
  // Most chains have no anomaly, and the IDs of all events take more than the events.
  let ids: ReadonlySet<string> | undefined;
  const isAnswered = ({ event }: Row): boolean => {
    ids ??= new Set(rows.map((row) => row.event.eventID));
    return ids.has(event.eventID);
  };
  const keptClaims: ClaimsKept = { possession: new Map(), ownership: new Map(), place: new Map() };
  const keptSteps: StepsKept = { in: new Map(), out: new Map() };
  const { ANOMALIES_MAX, CUSTODY_MAX } = ties.chain.limits;
  for (const code of [...listings.keys()].sort()) {
    if (!isWhole(ties.chain, code)) continue;
    const unit = { ties, code, rows: rowsOf(ties.chain, code), holders: holdersOf(ties, code) };
    if (!isCustodyWanted) {
      // Nothing of it is told.
    } else if (custody.length >= CUSTODY_MAX) cut(ties.chain, 'CUSTODY_MAX', [code]);
    else {
      const claims = custodyOf({ ...unit, kept: keptClaims, sight });
      if (custody.length + claims.length > CUSTODY_MAX) cut(ties.chain, 'CUSTODY_MAX', [code]);
      for (const claim of claims.slice(0, CUSTODY_MAX - custody.length)) custody.push(claim);
    }
    if (!wanted.has('anomalies')) continue;
    for (const anomaly of anomaliesOf({ ...unit, kept: keptSteps }, ANOMALIES_MAX + 1)) {
      if (!anomaly.rows.some(isAnswered) || !isTold(anomaly, unit.rows, sight)) continue;
      if (anomalies.length < ANOMALIES_MAX) anomalies.push(anomaly);
      else cut(ties.chain, 'ANOMALIES_MAX', [code]);
    }
  }
  return { custody, anomalies: anomalies.sort(byFirstEvent) };
}

function byFirstEvent(a: Anomaly, b: Anomaly): number {
  const [first, other] = [a.rows[0], b.rows[0]];
  return (first && other && inOrder(first, other)) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

// An answer has hundreds of thousands of rows: members that are absent are not set, rather than spread from nothing.

function unitRow(
  unit: UnitRow,
  {
    product,
    holder,
    told,
  }: { readonly product: string | undefined; readonly holder: string | undefined; readonly told: Telling },
): TraceUnit {
  const { code, role, sinceMs, untilMs, hops } = unit;
  const row: TraceUnit = { code, role, hops, ...told.time('since', sinceMs), ...told.time('until', untilMs) };
  if (product !== undefined) row.product = product;
  if (holder !== undefined) row.holder = holder;
  return row;
}

function eventRow(
  { event, effective }: Row,
  { listings, sight, disputes, orgNo }: Pick<Findings, 'listings' | 'sight' | 'disputes' | 'orgNo'>,
): TraceEventRow {
  const { facts } = event;
  const { type, bizStep, disposition, readPoint, bizLocation } = facts;
  const row: TraceEventRow = { eventID: sight.nameOf(event), type, units: unitsOf(facts.units, listings) };
  if (sight.sees(event, 'time')) {
    row.eventTime = rfc3339(facts.eventTimeMs);
    if (facts.eventTimeZoneOffset !== '') row.eventTimeZoneOffset = facts.eventTimeZoneOffset;
  }
  if (bizStep !== undefined && sight.sees(event, 'step')) row.bizStep = bizStep;
  if (disposition !== undefined && sight.sees(event, 'state')) row.disposition = disposition;
  if (sight.sees(event, 'place')) {
    if (readPoint !== undefined) row.readPoint = readPoint;
    if (bizLocation !== undefined) row.bizLocation = bizLocation;
  }
  const party = sight.sees(event, 'party') && sight.sees(event, 'step') ? possessorAfter(facts) : undefined;
  if (party !== undefined) row.party = party;
  if (!effective) row.declaredInError = true;
  else if (event.isDisputed) row.disputed = true;
  const disputed = disputes.get(event.id);
  if (disputed !== undefined) {
    const told = tellDisputes(disputed, { event, sight, orgNo });
    if (told.length > 0) row.disputes = told;
  }
  const hidden = sight.hiddenOf(event);
  if (hidden !== undefined) {
    row.hidden = [...hidden];
    row.verified = event.position >= 0;
  }
  const place = sight.placeOf(event);
  if (place !== undefined) row.place = place;
  return row;
}

/** The listed units of an event, each once a role. */
function unitsOf(units: readonly UnitMention[], listings: ReadonlyMap<string, Listing>): TraceEventRow['units'] {
  const listed = units.filter(({ code }) => listings.has(code)).map(({ code, role }) => ({ code, role }));
  if (listed.length < 2) return listed;
  return [...new Map(listed.map((unit) => [`${unit.role} ${unit.code}`, unit])).values()];
}

function linkRow(link: Link, { sight, time }: Telling): TraceLink {
  const { from, to, kind, event, sinceMs, untilMs, quantity, uom, measuredBy = event } = link;
  const row: TraceLink = { from, to, kind };
  if (event !== undefined) row.eventID = sight.nameOf(event);
  Object.assign(row, time('since', sinceMs), time('until', untilMs));
  if (measuredBy !== undefined && !sight.sees(measuredBy, 'quantity')) return row;
  if (quantity !== undefined) row.quantity = quantity;
  if (uom !== undefined) row.uom = uom;
  return row;
}

function custodyRow({ code, party, kind, fromMs, toMs, event }: Custody, { sight, time }: Telling): TraceCustody {
  return { code, party, kind, ...time('from', fromMs), eventID: sight.nameOf(event), ...time('to', toMs) };
}

function anomalyRow({ kind, code, rows, timeMs, other }: Anomaly, language: Language, sight: Sight): TraceAnomaly {
  const eventIDs = [...new Set(rows.map(({ event }) => sight.nameOf(event)))];
  const atMs = timeMs ?? rows[0]?.atMs;
  return {
    kind,
    code,
    eventIDs,
    message: anomalyMessage(kind, { ...timeField('time', atMs), ...field('other', other) }, language),
  };
}

/** Whether the viewer may see all that an anomaly follows from, so that neither its being told nor its absence tells more. */
function isTold({ kind, code, rows }: Anomaly, own: readonly Row[], sight: Sight): boolean {
  switch (kind) {
    case 'shipped-never-received':
    case 'received-never-shipped':
      return sight.seesThroughout(code, 'step') && sight.seesThroughout(code, 'time');
    case 'quantity-exceeded':
      return own.every(({ event }) => sight.sees(event, 'quantity') && sight.sees(event, 'time'));
    case 'declared-in-error':
      return rows.every(({ event }) => sight.sees(event, 'time'));
    default:
      return sight.seesThroughout(code, 'time');
  }
}

function completenessOf(chain: Chain, hidden: number): TraceAnswer['completeness'] {
  const limits = [...chain.cuts].map(([limit, codes]) => ({
    limit,
    value: chain.limits[limit],
    codes: [...codes].sort().slice(0, CUT_CODES_TOLD_MAX),
    more: Math.max(0, codes.size - CUT_CODES_TOLD_MAX),
  }));
  return { complete: limits.length === 0, limits, unanswered: [], hidden };
}

/** A member of an answer that is absent, not null, where there is nothing to say. */
function field<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  const result: { [Key in Name]?: string } = {};
  if (value !== undefined) result[name] = value;
  return result;
}
