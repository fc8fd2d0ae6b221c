/** Gathers what counts for a unit that somebody scans, and judges it. */
import type { AnomalyKind } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import { unitsSaidOf } from '@suyuan/epcis';
import { anomaliesOf, type StepsKept } from './anomalies.ts';
import type { Whose, WhoseAsked } from './authority.ts';
import { codeSays, cut, isWhole, loadTransformations, loadUnits, makingRole, rowsOf, touchesOf } from './chain.ts';
import { holdersOf, loadHolders } from './climb.ts';
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
export async function judgeUnits(ties: Ties, { start, nowMs, whose }: JudgeUnits): Promise<Verdict> {
  const { chain } = ties;
  await loadUnits(chain, start);
  const inside = await insideNow(ties, start, nowMs);
  const sources = await walk(ties, start, { way: 'upstream', atMs: nowMs });
  const own = new Set(start.flatMap((code) => lotsOf(ties, code)));
  const covered = new Set([...start, ...own, ...inside, ...[...inside].flatMap((code) => lotsOf(ties, code))]);
  const ingredients = [...sources.reached].filter(([code]) => !covered.has(code));
  await loadHolders(ties, [...start, ...inside, ...ingredients.map(([code]) => code)]);
  const units: Counted[] = [
    ...start.map((unit): Counted => ({ unit, as: 'asked', names: namesOf(ties, unit) })),
    ...[...inside].map((unit): Counted => ({ unit, as: 'inside', names: namesOf(ties, unit) })),
    ...ingredients.map(
      ([unit, { boundMs }]): Counted => ({ unit, as: 'ingredient', names: namesOf(ties, unit, boundMs) }),
    ),
    ...(await noticedInstances(ties, start)),
  ];
  const notices = await noticesOn(ties, units, nowMs);
  const counts = whose === undefined ? () => true : await sayOver(ties, { units, notices, whose });
  const counting = new Map(
    start.map((unit) => [
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
async function insideNow(ties: Ties, start: readonly string[], nowMs: number): Promise<Set<string>> {
  const inside = new Set<string>();
  let frontier = [...start];
  while (frontier.length > 0) {
    if (!(await loadUnits(ties.chain, frontier))) break;
    const next: string[] = [];
    for (const code of frontier) {
      eachStayIn(containmentOf(ties, code), moment(nowMs), ({ child, instant }) => {
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
function namesOf(ties: Ties, unit: string, untilMs = Number.POSITIVE_INFINITY): Name[] {
  const names: Name[] = [{ code: unit, through: 'self' }];
  const add = (code: string, through: Name['through'], spans?: readonly Span[]): void => {
    if (names.some((known) => known.code === code)) return;
    names.push(spans === undefined ? { code, through } : { code, through, spans });
  };
  for (const lot of lotsOf(ties, unit)) add(lot, 'lot');
  const { product } = codeSays(ties.chain, unit);
  if (product !== undefined) add(product, 'class');
  if (!isWhole(ties.chain, unit)) return names;
  // What was used up is in nothing any more.
  const used = stretch(Number.NEGATIVE_INFINITY, untilMs);
  for (const [container, spans] of holdersOf(ties, unit)) {
    const within = spans.map((span) => used && common(span, used)).filter((span) => span !== undefined);
    if (within.length > 0) add(container, 'container', within);
  }
  return names;
}

/** Of a lot or product that is asked for, the instances and lots that notices name. */
async function noticedInstances(ties: Ties, start: readonly string[]): Promise<Counted[]> {
  const { chain } = ties;
  const classes = start.flatMap((code) => {
    const { productOf: product, parts } = readCode(code);
    return product === undefined || parts.serial !== undefined ? [] : [{ code, product, lot: parts.lot }];
  });
  const wider = classes.flatMap(({ code, product }) => [code, product]);
  if (wider.length === 0) return [];
  const { events, more } = await chain.reader.noticesWithin([...new Set(wider)], chain.limits.EVENTS_MAX);
  if (more) cut(chain, 'EVENTS_MAX', start);
  const named = new Set(events.flatMap(({ facts }) => unitsSaidOf(facts)).map(({ code }) => code));
  // Which lot an instance is of may stand in the event that made it.
  const untold = [...named].filter(
    (code) => codeSays(chain, code).isInstance && codeSays(chain, code).ownLot === undefined,
  );
  await loadUnits(chain, untold);
  const found: Counted[] = [];
  for (const code of named) {
    if (start.includes(code)) continue;
    const { productOf: own, parts: says } = readCode(code);
    const isOfAsked = classes.some(({ code: asked, product, lot }) => {
      if (own !== product) return false;
      if (lot === undefined) return says.lot !== undefined || says.serial !== undefined;
      return lotsOf(ties, code).includes(asked) || (says.serial !== undefined && says.lot === lot);
    });
    if (isOfAsked) found.push({ unit: code, as: 'instance', names: [{ code, through: 'self' }] });
  }
  return found;
}

async function noticesOn(ties: Ties, units: readonly Counted[], nowMs: number): Promise<Map<string, Notice[]>> {
  const { chain } = ties;
  const codes = new Set(units.flatMap(({ names }) => names.map(({ code }) => code)));
  const { events, more } = await chain.reader.noticesOf([...codes], chain.limits.EVENTS_MAX);
  if (more) cut(chain, 'EVENTS_MAX', codes);
  return noticesOf(events, codes, nowMs);
}

/** What was made of lots and classes, where all of it is recorded in one unit of measure. */
function madeOf(ties: Ties, codes: Iterable<string>): Case['made'] {
  const made = new Map<string, { quantity: number; uom: string | undefined }>();
  for (const code of codes) {
    if (!isWhole(ties.chain, code)) continue;
    let sum: { quantity: number; uom: string | undefined } | undefined;
    let isOneMeasure = true;
    for (const { row, mention } of touchesOf(ties.chain, code)) {
      if (mention.role !== makingRole(row) || mention.quantity === undefined) continue;
      if (sum !== undefined && sum.uom !== mention.uom) isOneMeasure = false;
      sum = { quantity: (sum?.quantity ?? 0) + mention.quantity, uom: mention.uom };
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
  start: readonly string[],
  notices: ReadonlyMap<string, readonly Notice[]>,
): Promise<Flaw[]> {
  await loadTransformations(ties.chain, start);
  const kept: StepsKept = { in: new Map(), out: new Map() };
  return start.flatMap((unit) => {
    if (!isWhole(ties.chain, unit)) return [];
    const rows = rowsOf(ties.chain, unit);
    const anomalies = anomaliesOf({ ties, code: unit, rows, holders: holdersOf(ties, unit), kept }, FLAWS_MAX)
      .filter(({ kind }) => SUSPICIOUS.has(kind))
      .map(({ kind, rows: at }): Flaw => ({ kind, unit, eventIDs: at.map(({ event }) => event.eventID) }));
    const back = rows
      .filter(({ effective, event }) => effective && isBack(event, notices.get(unit) ?? []))
      .map(({ event }): Flaw => ({ kind: 'gone-and-back', unit, eventIDs: [event.eventID] }));
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
