/** The use case: walk, find carriers, load what their histories need, answer. */

import { type Language, Problem, type TraceAnswer, type TraceDirection } from '@suyuan/api';
import { type ChainShape, type Look, type Sight, WHOLE_SIGHT } from '../disclosure/index.ts';
import type { OpenDispute } from '../disputes/index.ts';
import { answerOf, collected, type Told } from './answer.ts';
import { carriersOf } from './carriers.ts';
import { type Chain, codeSays, isWhole, loadTransformations, openChain, type Row, rowsOf } from './chain.ts';
import { loadHolders } from './climb.ts';
import { LIMITS, type TraceLimits } from './limits.ts';
import { type Link, linksOf } from './links.ts';
import { eventsWithin, type Listing, listingsOf } from './listing.ts';
import { LISTS, type ListName } from './lists.ts';
import type { EventReader } from './reader.ts';
import { type Ties, tiesOf } from './ties.ts';
import { type Walk, type Way, walk } from './walk.ts';

/** What a verdict and a trace of the same units load, once for both. */
export function openTies(reader: EventReader, limits: Partial<TraceLimits> = {}): Ties {
  return tiesOf(openChain(reader, { ...LIMITS, ...limits }));
}

export interface TraceUnits {
  /** Canonical codes; a code twice is one unit. */
  readonly start: readonly string[];
  readonly direction: TraceDirection;
  /** Milliseconds since 1970 UTC: downstream since, upstream until; absent for ever. */
  readonly atMs?: number;
  readonly language: Language;
  /** Canonical code of the product class of a unit; by default what its GTIN names. */
  readonly productOf?: (code: string) => string | undefined;
  /** Says what the viewer may see; everything if not given. */
  readonly look?: Look;
  /** What partners say against events; nothing if not given. */
  readonly disputes?: DisputesAsked;
  /** The lists that are wanted; all if not given. */
  readonly only?: ReadonlySet<ListName>;
}

export interface DisputesAsked {
  /** Who asks. */
  readonly orgNo: number | undefined;
  /** Of events by their row ids, in one statement. */
  of(eventIds: readonly string[]): Promise<ReadonlyMap<string, readonly OpenDispute[]>>;
}

const ALL: ReadonlySet<ListName> = new Set(LISTS);
const UNDISPUTED: ReadonlyMap<string, readonly OpenDispute[]> = new Map();

/** A chain as far as it was walked, and what the viewer may see of it. */
export interface Followed {
  readonly start: readonly string[];
  readonly listings: ReadonlyMap<string, Listing>;
  readonly links: readonly Link[];
  /** Its events, in order. */
  readonly rows: readonly Row[];
  readonly sight: Sight;
}

export type FollowUnits = Pick<TraceUnits, 'start' | 'direction' | 'atMs' | 'look'>;

/** Walks the chain whole. */
export async function followUnits(ties: Ties, { start: given, direction, atMs, look }: FollowUnits): Promise<Followed> {
  const start = [...new Set(given)];
  const ways: Way[] = direction === 'both' ? ['downstream', 'upstream'] : [direction];
  const walks: Walk[] = [];
  for (const way of ways) walks.push(await walk(ties, start, atMs === undefined ? { way } : { way, atMs }));
  const reached = new Set(walks.flatMap((one) => [...one.reached.keys()]));
  await loadHolders(
    ties,
    [...reached].filter((code) => isWhole(ties.chain, code)),
  );
  const carried = walks.map((one) => carriersOf(ties, one));
  const listings = listingsOf(
    walks,
    carried.map(({ carriers }) => carriers),
  );
  const carrying = [...listings].filter(([, { carried }]) => carried !== undefined).map(([code]) => code);
  await loadHolders(ties, carrying);
  await loadTransformations(ties.chain, carrying);
  const used = new Set(carried.flatMap((one) => [...one.used]));
  const links = linksOf(ties, walks, used);
  const sight = look === undefined ? WHOLE_SIGHT : await look.at(shapeOf(ties.chain, listings.keys(), links));
  return { start, listings, links, rows: eventsWithin(ties.chain, listings), sight };
}

/** Where units came from and where they went; what the words mean stands in the trace semantics. */
export async function traceUnits(ties: Ties, input: TraceUnits): Promise<TraceAnswer> {
  return (await traceFollowed(ties, input)).answer;
}

/** The same, its rows made as they are read. */
export async function traceTold(ties: Ties, input: TraceUnits): Promise<Told> {
  return (await toldOf(ties, input)).told;
}

/** The same, with the chain that it tells of: for whoever reckons with amounts, which asks `sight` of each. */
export async function traceFollowed(
  ties: Ties,
  input: TraceUnits,
): Promise<{ readonly answer: TraceAnswer; readonly followed: Followed }> {
  const { told, followed } = await toldOf(ties, input);
  return { answer: collected(told), followed };
}

async function toldOf(ties: Ties, input: TraceUnits): Promise<{ readonly told: Told; readonly followed: Followed }> {
  const { direction, atMs, language } = input;
  const followed = await followUnits(ties, input);
  // What is within a bound and what is not would tell, bound by bound, when hidden events were.
  if (atMs !== undefined && !followed.sight.seesTimes) throw new Problem('trace.moment');
  const { productOf = (code: string) => codeSays(ties.chain, code).product } = input;
  const disputes = await input.disputes?.of(followed.rows.map(({ event }) => event.id));
  const told = answerOf(ties, {
    ...followed,
    direction,
    ...(atMs === undefined ? {} : { atMs }),
    language,
    productOf,
    wanted: input.only ?? ALL,
    disputes: disputes ?? UNDISPUTED,
    orgNo: input.disputes?.orgNo,
  });
  return { told, followed };
}

function shapeOf(chain: Chain, units: Iterable<string>, links: readonly Link[]): ChainShape {
  const events = [...units].map((code) => [code, rowsOf(chain, code).map(({ event }) => event)] as const);
  return { units: new Map(events), ties: links };
}
