/**
 * The demonstration chains as EPCIS 2.0 documents: same options, same bytes. Everything in them is invented.
 *
 * A scale of n is n campaigns of each chain, with lots, farms, stores and restaurants of their own; the documents of a
 * smaller scale are the first documents of a larger one. What is wrong on purpose is in the first campaign alone, and so
 * are the short chains of the category packs.
 */
import type { Campaign, Chain, Text } from './campaign.ts';
import type { Code } from './codes.ts';
import { equipmentCampaign } from './equipment-chain.ts';
import type { EpcisEvent } from './event-builders.ts';
import { foodCampaign } from './food-chain.ts';
import { formulaCampaign } from './formula-chain.ts';
import { type Vocabulary, vocabulariesOf } from './master-data.ts';
import { outbreakCampaign } from './outbreak-chain.ts';
import { CAMPAIGNS_MAX } from './parties.ts';
import { vegetableCampaign } from './vegetable-chain.ts';

export interface DemoOptions {
  /** Campaigns of each chain, 1 to 1000; one is about five thousand events. */
  readonly scale: number;
  /** A whole number; varies amounts and hours. Lots keep their codes, so load one seed into a database. */
  readonly seed?: number;
}

export interface EpcisDocument {
  readonly '@context': readonly [string, Readonly<Record<string, string>>];
  readonly type: 'EPCISDocument';
  readonly schemaVersion: '2.0';
  readonly creationDate: string;
  readonly instanceIdentifier: string;
  readonly 'suyuan:note': string;
  readonly epcisHeader?: { readonly epcisMasterData: { readonly vocabularyList: readonly Vocabulary[] } };
  readonly epcisBody: { readonly eventList: readonly EpcisEvent[] };
}

export interface DemoDocument {
  /** Unique in a run, fit for a file name: `infant-formula-0-stores-1`. */
  readonly name: string;
  readonly chain: Chain;
  /** A pack forbids what it records: it is refused where its category was chosen before, and judged where it is chosen later. */
  readonly isForbidden: boolean;
  readonly document: EpcisDocument;
}

/** A code that a newcomer should scan or trace first, as a Digital Link on id.gs1.org where it is one of GS1. */
export interface DemoHighlight {
  /** What it is to a program: `can`, `bad-powder`, `seed-lot`, …. */
  readonly key: string;
  readonly code: string;
  readonly what: Text;
}

/** A flaw that the chains carry on purpose; any other finding of a trace would be a false one. */
export interface DemoFinding {
  readonly kind: Campaign['planted'][number]['kind'];
  readonly code: string;
  readonly what: Text;
}

const EVENTS_PER_DOCUMENT = 250; // some 200 kB: one capture job, seen to make progress
const DEFAULT_SEED = 2026;
const CREATED = '2026-10-31T23:00:00.000+08:00'; // after every event, before November
const CANONICAL = 'https://id.gs1.org';
const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { cbvmda: 'urn:epcglobal:cbv:mda:', suyuan: 'https://suyuan.example/ns/' },
] as const;
const NOTE =
  '演示数据，企业、人员、产品、编码和事件均为虚构。 Demonstration data: every company, product, code and event is fictitious.';

const CHAINS = [
  ['infant-formula', formulaCampaign],
  ['outbreak', outbreakCampaign],
  ['food', foodCampaign],
  ['edible-agri', vegetableCampaign],
  ['special-equipment', equipmentCampaign],
] as const;

/**
 * The documents of all chains, in an order in which they can be captured one after the other. Holds one campaign in
 * memory at a time.
 * @throws RangeError for a scale or seed that is not a whole number within its bounds
 */
export function* demoDocuments(options: DemoOptions): Generator<DemoDocument> {
  const { scale, seed } = checked(options);
  for (let number = 0; number < scale; number += 1) {
    for (const [chain, run] of CHAINS) yield* documentsOf(chain, run(number, seed));
  }
}

/** The codes to start with. They are all in the first campaign, so that the scale does not change them. */
export function demoHighlights(options: DemoOptions): DemoHighlight[] {
  const { seed } = checked(options);
  return CHAINS.flatMap(([, run]) => run(0, seed).highlights).map(({ key, code, what }) => ({
    key,
    code: canonical(code),
    what,
  }));
}

/** What is wrong in the chains on purpose. */
export function demoFindings(options: DemoOptions): DemoFinding[] {
  const { seed } = checked(options);
  return CHAINS.flatMap(([, run]) => run(0, seed).planted).map(({ kind, code, what }) => ({
    kind,
    code: canonical(code),
    what,
  }));
}

function canonical({ urn, path }: Code): string {
  return path === '' ? urn : CANONICAL + path;
}

function checked({ scale, seed = DEFAULT_SEED }: DemoOptions): { scale: number; seed: number } {
  if (!Number.isInteger(scale) || scale < 1 || scale > CAMPAIGNS_MAX)
    throw new RangeError(`scale must be a whole number from 1 to ${CAMPAIGNS_MAX}`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('seed must be a whole number, 0 or more');
  return { scale, seed };
}

function* documentsOf(chain: Chain, campaign: Campaign): Generator<DemoDocument> {
  const vocabularyList = vocabulariesOf(campaign.parties, campaign.products);
  let first = true;
  for (const [desk, events] of campaign.desks) {
    const sorted = events.toSorted((a, b) => Date.parse(a.eventTime) - Date.parse(b.eventTime));
    for (let from = 0; from < sorted.length; from += EVENTS_PER_DOCUMENT) {
      const name = `${chain}-${campaign.number}-${desk}-${from / EVENTS_PER_DOCUMENT + 1}`;
      const document: EpcisDocument = {
        '@context': CONTEXT,
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: CREATED,
        instanceIdentifier: name,
        'suyuan:note': NOTE,
        ...(first ? { epcisHeader: { epcisMasterData: { vocabularyList } } } : {}),
        epcisBody: { eventList: sorted.slice(from, from + EVENTS_PER_DOCUMENT) },
      };
      yield { name, chain, isForbidden: campaign.forbidden.has(desk), document };
      first = false;
    }
  }
}
