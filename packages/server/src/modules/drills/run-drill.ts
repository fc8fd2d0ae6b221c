/** A drill: the trace up, the trace down, the balance, each timed; then what all of it says. */
import type { Language, TraceAnswer } from '@suyuan/api';
import type { DrillOutcome, DrillResult } from '@suyuan/api/drills';
import { readCode } from '@suyuan/codes';
import type { UnitMention } from '@suyuan/epcis';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { findingsOfUnit } from '../compliance/index.ts';
import { cutFacts, type Look, type PublicMembers, readAuthorities, readChain } from '../disclosure/index.ts';
import { actingFor, selectOwnCodes } from '../identity/index.ts';
import type { LogRoot } from '../integrity/index.ts';
import { displayName, findMasterData, involvedIn } from '../registry/index.ts';
import { eventReader, type Followed, judgeUnits, openTies, startOf, traceFollowed, untilLeft } from '../trace/index.ts';
import { balanceOf } from './balance.ts';
import { breaksIn } from './breaks.ts';
import { type Recipient, recipientsOf } from './customers.ts';
import { type Source, sourcesOf } from './inputs.ts';
import { type ContentsAt, type DrillEvent, lotOfCode, movesOf, saidOnce } from './moves.ts';

/** Rows of each list: a report of more is read by nobody; the rest are counted. */
const LISTED_MAX = 500;
const NOTICES_MAX = 50;
const FINDINGS_MAX = 50;
const LANGUAGE: Language = 'zh'; // of sentences that are not kept

export interface RunDrill {
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
  readonly code: string;
  /** The log as it stands when the drill has read its records. */
  logRoot(): Promise<LogRoot>;
  /** Whoever asked has left by now: the drill ends. */
  isLeft(): boolean;
}

export interface Ran {
  readonly code: string;
  readonly outcome: DrillOutcome;
  readonly result: DrillResult;
}

export async function runDrill(ctx: Ctx, { code, logRoot, isLeft, ...others }: RunDrill): Promise<Ran> {
  const began = performance.now();
  const own = new Set(await ctx.read(selectOwnCodes, { as: 'identity' }));
  const found = await readChain(ctx, { codes: [code], ...others }, (tx, look) =>
    lookBothWays(tx, { ctx, look, own, code, isLeft }),
  );
  const { start, positions, ...told } = found;
  const findings = await findingsOf(ctx, start);
  const log = await logRoot();
  const records = positions.filter((position) => position >= 0 && position < log.size).length;
  const result: DrillResult = {
    ...told,
    findings,
    units: [...start],
    times: { ...found.times, totalMs: Math.round(performance.now() - began) },
    log: { size: log.size, root: log.root.toString('hex'), records, pending: positions.length - records },
  };
  return { code: start[0] ?? code, outcome: result.outcome, result };
}

interface Asked {
  readonly ctx: Ctx;
  readonly look: Look;
  readonly own: ReadonlySet<string>;
  readonly code: string;
  isLeft(): boolean;
}

type Walked = Awaited<ReturnType<typeof traceFollowed>>;

async function lookBothWays(tx: Tx, { ctx, look, own, code, isLeft }: Asked) {
  const { no: orgNo } = actingFor(ctx.actor);
  const ties = openTies(untilLeft(eventReader(tx), isLeft));
  const start = await startOf(ties, [code]);
  const walk = (direction: 'upstream' | 'downstream') =>
    timed(() => traceFollowed(ties, { start, direction, language: LANGUAGE, look }));
  const up = await walk('upstream');
  const down = await walk('downstream');
  const reckoned = await timed(async () => reckon({ start, up: up.value, down: down.value, orgNo, own }));
  const { recipients, sources, breaks, ...balanced } = reckoned.value;
  const named = await nameRows(tx, { start, recipients, sources, up: up.value.followed, down: down.value.followed });
  const verdict = await judgeUnits(ties, {
    start,
    nowMs: ctx.clock.now().getTime(),
    whose: (asked) => readAuthorities(tx, asked),
  });
  const looked = { up: lookedAt(up.value.answer), down: lookedAt(down.value.answer) };
  const events = new Map(
    [...up.value.followed.events, ...down.value.followed.events].map((event) => [event.id, event]),
  );
  return {
    ...{ start, ...balanced, ...named, looked },
    isWhole: Object.values(looked).every(({ complete, hidden }) => complete && hidden === 0),
    breaks: breaks.slice(0, LISTED_MAX),
    more: {
      inputs: Math.max(0, sources.length - LISTED_MAX),
      customers: Math.max(0, recipients.length - LISTED_MAX),
      breaks: Math.max(0, breaks.length - LISTED_MAX),
    },
    notices: noticesTold(verdict, down.value.followed),
    positions: [...events.values()].map(({ position }) => position),
    times: { upMs: up.ms, downMs: down.ms, balanceMs: reckoned.ms },
  };
}

async function timed<Value>(run: () => Promise<Value>): Promise<{ readonly value: Value; readonly ms: number }> {
  const began = performance.now();
  const value = await run();
  return { value, ms: Math.round(performance.now() - began) };
}

interface Reckon {
  readonly start: readonly string[];
  readonly up: Walked;
  readonly down: Walked;
  readonly orgNo: number;
  readonly own: ReadonlySet<string>;
}

/** What the records of both walks amount to. */
function reckon({ start, up, down, orgNo, own }: Reckon) {
  const lots = lotsOf([...up.followed.links, ...down.followed.links]);
  const lotOf = (code: string): string => lots.get(code) ?? lotOfCode(code);
  const movesIn = ({ followed }: Walked) =>
    saidOnce(
      movesOf(eventsOf(followed, orgNo), { units: followed.reached, lotOf, own, contentsAt: contentsIn(followed) }),
    );
  const asked = new Set(start.map(lotOf));
  const [upMoves, downMoves] = [movesIn(up), movesIn(down)];
  const balanced = balanceOf(downMoves.filter(({ event, lot }) => event.isOwn && asked.has(lot)));
  const recipients = recipientsOf(downMoves.filter(({ party }) => party === undefined || !own.has(party)));
  const sources = sourcesOf({ moves: upMoves, asked, flows: flowsIn(up.followed) });
  const breaks = breaksIn({ answers: [up.answer, down.answer], recipients, sources, unknown: balanced.unknown });
  return { ...balanced, balance: [...balanced.balance], recipients, sources, breaks };
}

/** Effective ones, as the viewer is told them. */
function eventsOf({ events, sight }: Followed, orgNo: number): DrillEvent[] {
  return events
    .filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration)
    .map((event) => ({
      eventID: event.id,
      facts: cutFacts(event, sight),
      isOwn: event.recordedBy.includes(orgNo),
    }));
}

/** The lot that makings say an instance is of. */
function lotsOf(links: Followed['links']): ReadonlyMap<string, string> {
  return new Map(links.flatMap(({ kind, from, to }) => (kind === 'belongs' ? [[to, from] as const] : [])));
}

/** The events by which inputs flow in. */
function flowsIn({ links }: Followed): ReadonlySet<string> {
  return new Set(
    links.flatMap(({ kind, event, measuredBy = event }) =>
      kind === 'transformation' && measuredBy !== undefined ? [measuredBy.id] : [],
    ),
  );
}

function contentsIn({ links, sight }: Followed): ContentsAt {
  const held = Map.groupBy(
    links.filter(({ kind }) => kind === 'containment'),
    ({ from }) => from,
  );
  return (container, atMs) =>
    (held.get(container) ?? []).flatMap(({ to, event, sinceMs = 0, untilMs, quantity, uom }): UnitMention[] => {
      if (atMs < sinceMs || (untilMs !== undefined && atMs >= untilMs)) return [];
      const isTold = event === undefined || sight.sees(event, 'quantity');
      const isClass = quantity !== undefined || readCode(to).names === 'lot';
      const amount = isTold && quantity !== undefined ? { quantity, ...(uom === undefined ? {} : { uom }) } : {};
      return [{ code: to, role: 'child', isClass, ...amount }];
    });
}

function lookedAt({ units, events, completeness }: TraceAnswer) {
  const { hidden, complete } = completeness;
  return { units: units.length, events: events.length, hidden, complete };
}

interface NameRows {
  readonly start: readonly string[];
  readonly recipients: readonly Recipient[];
  readonly sources: readonly Source[];
  readonly up: Followed;
  readonly down: Followed;
}

/** Parties and products by what is said of them, as far as that is open. */
async function nameRows(tx: Tx, { start, recipients, sources, up, down }: NameRows) {
  const customers = recipients.slice(0, LISTED_MAX);
  const inputs = sources.slice(0, LISTED_MAX);
  const named = async ({ events, sight }: Followed, codes: readonly (string | undefined)[]) => {
    const asked = [...new Set(codes.filter((code) => code !== undefined))];
    const involved = { ...involvedIn(events), sees: sight.seesMaster };
    const known = await findMasterData(tx, asked, involved);
    return (code: string | undefined) => {
      const name = code === undefined ? undefined : displayName(known.get(code));
      return name === undefined ? {} : { name };
    };
  };
  const goods = (codes: readonly string[]) => codes.map(productOf);
  const below = await named(down, [
    ...start.map(productOf),
    ...customers.map(({ to }) => to),
    ...goods(customers.map(({ code }) => code)),
  ]);
  const above = await named(up, [
    ...inputs.flatMap(({ suppliers }) => suppliers),
    ...goods(inputs.map(({ code }) => code)),
  ]);
  const product = productOf(start[0] ?? '');
  return {
    ...(product === undefined ? {} : { product: { code: product, ...below(product) } }),
    customers: customers.map(({ to, ...row }) => ({
      ...row,
      ...below(productOf(row.code)),
      ...(to === undefined ? {} : { party: { code: to, ...below(to) } }),
    })),
    inputs: inputs.map(({ suppliers, isMade: _, ...row }) => ({
      ...row,
      ...above(productOf(row.code)),
      from: suppliers.map((code) => ({ code, ...above(code) })),
    })),
  };
}

function productOf(code: string): string | undefined {
  return code === '' ? undefined : readCode(code).productOf;
}

const NOTICE_WORDS = {
  recalled: { zh: '召回', en: 'recalled' },
  failed: { zh: '不合格', en: 'failed' },
  expired: { zh: '过期', en: 'expired' },
  gone: { zh: '已销毁、处置或失窃', en: 'destroyed, disposed of or stolen' },
} as const;

/** Warnings in force on what was asked for, of those who have a say in it, as everybody who scans is told them; when, as far as that is open. */
function noticesTold(
  { because }: Awaited<ReturnType<typeof judgeUnits>>,
  { sight }: Pick<Followed, 'sight'>,
): DrillResult['notices'] {
  return because.slice(0, NOTICES_MAX).flatMap(({ verdict, unit, as, notice }) => {
    if (notice === undefined || as !== 'asked') return [];
    const since = sight.sees(notice.event, 'time') ? { since: new Date(notice.fromMs).toISOString() } : {};
    return [{ verdict, unit, ...since, words: NOTICE_WORDS[notice.kind] }];
  });
}

/** What packs find of the organisation's own records of it. */
async function findingsOf(ctx: Ctx, start: readonly string[]): Promise<DrillResult['findings']> {
  const rows = await ctx.read((tx) => findingsOfUnit(tx, start[0] ?? '', FINDINGS_MAX));
  return rows.map(({ identity, finding }) => ({
    ...{ rule: finding.rule, effect: finding.effect, eventID: identity },
    message: { zh: finding.message.zh, en: finding.message.en },
  }));
}
