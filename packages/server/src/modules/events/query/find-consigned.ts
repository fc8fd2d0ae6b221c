/** What others have sent to an organisation that it has not recorded as received, as far as it is open to it (ADR 0022). */
import { productOf } from '@suyuan/codes';
import type { EventFacts, UnitMention } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { cutFacts, readChain, type Sight } from '../../disclosure/index.ts';
import { findMasterData, involvedIn, type RegistryEntry } from '../../registry/index.ts';
import { type FindOthers, shapeOf } from './find-others.ts';
import { type ReadEvent, readEventsOfUnits, readEventsToParties } from './read-events.ts';
import { isOfOthers, isOpen, type ToldEvent, tellOthers } from './tell-others.ts';

export interface Consignments {
  /** Those of which something is still to be received, the newest first. */
  readonly events: readonly ToldEvent[];
  /** What is known of what they name. */
  readonly known: ReadonlyMap<string, RegistryEntry>;
  /** What is known to be in a container that was sent, as far as that is open. */
  contentsOf(code: string): readonly UnitMention[];
  /** More name the organisation than are looked at: the oldest of them are left out. */
  readonly isCut: boolean;
}

const STEP = 'https://ref.gs1.org/cbv/BizStep-';
const SENDING = `${STEP}shipping`;
const TAKING: ReadonlySet<string | undefined> = new Set(['receiving', 'accepting'].map((step) => STEP + step));
/** The newest that name the organisation, and all events of their units: some 50 ms of one core. */
const NAMING_MAX = 500;
const EVENTS_MAX = 5_000;
/** Clocks of two firms differ, and a driver is signed for before the office has recorded that he left. */
const EARLIER_MS = 24 * 3_600_000;

export interface ConsignedTo {
  /** Canonical, by which others name the organisation. */
  readonly codes: readonly string[];
  readonly sinceMs: number;
}

export async function findConsigned(ctx: Ctx, to: ConsignedTo, deps: FindOthers): Promise<Consignments> {
  const found = await waitingFor(
    ctx,
    { ...to, ...deps },
    async (tx, { open, around, sight, isCut }): Promise<Consignments> => {
      const events = await tellOthers(tx, open, sight);
      const named = events.flatMap(({ facts }) => [
        ...goodsOf(facts).map(({ code }) => productOf(code) ?? code),
        ...facts.sources.map(({ party }) => party),
      ]);
      const known = await findMasterData(tx, named, { ...involvedIn(open), sees: sight.seesMaster });
      const contents = contentsIn(
        around.filter((event) => isEffective(event) && isOpen(event, sight)).map((event) => cutFacts(event, sight)),
      );
      return { events: events.toReversed(), known, contentsOf: (code) => contents.get(code) ?? [], isCut };
    },
  );
  return found ?? { events: [], known: new Map(), contentsOf: () => [], isCut: false };
}

/** Their row ids alone: what is told of events, and names, are not read then. */
export async function findConsignedIds(ctx: Ctx, to: ConsignedTo, deps: FindOthers): Promise<readonly string[]> {
  return (await waitingFor(ctx, { ...to, ...deps }, async (_tx, { open }) => open.map(({ id }) => id))) ?? [];
}

interface Waiting {
  readonly open: readonly ReadEvent[];
  /** What there is of the units that were sent, in the order of time. */
  readonly around: readonly ReadEvent[];
  readonly sight: Sight;
  readonly isCut: boolean;
}

/** Undefined where nothing names the organisation, or nobody may ask. */
async function waitingFor<Told>(
  ctx: Ctx,
  { codes, sinceMs, ...deps }: ConsignedTo & FindOthers,
  tell: (tx: Tx, waiting: Waiting) => Promise<Told>,
): Promise<Told | undefined> {
  if (codes.length === 0 || !ctx.actor.rights.has('trace')) return undefined;
  return readChain(ctx, { codes, ...deps }, async (tx, look) => {
    const { events: naming, more: isCut } = await readEventsToParties(tx, codes, NAMING_MAX);
    const sent = naming.filter((event) => isOfOthers(ctx, event) && isSent(event, sinceMs));
    const units = [...new Set(sent.flatMap(({ facts }) => goodsOf(facts).map(({ code }) => code)))];
    if (units.length === 0) return undefined;
    const around = inOrder((await readEventsOfUnits(tx, units, { max: EVENTS_MAX })).events);
    const contents = contentsIn(around.filter(isEffective).map(({ facts }) => facts));
    const within =
      contents.size === 0 ? [] : (await readEventsOfUnits(tx, codesIn(contents), { max: EVENTS_MAX })).events;
    const ofOwn = [...around, ...within].filter(({ recordedBy }) => recordedBy.includes(ctx.actor.org?.no ?? 0));
    const taken = new Map(ofOwn.filter(isTaken).map((event) => [event.id, event]));
    const waiting = stillToReceive(sent, [...taken.values()], contents);
    const all = new Map([...around, ...sent].map((event) => [event.id, event]));
    const sight = await look.at(shapeOf(units, [...all.values()]));
    return tell(tx, { open: waiting.filter((event) => isOpen(event, sight)), around, sight, isCut });
  });
}

/** What changes hands: a container, and not what is in it. */
export function goodsOf({ units }: Pick<EventFacts, 'units'>): readonly UnitMention[] {
  return units.filter(({ role }) => role !== 'child');
}

function isEffective({ declaredInError, isDeclaration }: ReadEvent): boolean {
  return !declaredInError && !isDeclaration;
}

function isSent(event: ReadEvent, sinceMs: number): boolean {
  return isEffective(event) && event.facts.bizStep === SENDING && event.facts.eventTimeMs >= sinceMs;
}

function isTaken(event: ReadEvent): boolean {
  return isEffective(event) && TAKING.has(event.facts.bizStep);
}

type Contents = ReadonlyMap<string, readonly UnitMention[]>;

/** By container, what was put in and not taken out; of events in the order of time. */
function contentsIn(events: readonly Pick<EventFacts, 'type' | 'action' | 'units'>[]): Contents {
  const contents = new Map<string, readonly UnitMention[]>();
  for (const { type, action, units } of events) {
    const parent = units.find(({ role }) => role === 'parent');
    if (type !== 'AggregationEvent' || parent === undefined) continue;
    const children = units.filter(({ role }) => role === 'child');
    const named = new Set(children.map(({ code }) => code));
    const others = (contents.get(parent.code) ?? []).filter(({ code }) => !named.has(code));
    if (action === 'ADD') contents.set(parent.code, [...others, ...children]);
    else if (action === 'DELETE') contents.set(parent.code, children.length === 0 ? [] : others);
  }
  return contents;
}

function codesIn(contents: Contents): string[] {
  return [...new Set([...contents.values()].flatMap((units) => units.map(({ code }) => code)))];
}

/**
 * A lot comes more than once: each receipt is of the oldest delivery of the unit that has none. A pallet that was taken in carton
 * by carton has come. In the order of time.
 */
function stillToReceive(
  sent: readonly ReadEvent[],
  taken: readonly ReadEvent[],
  contents: Contents,
): readonly ReadEvent[] {
  const receipts = new Map<string, number[]>();
  for (const { facts } of inOrder(taken)) {
    for (const { code } of facts.units) receipts.set(code, [...(receipts.get(code) ?? []), facts.eventTimeMs]);
  }
  return inOrder(sent).filter(({ facts }) => {
    const isHere = ({ code }: UnitMention): boolean => {
      const times = receipts.get(code) ?? [];
      const at = times.findIndex((timeMs) => timeMs >= facts.eventTimeMs - EARLIER_MS);
      if (at !== -1) times.splice(at, 1);
      return at !== -1;
    };
    // Each of them is looked at, so that none is of the next delivery too.
    const missing = goodsOf(facts).filter((unit) => {
      const held = contents.get(unit.code) ?? [];
      return !isHere(unit) && (held.length === 0 || held.filter((each) => !isHere(each)).length > 0);
    });
    return missing.length > 0;
  });
}

function inOrder(events: readonly ReadEvent[]): readonly ReadEvent[] {
  return events.toSorted((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
}
