/** What one viewer may see of the events of one chain: the one place where that is decided. */
import { hash } from 'node:crypto';
import type { EventElement, TracePlace } from '@suyuan/api';
import type { EventFacts } from '@suyuan/epcis';
import type { Directory } from './directory.ts';
import { ALL_ELEMENTS, BITS, hiddenElements, openBits, type Rank } from './element-mask.ts';
import { isMeant, isOfProduct, masterSightOf, type SeesMaster } from './master-sight.ts';
import { occasionsOf } from './occasions.ts';
import { NO_MEMBERS, type OpenPart } from './open-members.ts';
import { type ChainEvent, type ChainShape, chainsOf, ranksOf, type Viewer } from './standing.ts';
import type { Opening } from './store-openings.ts';

export interface Sight {
  sees(event: ChainEvent, element: EventElement): boolean;
  /** How near the viewer stands to it. */
  rankOf(event: ChainEvent): Rank;
  /** Of all events of the chain that a unit is of. */
  seesThroughout(unit: string, element: EventElement): boolean;
  /** The elements that it does not see, whether the event has them or not; undefined where it sees all. */
  hiddenOf(event: ChainEvent): readonly EventElement[] | undefined;
  /** The event's ID, or what stands for it: the same for everybody, and telling nothing. */
  nameOf(event: ChainEvent & { readonly eventID: string }): string;
  /** What everybody may see of its own members, where what the goods are may be seen: that is product data. */
  openPartOf(event: ChainEvent): OpenPart;
  /** Its region; of a place that is not seen its kind as well, as far as they may be told. */
  placeOf(event: ChainEvent): TracePlace | undefined;
  /** Whether a time that the answer is bounded by may be told: that of an event, where no hidden one is of it too. */
  isTimeTold(timeMs: number): boolean;
  /** Of what an organisation says of a product, party or place: how near the viewer stands to it in this chain decides. */
  readonly seesMaster: SeesMaster;
  /** No time of the chain is hidden. */
  readonly seesTimes: boolean;
  /** Others of whose records it sees more than the public does, each with the rank at which it stands to them at the most. */
  readonly lookedAt: ReadonlyMap<number, Rank>;
}

/** Of whoever recorded all of it. */
export const WHOLE_SIGHT: Sight = {
  sees: () => true,
  rankOf: () => 4,
  seesThroughout: () => true,
  hiddenOf: () => undefined,
  nameOf: ({ eventID }) => eventID,
  openPartOf: () => NO_MEMBERS,
  placeOf: () => undefined,
  isTimeTold: () => true,
  seesMaster: () => true,
  seesTimes: true,
  lookedAt: new Map(),
};

export interface SightOf {
  readonly shape: ChainShape;
  readonly viewer: Viewer;
  readonly directory: Pick<Directory, 'organisationOf' | 'placeOf' | 'regionOf'>;
  readonly openings: readonly Opening[];
  /** None of the members that the standard leaves to others, if not given. */
  readonly openPartOf?: ((event: ChainEvent) => OpenPart) | undefined;
  /** 32 bytes, of this installation alone. */
  readonly nameKey: Buffer;
}

export function sightOf({
  shape,
  viewer,
  directory,
  openings,
  nameKey,
  openPartOf = () => NO_MEMBERS,
}: SightOf): Sight {
  const chains = chainsOf(shape);
  const ranks = ranksOf(shape, { chains, viewer, whose: directory.organisationOf });
  const masks = new Map<string, number>();
  /** What is seen of every event of a chain, by the unit that stands for it. */
  const throughout = new Map<string, number>();
  const times: Times = { told: new Set(), hidden: new Set() };
  const lookedAt = new Map<number, Rank>();
  for (const [code, events] of shape.units) {
    const chain = chains(code);
    let seen = throughout.get(chain) ?? ALL_ELEMENTS;
    for (const event of events) {
      const mask = masks.get(event.id) ?? maskFor(event);
      masks.set(event.id, mask);
      seen &= mask;
      ((mask & BITS.time) === 0 ? times.hidden : times.told).add(event.facts.eventTimeMs);
    }
    throughout.set(chain, seen);
  }
  const maskOf = ({ id }: ChainEvent): number => masks.get(id) ?? 0;
  const sees = (event: ChainEvent, element: EventElement): boolean => (maskOf(event) & BITS[element]) !== 0;
  return {
    sees,
    rankOf: ({ id }) => ranks.get(id) ?? 0,
    seesThroughout: (unit, element) => ((throughout.get(chains(unit)) ?? 0) & BITS[element]) !== 0,
    hiddenOf: (event) => hiddenElements(maskOf(event)),
    nameOf: (event) => (isNameTold(event) ? event.eventID : hiddenName(event.id, nameKey)),
    openPartOf,
    placeOf: (event) => placeTold(event, { sees, directory }),
    seesMaster: masterSightOf({ shape, ranks, viewer, openings }),
    seesTimes: times.hidden.size === 0,
    lookedAt,
    isTimeTold: (timeMs) => times.told.has(timeMs) && !times.hidden.has(timeMs),
  };

  /** A CBV hash ID is told with all that it is of: by trying one would find what of it is hidden. */
  function isNameTold(event: ChainEvent & { readonly eventID: string }): boolean {
    return sees(event, 'eventID') && (maskOf(event) === ALL_ELEMENTS || !event.eventID.startsWith('ni:'));
  }

  function maskFor(event: ChainEvent): number {
    const rank = ranks.get(event.id) ?? 0;
    if (rank === 4) return ALL_ELEMENTS;
    const occasions = occasionsOf(event.facts);
    const mask = openBits(rank, occasions) | openedBits(event, rank);
    if (mask !== openBits(0, occasions)) {
      for (const no of event.recordedBy) lookedAt.set(no, higher(rank, lookedAt.get(no)));
    }
    return mask;
  }

  /** What its recorders have opened further. */
  function openedBits({ facts, recordedBy }: ChainEvent, rank: Rank): number {
    let bits = 0;
    for (const opening of openings) {
      if (!recordedBy.includes(opening.orgNo)) continue;
      if (isMeant(opening, { rank, orgNo: viewer.orgNo }) && isOf(facts, opening.product)) bits |= opening.bits;
    }
    return bits & ALL_ELEMENTS;
  }
}

function higher(rank: Rank, than: Rank = 0): Rank {
  return rank > than ? rank : than;
}

interface Times {
  readonly told: Set<number>;
  readonly hidden: Set<number>;
}

function isOf({ units }: EventFacts, product: string | null): boolean {
  if (product === null) return true;
  return units.some(({ code }) => isOfProduct(code, product));
}

function placeTold(
  event: ChainEvent,
  { sees, directory }: { readonly sees: Sight['sees']; readonly directory: Pick<Directory, 'placeOf' | 'regionOf'> },
): TracePlace | undefined {
  if (sees(event, 'place')) {
    // Its kind stands in its master data.
    const region = sees(event, 'region') ? directory.regionOf(event) : undefined;
    return region === undefined ? undefined : { region };
  }
  const { kind, region } = directory.placeOf(event);
  const told = {
    ...(kind !== undefined && sees(event, 'placeKind') ? { kind } : {}),
    ...(region !== undefined && sees(event, 'region') ? { region } : {}),
  };
  return Object.keys(told).length === 0 ? undefined : told;
}

/**
 * Whoever does not have the key learns nothing of the event from it, its time neither. A digest behind a key of fixed length, of
 * an id of fixed length, cut short: nothing can be appended to it. An HMAC object for each name took 40 % of a long trace.
 */
export function hiddenName(id: string, key: Buffer): string {
  return `${HIDDEN}${hash('sha256', `${key.toString('hex')}${id}`, 'base64url').slice(0, 22)}`;
}

const HIDDEN = 'urn:suyuan:record:';

export function isHiddenName(name: string): boolean {
  return name.startsWith(HIDDEN);
}
