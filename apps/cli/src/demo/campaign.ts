/** One round of a chain: what is recorded, about whom and what, and the codes worth showing. */
import { type Code, lgtin } from './codes.ts';
import type { EpcisEvent } from './event-builders.ts';
import type { Party } from './parties.ts';
import type { Product } from './products.ts';
import { type Random, randomOf } from './random.ts';

export type Chain = 'infant-formula' | 'outbreak' | PackChain;

/** Short chains, each of one category pack: records that are in order, and records of which the pack finds something. */
export type PackChain = 'food' | 'edible-agri' | 'special-equipment';

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A code worth scanning or tracing, with the reason. `key` names it for programs. */
export interface Highlight {
  readonly key: string;
  readonly code: Code;
  readonly what: Text;
}

/** A flaw put into the chain on purpose. */
export interface PlantedFinding {
  readonly kind: 'shipped-not-received' | 'declared-in-error' | 'temperature-excursion' | 'recalled' | 'contaminated';
  readonly code: Code;
  readonly what: Text;
}

export interface Campaign {
  readonly number: number;
  readonly seed: number;
  readonly random: Random;
  readonly parties: Party[];
  readonly products: Product[];
  /** What each desk recorded, in the order of writing. */
  readonly desks: Map<string, EpcisEvent[]>;
  /** Desks whose records a pack forbids: they are taken where nobody deals in its category yet. */
  readonly forbidden: Set<string>;
  readonly highlights: Highlight[];
  readonly planted: PlantedFinding[];
}

/** The chains of packs leave nothing to chance. */
const STREAMS: Record<Chain, number> = {
  'infant-formula': 0,
  outbreak: 1,
  food: 0,
  'edible-agri': 0,
  'special-equipment': 0,
};

/** @param number of the campaign, from 0; only campaign 0 carries the planted flaws */
export function startCampaign(chain: Chain, number: number, seed: number): Campaign {
  const random = randomOf(seed, number * 2 + STREAMS[chain]);
  const lists = { parties: [], products: [], highlights: [], planted: [] };
  return { number, seed, random, desks: new Map(), forbidden: new Set(), ...lists };
}

/** Adds the event to what this company's desk has recorded. */
export function record(campaign: Campaign, { desk }: Pick<Party, 'desk'>, event: EpcisEvent): void {
  const events = campaign.desks.get(desk);
  if (events === undefined) campaign.desks.set(desk, [event]);
  else events.push(event);
}

/** A lot's code. Lots of later campaigns carry the campaign's number, so that no two campaigns share one. */
export function lotOf({ number }: Campaign, { item }: Product, name: string): Code {
  return lgtin(item, number === 0 ? name : `${name}-${number}`);
}
