import type { Language, TraceAnswer } from '@suyuan/api';
import { alternates, type CodeReading, type Detection, interpret, readCode } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';
import { type Ctx, PUBLIC } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Recorder } from '../compliance/index.ts';
import { lookAs, PUBLIC_MASTER, type PublicMembers, readAuthorities } from '../disclosure/index.ts';
import { type ReadEvent, Reading, readEndsOfUnits, readReceivedAt } from '../events/index.ts';
import { findOrganisations, type Organisation } from '../identity/index.ts';
import { findLeafAt, type Leaf } from '../integrity/index.ts';
import { findPicture, type ShownPicture } from '../pictures/index.ts';
import { findMasterData, involvedIn, type RegistryEntry } from '../registry/index.ts';
import { type PackInUse, publicMembersOf } from '../standards/index.ts';
import {
  eventReader,
  judgeUnits,
  openTies,
  possessorAfter,
  type Reason,
  traceUnits,
  type Verdict,
} from '../trace/index.ts';
import { readingsToLookUp } from './code-model.ts';
import { cutFound } from './cut-found.ts';
import type { Watch } from './kept/watch.ts';
import { sourcesOfLot } from './lot-sources.ts';
import { codesOfPapers, codesOfProviders } from './papers-said.ts';
import { toldClaims, toldNotices } from './told-notices.ts';
import { vouchedOf } from './vouched.ts';

/** What is held of a code, from one state of the database. */
export interface LookUp {
  readonly given: string;
  /** What the given text is taken for: of all its readings the first that something is held of, else the likeliest. */
  readonly reading: CodeReading;
  /** All that it may be. */
  readonly detection: Detection;
  /** The codes it is known under here: with and without its lot. */
  readonly start: readonly string[];
  /** Both ways from the code; absent when no event names it. */
  readonly trace?: TraceAnswer;
  /** Of a lot: the chain before what it was made from, where that is not in its own. */
  readonly sources?: TraceAnswer;
  /** The events that name the code itself, oldest first. */
  readonly own: readonly ReadEvent[];
  /** Row ids of those of its own events whose tests and certificates are told. */
  readonly vouched: ReadonlySet<string>;
  /** What a person who scans is told of it. */
  readonly verdict: Verdict;
  /** Who recorded the claims, by their numbers. */
  readonly claimants: ReadonlyMap<number, Organisation>;
  /** Of a product: the oldest events of those of its items that the verdict's reasons are about. */
  readonly items: readonly ReadEvent[];
  readonly known: ReadonlyMap<string, RegistryEntry>;
  /** Of its product. */
  readonly picture?: ShownPicture;
  /** Packs on the shelf, in their order. */
  readonly packs: readonly PackInUse[];
  /** Who recorded its own events. */
  readonly recorders: ReadonlyMap<number, Recorder>;
  readonly nowMs: number;
  /** Where the newest record of the code stands in the log. */
  readonly leaf?: Leaf;
  /** When that was received. */
  readonly recordedAt?: Date;
}

/**
 * A page asks for a picture, not for everything: beyond this the trace says that it was cut, and the page says so.
 * A consumer's can of formula has some 60 units and 80 events behind it.
 */
export const PUBLIC_LIMITS = {
  UNITS_MAX: 2_000,
  EVENTS_MAX: 5_000,
  LEVELS_MAX: 200,
  LINKS_MAX: 20_000,
  ANOMALIES_MAX: 1_000,
};

/** Reasons that a page tells. */
const REASONS_MAX = 20;

/** The worst, and those of the notices that the page shows, which may come after many others. */
function reasonsTold(verdict: Verdict): Reason[] {
  return [
    ...verdict.because.slice(0, REASONS_MAX),
    ...toldNotices(verdict).flatMap((reasons) => reasons.slice(0, REASONS_MAX)),
    ...toldClaims(verdict).flatMap((reasons) => reasons.slice(0, REASONS_MAX)),
  ];
}

export interface LookUpAs {
  readonly language: Language;
  readonly nowMs: number;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** On the shelf now: they say what of events is for everybody, and in which groups. */
  packs(): Promise<readonly PackInUse[]>;
  /** What these deal in, and their licences, as the program itself sees them. */
  recordersOf(nos: readonly number[]): Promise<ReadonlyMap<number, Recorder>>;
  /** Notes what the answer depends on. */
  readonly watch: Watch;
}

/** Gathers what is known of a code, for anybody. */
export async function lookUp(ctx: Pick<Ctx, 'read'>, given: string, as: LookUpAs): Promise<LookUp> {
  const { detection, reading } = interpret(given);
  if (isPersonal(reading)) return { ...notAsked(given, reading, detection), nowMs: as.nowMs };
  const packs = await as.packs();
  const found = await lookUpHeld(ctx, given, { ...as, publicMembers: publicMembersOf(packs) });
  const nos = [...new Set(found.own.flatMap(({ recordedBy: [first] }) => first ?? []))];
  // After the transaction: whoever holds one waits for no other.
  return { ...found, packs, recorders: await as.recordersOf(nos), nowMs: as.nowMs };
}

type Held = Omit<LookUp, 'packs' | 'recorders' | 'nowMs'>;

async function lookUpHeld(
  ctx: Pick<Ctx, 'read'>,
  given: string,
  { language, nowMs, nameKey, publicMembers, watch }: LookUpAs & { readonly publicMembers: PublicMembers },
): Promise<Held> {
  const { detection, reading: likeliest } = interpret(given);
  return ctx.read(
    async (tx) => {
      const store = { tx, watch, reading: new Reading(PUBLIC_LIMITS.EVENTS_MAX) };
      const held = await firstHeld(store, { given, likeliest, detection });
      const { reading, start } = held;
      const named = start.filter((code) =>
        held.own.some((event) => event.facts.units.some((unit) => unit.code === code)),
      );
      const asked = { start: named.length === 0 ? [reading.canonical] : named, direction: 'both' as const, language };
      const reader = watch.reader(eventReader(tx, store.reading));
      const ties = openTies(reader, PUBLIC_LIMITS, held.isWhole ? { codes: named, events: held.own } : undefined);
      // First, so that what the picture of the chain leaves out does not count for the verdict.
      const judged = await judgeUnits(ties, {
        start: asked.start,
        nowMs,
        whose: (asks) => readAuthorities(tx, asks),
      });
      const isTold = reasonsTold(judged).some(({ notice }) => notice !== undefined);
      const itemsFound = reading.names === 'class' ? await itemsTold(store, judged) : [];
      const look = lookAs(tx, PUBLIC, { now: new Date(nowMs), nameKey, publicMembers });
      const { own, verdict, items } = await cutFound({ own: held.own, verdict: judged, items: itemsFound }, look);
      const found = {
        given,
        reading,
        detection,
        start,
        own,
        verdict,
        items,
        vouched: await vouchedOf(tx, held),
        claimants: await claimantsOf(tx, verdict),
      };
      // A lot may be recalled of which no can was ever recorded by itself.
      if (own.length === 0 && !isTold) return { ...found, ...(await saidOf(store, found)) };
      const trace = await traceUnits(ties, { ...asked, look });
      const sources =
        reading.names === 'lot' ? await sourcesOfLot(ties, { own, trace, asked: { ...asked, look } }) : undefined;
      // When a hidden one was recorded is hidden too.
      const newest = own
        .filter(isDated)
        .reduce<ReadEvent | undefined>(
          (latest, event) => (latest === undefined || event.position > latest.position ? event : latest),
          undefined,
        );
      const proof = newest === undefined ? {} : await proofOf(tx, newest);
      const said = await saidOf(store, { ...found, traces: sources === undefined ? [trace] : [trace, sources] });
      return { ...found, trace, ...(sources === undefined ? {} : { sources }), ...said, ...proof };
    },
    { as: 'chain' },
  );
}

async function claimantsOf(tx: Tx, verdict: Verdict): Promise<Map<number, Organisation>> {
  const nos = toldClaims(verdict).flatMap(([reason]) => reason?.notice?.event.recordedBy ?? []);
  return new Map((await findOrganisations(tx, [...new Set(nos)])).map((each) => [each.no, each]));
}

/** Where a record stands in the log, and when it was received. */
async function proofOf(tx: Tx, event: ReadEvent): Promise<Pick<LookUp, 'leaf' | 'recordedAt'>> {
  const { block, position } = event;
  if (block === undefined) return {};
  const recordedAt = (await readReceivedAt(tx, [event]))(event);
  const leaf = position < 0 ? undefined : await findLeafAt(tx, { block, position });
  return { ...(leaf === undefined ? {} : { leaf }), ...(recordedAt === undefined ? {} : { recordedAt }) };
}

function isDated({ facts }: ReadEvent): boolean {
  return !Number.isNaN(facts.eventTimeMs);
}

/** The number of a person: the page says that it is not looked up, so no store is asked about it. */
export function isPersonal({ refusal }: CodeReading): boolean {
  return refusal?.reason === 'personal-number';
}

function notAsked(given: string, reading: CodeReading, detection: Detection): Omit<LookUp, 'nowMs'> {
  const nothing = {
    start: [],
    own: [],
    items: [],
    vouched: new Set<string>(),
    known: new Map(),
    claimants: new Map(),
    packs: [],
    recorders: new Map(),
  };
  return { given, reading, detection, ...nothing, verdict: { verdict: 'incomplete', because: [], claims: [] } };
}

/** The store, and who notes what is asked of it. */
interface Store {
  readonly tx: Tx;
  readonly watch: Watch;
  readonly reading: Reading;
}

interface HeldReading {
  readonly reading: CodeReading;
  readonly start: readonly string[];
  readonly own: readonly ReadEvent[];
  /** These are all events of the codes. */
  readonly isWhole: boolean;
}

/** What the text may stand for, the likeliest first, each with the codes that it is known under. */
export function candidatesOf(given: string, detection: Detection): readonly Omit<HeldReading, 'own' | 'isWhole'>[] {
  return readingsToLookUp(readCode(given), detection).map((reading) => ({
    reading,
    start: [reading.canonical, ...alternates(reading.canonical)],
  }));
}

/** The first reading of the text that events name, else that master data names, else the likeliest. */
async function firstHeld(
  store: Store,
  { given, likeliest, detection }: { given: string; likeliest: CodeReading; detection: Detection },
): Promise<HeldReading> {
  const candidates = candidatesOf(given, detection);
  for (const candidate of candidates) {
    const found = await ownEvents(store, candidate.start);
    if (found.own.length > 0) return { ...candidate, ...found };
  }
  const codes = candidates.map(({ reading }) => reading.canonical);
  const known = await findMasterData(store.tx, codes, { sees: PUBLIC_MASTER, asks: store.watch.master });
  const named = candidates.find(({ reading }) => known.has(reading.canonical))?.reading;
  const reading = named ?? likeliest;
  return { reading, start: [reading.canonical], own: [], isWhole: false };
}

/** Of the events that name the code itself: a notice is among the newest, what it is among the oldest. */
const OWN_NEWEST_MAX = 2_000;
const OWN_OLDEST_MAX = 200;

async function ownEvents(
  { tx, watch, reading }: Store,
  codes: readonly string[],
): Promise<Pick<HeldReading, 'own' | 'isWhole'>> {
  watch.lookedFor(codes, 'units');
  const newest = await readEndsOfUnits(tx, codes, { max: OWN_NEWEST_MAX, end: 'newest', reading });
  const oldest = newest.more
    ? await readEndsOfUnits(tx, codes, { max: OWN_OLDEST_MAX, end: 'oldest', reading })
    : undefined;
  const events = [...new Map([...newest.events, ...(oldest?.events ?? [])].map((event) => [event.id, event])).values()];
  watch.found(events);
  const own = events.sort((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
  return { own, isWhole: !newest.more };
}

/** Events of the items that reasons are about: one of the oldest made them. */
const ITEM_EVENTS_MAX = 200;

async function itemsTold({ tx, watch, reading }: Store, { because }: Verdict): Promise<readonly ReadEvent[]> {
  const told = because.slice(0, REASONS_MAX).filter(({ as }) => as === 'instance');
  if (told.length === 0) return [];
  const units = [...new Set(told.map(({ unit }) => unit))];
  watch.lookedFor(units, 'units');
  const { events } = await readEndsOfUnits(tx, units, { max: ITEM_EVENTS_MAX, end: 'oldest', reading });
  watch.found(events);
  return events;
}

/** Master data of everything a page names: product classes, lots' products, parties, places; and the product's picture. */
async function saidOf(
  { tx, watch }: Store,
  {
    reading,
    traces = [],
    verdict,
    items,
    own,
  }: Pick<LookUp, 'reading' | 'verdict' | 'items' | 'own'> & { readonly traces?: readonly TraceAnswer[] },
): Promise<Pick<LookUp, 'known' | 'picture'>> {
  const codes = new Set([reading.canonical, reading.classOf, ...productOf(reading)]);
  const add = (...named: readonly (string | undefined)[]): void => {
    for (const code of named) if (code !== undefined) codes.add(code);
  };
  for (const { units, events, custody } of traces) {
    for (const unit of units) add(unit.product, unit.holder);
    for (const event of events) add(event.readPoint, event.bizLocation, event.party);
    for (const { party } of custody) add(party);
  }
  for (const { unit, notice } of reasonsTold(verdict)) {
    add(...productOf(readCode(unit)), ...(notice === undefined ? [] : whereabouts(notice.event.facts)));
  }
  for (const { facts } of items) add(...whereabouts(facts));
  add(...codesOfPapers(own));
  const as = { ...involvedIn([...own, ...items]), sees: PUBLIC_MASTER, asks: watch.master };
  const known = await findMasterData(tx, [...codes], as);
  const providers = codesOfProviders(own, known).filter((code) => !codes.has(code));
  const more = providers.length === 0 ? [] : await findMasterData(tx, providers, as);
  const picture = await findPicture(tx, [...productOf(reading), reading.canonical], as);
  return { known: new Map([...known, ...more]), ...(picture === undefined ? {} : { picture }) };
}

function whereabouts(facts: EventFacts): (string | undefined)[] {
  return [possessorAfter(facts), facts.bizLocation, facts.readPoint];
}

/** The product class of a code, where it has one. */
export function productOf({ productOf: product }: CodeReading): string[] {
  return product === undefined ? [] : [product];
}
