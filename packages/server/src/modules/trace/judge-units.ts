/** Gathers what counts for a unit that somebody scans, and judges it. */
import type { AnomalyKind } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import { unitsSaidOf } from '@suyuan/epcis';
import { anomaliesOf, keepSteps } from './anomalies.ts';
import type { Whose, WhoseAsked } from './authority.ts';
import {
  codesOf,
  cut,
  isWhole,
  loadTransformations,
  loadUnits,
  makingRole,
  productOf,
  rowsOf,
  unitSays,
} from './chain.ts';
import { holdersOf, loadHolders } from './climb.ts';
import type { Unit } from './columns.ts';
import { type Notice, noticesOf } from './notices.ts';
import type { TraceEvent } from './reader.ts';
import { sayOver } from './say-over.ts';
import { common, moment, type Span, stretch } from './spans.ts';
import { containmentOf, eachStayIn, lotsOf, type Ties } from './ties.ts';
import { type Case, type Counted, type Flaw, judge, type Name, type Verdict } from './verdict.ts';
import { walk } from './walk.ts';

export interface JudgeUnits {
  /** Canonical codes that stand for one thing: with and without its lot. */
  readonly start: readonly string[];
  /** The moment of asking. */
  readonly nowMs: number;
  /** What is known of organisations, by which it is decided whose notices count; everybody's do if not given. */
  readonly whose?: (asked: WhoseAsked) => Promise<Whose>;
}

/** The verdict on what a code names. Loads into the chain of `ties`, which a trace can go on with. */
export async function judgeUnits(ties: Ties, { start: codes, nowMs, whose }: JudgeUnits): Promise<Verdict> {
  const { chain } = ties;
  const { columns } = chain;
  const start = codes.map((code) => columns.unit(code));
  await loadUnits(chain, start);
  const inside = await insideNow(ties, start, nowMs);
  const sources = await walk(ties, start, { way: 'upstream', atMs: nowMs });
  const covered = new Set([...start, ...inside, ...[...start, ...inside].flatMap((unit) => lotsOf(ties, unit))]);
  const ingredients = [...sources.reached].filter(([unit]) => !covered.has(unit));
  await loadHolders(ties, [...start, ...inside, ...ingredients.map(([unit]) => unit)]);
  const counted = (unit: Unit, as: Counted['as'], untilMs?: number): Counted => ({
    unit: columns.code(unit),
    as,
    names: namesOf(ties, unit, untilMs),
  });
  const units: Counted[] = [
    ...start.map((unit) => counted(unit, 'asked')),
    ...[...inside].map((unit) => counted(unit, 'inside')),
    ...ingredients.map(([unit, { boundMs }]) => counted(unit, 'ingredient', boundMs)),
    ...(await noticedInstances(ties, codes)),
  ];
  const notices = await noticesOn(ties, units, nowMs);
  const counts = whose === undefined ? () => true : await sayOver(ties, { units, notices, whose });
  const counting = new Map(
    codes.map((unit) => [
      unit,
      (notices.get(unit) ?? []).filter((notice) => counts({ notice, unit, names: unit, as: 'asked' })),
    ]),
  );
  return judge({
    units,
    notices,
    counts,
    made: madeOf(ties, notices.keys()),
    flaws: await flawsOf(ties, start, counting),
    isCut: chain.cuts.size > 0,
    nowMs,
  } satisfies Case);
}

/** Everything that lies in these containers now, through others too. */
async function insideNow(ties: Ties, start: readonly Unit[], nowMs: number): Promise<Set<Unit>> {
  const inside = new Set<Unit>();
  let frontier = [...start];
  while (frontier.length > 0) {
    if (!(await loadUnits(ties.chain, frontier))) break;
    const next: Unit[] = [];
    for (const unit of frontier) {
      eachStayIn(containmentOf(ties, unit), moment(nowMs), ({ child, instant }) => {
        if (instant || inside.has(child) || start.includes(child)) return;
        inside.add(child);
        next.push(child);
      });
    }
    frontier = next;
    if (inside.size > ties.chain.limits.UNITS_MAX) {
      cut(ties.chain, 'UNITS_MAX', next);
      break;
    }
  }
  await loadUnits(ties.chain, inside);
  return inside;
}

/** By which codes a notice may name a unit: its own, its lots', its product's, its containers' while it was in them. */
function namesOf(ties: Ties, unit: Unit, untilMs = Number.POSITIVE_INFINITY): Name[] {
  const { columns } = ties.chain;
  const names: Name[] = [{ code: columns.code(unit), through: 'self' }];
  const add = (code: string, through: Name['through'], spans?: readonly Span[]): void => {
    if (names.some((known) => known.code === code)) return;
    names.push(spans === undefined ? { code, through } : { code, through, spans });
  };
  for (const lot of lotsOf(ties, unit)) add(columns.code(lot), 'lot');
  const product = productOf(ties.chain, unit);
  if (product !== undefined) add(product, 'class');
  if (!isWhole(ties.chain, unit)) return names;
  // What was used up is in nothing any more.
  const used = stretch(Number.NEGATIVE_INFINITY, untilMs);
  for (const [container, spans] of holdersOf(ties, unit)) {
    const within = spans.map((span) => used && common(span, used)).filter((span) => span !== undefined);
    if (within.length > 0) add(columns.code(container), 'container', within);
  }
  return names;
}

/** Of a lot or product that is asked for, the instances and lots that notices name. */
async function noticedInstances(ties: Ties, start: readonly string[]): Promise<Counted[]> {
  const { chain } = ties;
  const { columns } = chain;
  const classes = start.flatMap((code) => {
    const { productOf: product, parts } = readCode(code);
    return product === undefined || parts.serial !== undefined ? [] : [{ code, product, lot: parts.lot }];
  });
  const wider = classes.flatMap(({ code, product }) => [code, product]);
  if (wider.length === 0) return [];
  const { events, more } = await chain.reader.noticesWithin([...new Set(wider)], chain.limits.EVENTS_MAX);
  const unitsOf = (codes: Iterable<string>): Unit[] => [...codes].map((code) => columns.unit(code));
  if (more) cut(chain, 'EVENTS_MAX', unitsOf(start));
  const named = new Set(events.flatMap(({ facts }) => unitsSaidOf(facts)).map(({ code }) => code));
  // Which lot an instance is of may stand in the event that made it.
  const untold = unitsOf(named).filter((unit) => {
    const { isInstance, ownLot } = unitSays(chain, unit);
    return isInstance && ownLot === undefined;
  });
  await loadUnits(chain, untold);
  const found: Counted[] = [];
  for (const code of named) {
    if (start.includes(code)) continue;
    const { productOf: own, parts: says } = readCode(code);
    const isOfAsked = classes.some(({ code: asked, product, lot }) => {
      if (own !== product) return false;
      if (lot === undefined) return says.lot !== undefined || says.serial !== undefined;
      return (
        codesOf(chain, lotsOf(ties, columns.unit(code))).includes(asked) ||
        (says.serial !== undefined && says.lot === lot)
      );
    });
    if (isOfAsked) found.push({ unit: code, as: 'instance', names: [{ code, through: 'self' }] });
  }
  return found;
}

async function noticesOn(ties: Ties, units: readonly Counted[], nowMs: number): Promise<Map<string, Notice[]>> {
  const { chain } = ties;
  const codes = new Set(units.flatMap(({ names }) => names.map(({ code }) => code)));
  const { events, more } = await chain.reader.noticesOf([...codes], chain.limits.EVENTS_MAX);
  if (more)
    cut(
      chain,
      'EVENTS_MAX',
      [...codes].map((code) => chain.columns.unit(code)),
    );
  return noticesOf(events, codes, nowMs);
}

/** What was made of lots and classes, where all of it is recorded in one unit of measure. */
function madeOf({ chain }: Ties, codes: Iterable<string>): Case['made'] {
  const { columns } = chain;
  const made = new Map<string, { quantity: number; uom: string | undefined }>();
  for (const code of codes) {
    const unit = columns.unit(code);
    if (!isWhole(chain, unit)) continue;
    let sum: { quantity: number; uom: string | undefined } | undefined;
    let isOneMeasure = true;
    for (const touch of columns.touches(unit)) {
      const quantity = columns.quantity(touch);
      if (quantity === undefined || columns.role(touch) !== makingRole(chain, columns.row(touch))) continue;
      const uom = columns.uom(touch);
      if (sum !== undefined && sum.uom !== uom) isOneMeasure = false;
      sum = { quantity: (sum?.quantity ?? 0) + quantity, uom };
    }
    if (sum !== undefined && isOneMeasure) made.set(code, sum);
  }
  return made;
}

/** What cannot be true of goods that are what they say they are. */
const SUSPICIOUS: ReadonlySet<AnomalyKind> = new Set(['contained-twice', 'used-before-made', 'quantity-exceeded']);
const FLAWS_MAX = 100; // more than a page lists

async function flawsOf(
  ties: Ties,
  start: readonly Unit[],
  notices: ReadonlyMap<string, readonly Notice[]>,
): Promise<Flaw[]> {
  const { chain } = ties;
  const { columns } = chain;
  await loadTransformations(chain, start);
  const kept = keepSteps();
  return start.flatMap((of) => {
    if (!isWhole(chain, of)) return [];
    const unit = columns.code(of);
    const rows = rowsOf(chain, of);
    const anomalies = anomaliesOf({ ties, unit: of, rows, holders: holdersOf(ties, of), kept }, FLAWS_MAX)
      .filter(({ kind }) => SUSPICIOUS.has(kind))
      .map(({ kind, rows: at }): Flaw => ({ kind, unit, eventIDs: at.map((row) => columns.event(row).eventID) }));
    const back = rows
      .filter((row) => columns.isEffective(row) && isBack(columns.event(row), notices.get(unit) ?? []))
      .map((row): Flaw => ({ kind: 'gone-and-back', unit, eventIDs: [columns.event(row).eventID] }));
    return [...anomalies, ...back.slice(0, 1)];
  });
}

/** A thing that was destroyed, disposed of or stolen, and that an event has seen since. */
function isBack(event: TraceEvent, notices: readonly Notice[]): boolean {
  const atMs = event.facts.eventTimeMs;
  return notices.some(
    (notice) =>
      notice.kind === 'gone' &&
      notice.quantity === undefined &&
      notice.fromMs < atMs &&
      atMs < notice.toMs &&
      event.facts.action !== 'DELETE' &&
      !notices.some((other) => other.kind === 'gone' && other.event.id === event.id),
  );
}
