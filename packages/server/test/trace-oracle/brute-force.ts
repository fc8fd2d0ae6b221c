/**
 * The brute-force tracer: `GET /v1/trace` answered from the definitions of the trace semantics page, by going
 * through the whole log for every question. It shares no code with the engine, so that a mistake in one of them
 * shows as a disagreement. Time and memory are no concern here.
 */
import { anomaliesOf } from './anomalies.ts';
import type { Answer, Direction, EventRow, LinkRow, Role, UnitRow } from './answer.ts';
import { type Carriage, type Carrying, carriageOf, mergeSpans } from './carriers.ts';
import { custodyOf } from './custody.ts';
import {
  covers,
  type Entry,
  type History,
  type Interval,
  type Mention,
  makingOf,
  mentions,
  readHistory,
} from './history.ts';
import type { RawEvent, Spellings } from './raw-event.ts';
import { bestBounds, type Reach, type Reached, reach, type Tie } from './walk.ts';

export interface Question {
  /** In any spelling that `spellings` knows. */
  readonly start: readonly string[];
  readonly direction: Direction;
  /** RFC 3339; ever (downstream) or now and ever (upstream) when absent. */
  readonly at?: string;
}

export interface World {
  /** In the order in which they entered the log. */
  readonly events: readonly RawEvent[];
  readonly spellings: Spellings;
}

/** One walk of the two, with the containers that carry what it reaches and are not reached themselves. */
interface Walked {
  readonly found: Reach;
  readonly reached: readonly Reached[];
  readonly carriage: Carriage;
  readonly carriers: readonly Carrying[];
}

export function traceByBruteForce(world: World, question: Question): Answer {
  const start = question.start.map((code) => world.spellings.get(code) ?? code);
  const at = question.at === undefined ? undefined : Date.parse(question.at);
  const history = readHistory(world.events, world.spellings, start);
  const directions = question.direction === 'both' ? (['downstream', 'upstream'] as const) : [question.direction];
  const walks = directions.map((direction): Walked => {
    const found = reach(history, { direction, start, at });
    const reached = bestBounds(found);
    const carriage = carriageOf(history, found);
    const carriers = carriage.carryings.filter((one) => !reached.some((unit) => unit.code === one.code));
    return { found, reached, carriage, carriers };
  });
  const reachedUnits = walks.flatMap((walk) => reachedRows(walk, start));
  // Both ways without a bound, the two rows of a start unit say the same, and are one.
  const distinct = reachedUnits.filter((row, i) => reachedUnits.findIndex((other) => sameUnitRow(row, other)) === i);
  const units = [...distinct, ...carrierRows(walks)];
  const codes = [...new Set(units.map((unit) => unit.code))];
  const custody = codes.flatMap((code) => custodyOf(history, code));
  const events = history.entries.filter((entry) => isListed(entry, walks));
  return {
    units: units.map((unit) => {
      const holder = custody.filter((row) => row.code === unit.code && row.kind === 'possession').at(-1)?.party;
      return holder === undefined ? unit : { ...unit, holder };
    }),
    links: linkRows(history, walks),
    events: events.map((event) => eventRow(event, codes)),
    custody,
    anomalies: codes
      .flatMap((code) => anomaliesOf(history, code))
      .filter((anomaly) => events.some((event) => anomaly.eventIDs.includes(event.raw.eventID))),
  };
}

function eventRow(entry: Entry, codes: readonly string[]): EventRow {
  const listed = entry.mentions.filter(({ code }) => codes.includes(code));
  const units = listed
    .filter((one, i) => listed.findIndex((other) => other.code === one.code && other.role === one.role) === i)
    .map(({ code, role }) => ({ code, role }));
  return { eventID: entry.raw.eventID, ...(entry.effective ? {} : { declaredInError: true }), units };
}

/** Bounds as an answer writes them: nothing for an infinite one. */
function bounds(since: number, until: number): { since?: string; until?: string } {
  return {
    ...(Number.isFinite(since) ? { since: new Date(since).toISOString() } : {}),
    ...(Number.isFinite(until) ? { until: new Date(until).toISOString() } : {}),
  };
}

function reachedRows({ found, reached }: Walked, start: readonly string[]): UnitRow[] {
  return reached.map(({ code, bound, hops }) => {
    const down = found.direction === 'downstream';
    const role: Role = start.includes(code) ? 'start' : down ? 'affected' : 'source';
    return { code, role, ...(down ? bounds(bound, Infinity) : bounds(-Infinity, bound)), hops };
  });
}

function sameUnitRow(a: UnitRow, b: UnitRow): boolean {
  return a.code === b.code && a.role === b.role && a.since === b.since && a.until === b.until;
}

function carrierRows(walks: readonly Walked[]): UnitRow[] {
  const carriers = walks.flatMap((walk) => walk.carriers);
  return [...new Set(carriers.map((one) => one.code))].flatMap((code) => {
    const own = carriers.filter((one) => one.code === code);
    const hops = Math.min(...own.map((one) => one.hops));
    const spans = mergeSpans(own.map((one) => one.span));
    return spans.map(({ from, to }): UnitRow => ({ code, role: 'carrier', ...bounds(from, to), hops }));
  });
}

function isListed(entry: Entry, walks: readonly Walked[]): boolean {
  if (entry.onlyDeclares) return false;
  return walks.some(({ found, reached, carriers }) => {
    const inBound = (bound: number): boolean =>
      found.direction === 'downstream' ? bound <= entry.time : entry.time <= bound;
    return (
      reached.some((unit) => mentions(entry, unit.code) && inBound(unit.bound)) ||
      carriers.some((carrier) => mentions(entry, carrier.code) && covers(carrier.span, entry.time))
    );
  });
}

/** A link for every tie that a rule or a carrying rests on, each once. */
function linkRows(history: History, walks: readonly Walked[]): LinkRow[] {
  const ties = walks.flatMap(({ found, carriage }): Tie[] => [
    ...found.ties,
    ...carriage.intervals.map((interval): Tie => ({ kind: 'containment', interval })),
  ]);
  const distinct = ties.filter((tie, i) => ties.findIndex((other) => sameTie(tie, other)) === i);
  return distinct.map((tie): LinkRow => {
    if (tie.kind === 'containment') return containmentLink(tie.interval);
    if (tie.kind === 'transformation') {
      const { input, output, outputAt } = tie.flow;
      const { eventID } = outputAt.raw;
      return { from: input.code, to: output.code, kind: tie.kind, eventID, ...amountOf(input) };
    }
    const making = makingOf(history, tie.instance);
    const made = making === undefined ? {} : { ...bounds(making.time, Infinity), eventID: making.raw.eventID };
    return { from: tie.lot, to: tie.instance, kind: tie.kind, ...made };
  });
}

function amountOf({ quantity, uom }: Mention): { quantity?: number; uom?: string } {
  return { ...(quantity === undefined ? {} : { quantity }), ...(uom === undefined ? {} : { uom }) };
}

function sameTie(a: Tie, b: Tie): boolean {
  if (a.kind === 'transformation') return b.kind === a.kind && a.flow === b.flow;
  if (a.kind === 'containment') return b.kind === a.kind && a.interval === b.interval;
  return b.kind === 'belongs' && a.lot === b.lot && a.instance === b.instance;
}

function containmentLink({ parent, child, from, to, openedBy, as }: Interval): LinkRow {
  const eventID = openedBy.raw.eventID;
  return { from: parent, to: child, kind: 'containment', eventID, ...bounds(from, to), ...amountOf(as) };
}
