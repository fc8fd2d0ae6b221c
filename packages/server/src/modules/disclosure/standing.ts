/**
 * How near a viewer stands to each event of a chain. One step up, one down: whom an event names, and who recorded the step
 * before or after. Pure.
 */
import { readCode } from '@suyuan/codes';
import { type EventFacts, HANDING_OVER, TAKING } from '@suyuan/epcis';
import type { Rank } from './element-mask.ts';

/** An event of a chain, whoever recorded it. */
export interface ChainEvent {
  readonly id: string;
  readonly facts: EventFacts;
  /** Numbers of the organisations. */
  readonly recordedBy: readonly number[];
  /** By everybody who recorded it. */
  readonly declaredInError: boolean;
  readonly isDeclaration: boolean;
}

/** A chain as it was walked. */
export interface ChainShape {
  /** Its units, each with the events that mention it, in their order; may be made as they are listed, the same each time. */
  readonly units: Iterable<readonly [unit: string, events: readonly ChainEvent[]]>;
  /** What is tied to what. */
  readonly ties: Iterable<{ readonly from: string; readonly to: string }>;
}

/** Who looks. The public is nobody. */
export interface Viewer {
  readonly orgNo?: number | undefined;
  /** Those with whom it has agreed to be partners. */
  readonly partners: ReadonlySet<number>;
  /** Those that it watches over, of the ones that recorded something of this chain. */
  readonly supervised: ReadonlySet<number>;
  /** It has a jurisdiction, of whatever. */
  readonly isRegulator: boolean;
}

/** The organisation that a code of a party or place is of; undefined of one that nobody here has. */
export type WhoseCode = (code: string) => number | undefined;

export interface RanksOf {
  /** As `chainsOf` gives it. */
  readonly chains: (unit: string) => string;
  readonly viewer: Viewer;
  readonly whose: WhoseCode;
}

/** The rank at which the viewer stands to each event, by the event's row id. */
export function ranksOf({ units }: ChainShape, { chains, viewer, whose }: RanksOf): Map<string, Rank> {
  const { orgNo, partners, supervised } = viewer;
  const ranks = new Map<string, Rank>();
  /** One unit of each chain that the viewer, or one that it watches over, takes part in. */
  const taken = new Set<string>();
  const raise = ({ id }: ChainEvent, rank: Rank): void => {
    if (rank > (ranks.get(id) ?? 0)) ranks.set(id, rank);
  };
  const isOwn = ({ recordedBy }: ChainEvent): boolean => orgNo !== undefined && recordedBy.includes(orgNo);
  const names = new Map<string, Names>();
  const namesOf = (event: ChainEvent): Names => {
    let found = names.get(event.id);
    if (found === undefined) {
      found = readNames(event.facts, whose);
      names.set(event.id, found);
    }
    return found;
  };
  for (const [code, events] of units) {
    let before: ChainEvent | undefined;
    let hasMany: boolean | undefined;
    const manyHaveIt = (): boolean => (hasMany ??= isOfMany(code));
    for (const event of events) {
      if (isOwn(event)) raise(event, 4);
      else if (event.recordedBy.some((no) => partners.has(no) || supervised.has(no))) raise(event, 3);
      if (event.declaredInError || event.isDeclaration || orgNo === undefined) continue;
      const isNamed = namesOf(event).all.has(orgNo);
      if (isNamed) raise(event, 3);
      if (before !== undefined && isOwn(before) !== isOwn(event) && follows({ manyHaveIt, before, event, namesOf })) {
        raise(isOwn(event) ? before : event, 3);
      }
      if (isOwn(event) || isNamed || event.recordedBy.some((no) => supervised.has(no))) taken.add(chains(code));
      before = event;
    }
  }
  const least: Rank = viewer.isRegulator ? 1 : 0;
  for (const [code, events] of units) {
    const rank = taken.has(chains(code)) ? 2 : least;
    for (const event of events) raise(event, rank);
  }
  return ranks;
}

/** Whom an event names. */
interface Names {
  readonly all: ReadonlySet<number>;
  /** Who gives and who takes; undefined where the event does not say. */
  readonly givers: ReadonlySet<number> | undefined;
  readonly takers: ReadonlySet<number> | undefined;
}

function readNames({ sources, destinations }: EventFacts, whose: WhoseCode): Names {
  const known = (transfers: EventFacts['sources']): Set<number> =>
    new Set(transfers.map(({ party }) => whose(party)).filter((no) => no !== undefined));
  const [givers, takers] = [known(sources), known(destinations)];
  return {
    all: new Set([...givers, ...takers]),
    givers: sources.some(isParty) ? givers : undefined,
    takers: destinations.some(isParty) ? takers : undefined,
  };
}

function isParty({ kind }: EventFacts['sources'][number]): boolean {
  return kind !== 'location';
}

/** Of a lot or a class many may have a part. */
function isOfMany(code: string): boolean {
  const { names } = readCode(code);
  return names === 'lot' || names === 'class';
}

interface Following {
  manyHaveIt(): boolean;
  readonly before: ChainEvent;
  readonly event: ChainEvent;
  namesOf(event: ChainEvent): Names;
}

/**
 * Whether one step follows upon the other. Neither names somebody else in the other's place: otherwise whoever reads a label
 * could record a step of goods that it never had, and be told to whom they went. Of a lot or a class, of which many have a
 * part, the one hands over and the other takes: two shops that sell of one lot are no partners.
 */
function follows({ manyHaveIt, before, event, namesOf }: Following): boolean {
  const { takers } = namesOf(before);
  const { givers } = namesOf(event);
  if (takers !== undefined && !event.recordedBy.some((no) => takers.has(no))) return false;
  if (givers !== undefined && !before.recordedBy.some((no) => givers.has(no))) return false;
  if (!manyHaveIt()) return true;
  return HANDING_OVER.has(before.facts.bizStep) && TAKING.has(event.facts.bizStep);
}

/** Which units hang together: one of them that stands for all. Codes that were asked for together may be of several chains. */
export function chainsOf({ units, ties }: ChainShape): (unit: string) => string {
  const above = new Map<string, string>();
  for (const [code] of units) above.set(code, code);
  const rootOf = (code: string): string => {
    let root = code;
    for (let next = above.get(root) ?? root; next !== root; next = above.get(root) ?? root) root = next;
    for (let at = code; at !== root; ) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { from, to } of ties) {
    const [a, b] = [rootOf(from), rootOf(to)];
    if (a !== b) above.set(a, b);
  }
  return rootOf;
}
