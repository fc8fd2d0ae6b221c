/** The answer of `GET /v1/trace`, put together from what the steps of a trace found. */
import {
  anomalyMessage,
  type EventElement,
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
import { type Anomaly, anomaliesOf, keepSteps } from './anomalies.ts';
import { type Chain, codesOf, cut, isWhole, rowsOf } from './chain.ts';
import { possessorAfter } from './claims.ts';
import { holdersOf, type ReadonlyCoverage } from './climb.ts';
import type { Columns, Row, Unit } from './columns.ts';
import { type Custody, custodyOf, keepClaims } from './custody.ts';
import { CUT_CODES_TOLD_MAX } from './limits.ts';
import type { Link } from './links.ts';
import { type Listings, type UnitRow, unitRowsOf } from './listing.ts';
import type { ListName } from './lists.ts';
import type { Ties } from './ties.ts';
import { rfc3339, timeField } from './times.ts';

/** What the steps found, and what the caller asked. */
export interface Findings {
  readonly start: readonly Unit[];
  readonly direction: TraceDirection;
  readonly atMs?: number;
  readonly language: Language;
  readonly productOf: (unit: Unit) => string | undefined;
  /** The lists that are told; the others are empty. */
  readonly wanted: ReadonlySet<ListName>;
  readonly listings: Listings;
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
  const { listings, sight, atMs, rows, wanted, start } = findings;
  const { columns } = ties.chain;
  const history = historyOf(ties, findings);
  const telling: Telling = {
    columns,
    sight,
    time: (name, ms) => timeField(name, ms === undefined || ms === atMs || sight.isTimeTold(ms) ? ms : undefined),
  };
  let hidden = 0;
  for (const row of rows) if (sight.hiddenOf(columns.event(row)) !== undefined) hidden += 1;
  const { holders, anomalies } = history;
  const { productOf, links } = findings;
  return {
    start: codesOf(ties.chain, start),
    direction: findings.direction,
    ...timeField('at', findings.atMs),
    units: made(wanted.has('units') ? unitRowsOf(columns, listings, new Set(start)) : NOTHING, (row) =>
      unitRow(row, { product: productOf(row.unit), holder: holders.get(row.unit), telling }),
    ),
    events: made(wanted.has('events') ? rows : NOTHING, (row) => eventRow(row, columns, findings)),
    links: made(
      wanted.has('links') ? links.filter(({ from, to }) => listings.has(from) && listings.has(to)) : NOTHING,
      (link) => linkRow(link, telling),
    ),
    custody: made(wanted.has('custody') ? history.custody : NOTHING, (row) => custodyRow(row, telling)),
    anomalies: made(anomalies, (anomaly) => anomalyRow(anomaly, findings.language, telling)),
    completeness: completenessOf(ties.chain, hidden),
  };
}

const NOTHING: readonly never[] = [];

function made<From, Row>(from: Iterable<From>, make: (each: From) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const each of from) yield make(each);
    },
  };
}

/** What may be told, and the times that may. */
interface Telling {
  readonly columns: Columns;
  readonly sight: Sight;
  time<Name extends string>(name: Name, ms: number | undefined): { [Key in Name]?: string };
}

interface History {
  /** Who has a unit now. */
  readonly holders: ReadonlyMap<Unit, string>;
  /** Made anew as it is read: of 100,000 units it takes more than what it is made of. */
  readonly custody: Iterable<Custody>;
  readonly anomalies: readonly Anomaly[];
}

/** Custody and anomalies of every listed unit; anomalies where an event of theirs is in the answer. */
function historyOf(ties: Ties, { listings, sight, wanted, rows }: Findings): History {
  const { chain } = ties;
  const { columns } = chain;
  const holders = new Map<Unit, string>();
  const anomalies: Anomaly[] = [];
  // Who has a unit now is told with it.
  const isCustodyWanted = wanted.has('custody') || wanted.has('units');
  if (!isCustodyWanted && !wanted.has('anomalies')) return { holders, custody: NOTHING, anomalies };
  const units = columns.inOrderOfCodes(listings.units()).filter((unit) => isWhole(chain, unit));
  let answered: ReadonlySet<string> | undefined;
  const isAnswered = (row: Row): boolean => {
    // Most chains have no anomaly, and the IDs of all events take more than the events.
    answered ??= new Set(rows.map((each) => columns.event(each).eventID));
    return answered.has(columns.event(row).eventID);
  };
  const keptClaims = keepClaims();
  const keptSteps = keepSteps();
  const { ANOMALIES_MAX, CUSTODY_MAX } = chain.limits;
  const custodyIn = (unit: Unit, own: readonly Row[], holding: ReadonlyCoverage): Custody[] =>
    custodyOf({ chain, unit, rows: own, holders: holding, kept: keptClaims, sight });
  let custodyCount = 0;
  for (const unit of units) {
    const own = rowsOf(chain, unit);
    const holding = holdersOf(ties, unit);
    if (!isCustodyWanted) {
      // Nothing of it is told.
    } else if (custodyCount >= CUSTODY_MAX) cut(chain, 'CUSTODY_MAX', [unit]);
    else {
      const claims = custodyIn(unit, own, holding);
      if (custodyCount + claims.length > CUSTODY_MAX) cut(chain, 'CUSTODY_MAX', [unit]);
      for (const { kind, party, toMs } of claims.slice(0, CUSTODY_MAX - custodyCount))
        if (kind === 'possession' && toMs === undefined) holders.set(unit, party);
      custodyCount += claims.length;
    }
    if (!wanted.has('anomalies')) continue;
    const of = { ties, unit, rows: own, holders: holding, kept: keptSteps };
    for (const anomaly of anomaliesOf(of, ANOMALIES_MAX + 1)) {
      if (!anomaly.rows.some(isAnswered) || !isTold(columns, { anomaly, own, sight })) continue;
      if (anomalies.length < ANOMALIES_MAX) anomalies.push(anomaly);
      else cut(chain, 'ANOMALIES_MAX', [unit]);
    }
  }
  const custody = {
    *[Symbol.iterator]() {
      let left = CUSTODY_MAX;
      for (const unit of units) {
        if (left <= 0) return;
        for (const each of custodyIn(unit, rowsOf(chain, unit), holdersOf(ties, unit)).slice(0, left)) {
          left -= 1;
          yield each;
        }
      }
    },
  };
  return { holders, custody, anomalies: anomalies.sort(byFirstEvent(columns)) };
}

function byFirstEvent(columns: Columns): (a: Anomaly, b: Anomaly) => number {
  return (a, b) => {
    const [first, other] = [a.rows[0], b.rows[0]];
    const byRow = first === undefined || other === undefined ? 0 : columns.compare(first, other);
    if (byRow !== 0) return byRow;
    const [code, than] = [columns.code(a.unit), columns.code(b.unit)];
    return code < than ? -1 : code > than ? 1 : 0;
  };
}

// An answer has hundreds of thousands of rows: members that are absent are not set, rather than spread from nothing.

function unitRow(
  { unit, role, sinceMs, untilMs, hops }: UnitRow,
  {
    product,
    holder,
    telling,
  }: { readonly product: string | undefined; readonly holder: string | undefined; readonly telling: Telling },
): TraceUnit {
  const { columns, time } = telling;
  const row: TraceUnit = { code: columns.code(unit), role, hops, ...time('since', sinceMs), ...time('until', untilMs) };
  if (product !== undefined) row.product = product;
  if (holder !== undefined) row.holder = holder;
  return row;
}

function eventRow(
  of: Row,
  columns: Columns,
  { listings, sight, disputes, orgNo }: Pick<Findings, 'listings' | 'sight' | 'disputes' | 'orgNo'>,
): TraceEventRow {
  const event = columns.event(of);
  const { facts } = event;
  const { type, bizStep, disposition, readPoint, bizLocation } = facts;
  const row: TraceEventRow = { eventID: sight.nameOf(event), type, units: unitsOf(facts.units, columns, listings) };
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
  if (!columns.isEffective(of)) row.declaredInError = true;
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
function unitsOf(units: readonly UnitMention[], columns: Columns, listings: Listings): TraceEventRow['units'] {
  const listed: TraceEventRow['units'] = [];
  for (const { code, role } of units) if (listings.has(columns.unit(code))) listed.push({ code, role });
  if (listed.length < 2) return listed;
  return [...new Map(listed.map((unit) => [`${unit.role} ${unit.code}`, unit])).values()];
}

function linkRow(link: Link, { columns, sight, time }: Telling): TraceLink {
  const { from, to, kind, row: tying, measured, sinceMs, untilMs } = link;
  const row: TraceLink = { from: columns.code(from), to: columns.code(to), kind };
  if (tying !== undefined) row.eventID = sight.nameOf(columns.event(tying));
  Object.assign(row, time('since', sinceMs), time('until', untilMs));
  if (measured === undefined || !sight.sees(columns.event(columns.row(measured)), 'quantity')) return row;
  const [quantity, uom] = [columns.quantity(measured), columns.uom(measured)];
  if (quantity !== undefined) row.quantity = quantity;
  if (uom !== undefined) row.uom = uom;
  return row;
}

function custodyRow(
  { unit, party, kind, fromMs, toMs, row }: Custody,
  { columns, sight, time }: Telling,
): TraceCustody {
  const eventID = sight.nameOf(columns.event(row));
  return { code: columns.code(unit), party, kind, ...time('from', fromMs), eventID, ...time('to', toMs) };
}

function anomalyRow(
  { kind, unit, rows, timeMs, other }: Anomaly,
  language: Language,
  { columns, sight }: Telling,
): TraceAnomaly {
  const eventIDs = [...new Set(rows.map((row) => sight.nameOf(columns.event(row))))];
  const [first] = rows;
  const atMs = timeMs ?? (first === undefined ? undefined : columns.atMs(first));
  return {
    kind,
    code: columns.code(unit),
    eventIDs,
    message: anomalyMessage(kind, { ...timeField('time', atMs), ...field('other', other) }, language),
  };
}

/** Whether the viewer may see all that an anomaly follows from, so that neither its being told nor its absence tells more. */
function isTold(
  columns: Columns,
  {
    anomaly: { kind, unit, rows },
    own,
    sight,
  }: { readonly anomaly: Anomaly; readonly own: readonly Row[]; readonly sight: Sight },
): boolean {
  const code = columns.code(unit);
  const sees = (row: Row, element: EventElement): boolean => sight.sees(columns.event(row), element);
  switch (kind) {
    case 'shipped-never-received':
    case 'received-never-shipped':
      return sight.seesThroughout(code, 'step') && sight.seesThroughout(code, 'time');
    case 'quantity-exceeded':
      return own.every((row) => sees(row, 'quantity') && sees(row, 'time'));
    case 'declared-in-error':
      return rows.every((row) => sees(row, 'time'));
    default:
      return sight.seesThroughout(code, 'time');
  }
}

function completenessOf(chain: Chain, hidden: number): TraceAnswer['completeness'] {
  const limits = [...chain.cuts].map(([limit, units]) => ({
    limit,
    value: chain.limits[limit],
    codes: codesOf(chain, [...units])
      .sort()
      .slice(0, CUT_CODES_TOLD_MAX),
    more: Math.max(0, units.size - CUT_CODES_TOLD_MAX),
  }));
  return { complete: limits.length === 0, limits, unanswered: [], hidden };
}

/** A member of an answer that is absent, not null, where there is nothing to say. */
function field<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  const result: { [Key in Name]?: string } = {};
  if (value !== undefined) result[name] = value;
  return result;
}
