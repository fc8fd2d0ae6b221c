/** The use case: walk, find carriers, load what their histories need, answer. */

import { type Language, Problem, type TraceAnswer, type TraceDirection } from '@suyuan/api';
import { type ChainShape, type Look, type Sight, WHOLE_SIGHT } from '../disclosure/index.ts';
import type { OpenDispute } from '../disputes/index.ts';
import { answerOf, collected, type Told } from './answer.ts';
import { carriersOf } from './carriers.ts';
import {
  type Chain,
  isWhole,
  loadTransformations,
  productOf as ofProduct,
  openChain,
  rowsOf,
  takeWhole,
} from './chain.ts';
import { loadHolders } from './climb.ts';
import type { Row, Unit } from './columns.ts';
import { LIMITS, type TraceLimits } from './limits.ts';
import { type Link, linksOf } from './links.ts';
import { eventsWithin, Listings } from './listing.ts';
import { LISTS, type ListName } from './lists.ts';
import type { EventReader, TraceEvent } from './reader.ts';
import { type Ties, tiesOf } from './ties.ts';
import { type Walk, type Way, walk } from './walk.ts';

/** What a verdict and a trace of the same units load, once for both. */
export function openTies(reader: EventReader, limits: Partial<TraceLimits> = {}, known?: KnownUnits): Ties {
  const chain = openChain(reader, { ...LIMITS, ...limits });
  if (known !== undefined) takeWhole(chain, known.codes, known.events);
  return tiesOf(chain);
}

/** Units of which all events were read before. */
export interface KnownUnits {
  readonly codes: readonly string[];
  readonly events: readonly TraceEvent[];
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
interface Walked {
  readonly start: readonly Unit[];
  readonly reached: readonly Unit[];
  readonly listings: Listings;
  readonly links: readonly Link[];
  /** Its events, in order. */
  readonly rows: readonly Row[];
  readonly sight: Sight;
}

export type FollowUnits = Pick<TraceUnits, 'start' | 'direction' | 'atMs' | 'look'>;

/** Walks the chain whole: first all of it is loaded, then it is reckoned with. */
export async function followUnits(ties: Ties, { start: given, direction, atMs, look }: FollowUnits): Promise<Walked> {
  const { chain } = ties;
  const start = [...new Set(given)].map((code) => chain.columns.unit(code));
  const ways: Way[] = direction === 'both' ? ['downstream', 'upstream'] : [direction];
  const walks: Walk[] = [];
  for (const way of ways) walks.push(await walk(ties, start, atMs === undefined ? { way } : { way, atMs }));
  const reached = [...new Set(walks.flatMap((one) => [...one.reached.keys()]))];
  await loadHolders(
    ties,
    reached.filter((unit) => isWhole(chain, unit)),
  );
  const found = walks.map((one) => ({ walk: one, ...carriersOf(ties, one) }));
  const listings = new Listings(found);
  const carrying = [...listings.carrying()];
  await loadHolders(ties, carrying);
  await loadTransformations(chain, carrying);
  const used = new Set(found.flatMap((one) => [...one.used]));
  const links = linksOf(ties, walks, used);
  const sight = look === undefined ? WHOLE_SIGHT : await look.at(shapeOf(chain, listings, links));
  return { start, reached, listings, links, rows: eventsWithin(chain, listings), sight };
}

/** Where units came from and where they went; what the words mean stands in the trace semantics. */
export async function traceUnits(ties: Ties, input: TraceUnits): Promise<TraceAnswer> {
  return (await traceFollowed(ties, input)).answer;
}

/** The same, its rows made as they are read. */
export async function traceTold(ties: Ties, input: TraceUnits): Promise<Told> {
  return (await toldOf(ties, input)).told;
}

/** The chain that an answer tells of, by its codes and events. */
export interface Followed {
  /** Units that were reached, by their codes. */
  readonly reached: ReadonlySet<string>;
  readonly links: readonly FollowedLink[];
  /** In order. */
  readonly events: readonly TraceEvent[];
  readonly sight: Sight;
}

export interface FollowedLink extends Pick<Link, 'kind' | 'sinceMs' | 'untilMs'> {
  readonly from: string;
  readonly to: string;
  /** The event that ties them; absent where a code alone does. */
  readonly event: TraceEvent | undefined;
  /** The event that says how much. */
  readonly measuredBy: TraceEvent | undefined;
  readonly quantity: number | undefined;
  readonly uom: string | undefined;
}

/** The same, with the chain that it tells of: for whoever reckons with amounts, which asks `sight` of each. */
export async function traceFollowed(
  ties: Ties,
  input: TraceUnits,
): Promise<{ readonly answer: TraceAnswer; readonly followed: Followed }> {
  const { told, walked } = await toldOf(ties, input);
  return { answer: collected(told), followed: followedOf(ties.chain, walked) };
}

function followedOf({ columns }: Chain, { reached, links, rows, sight }: Walked): Followed {
  return {
    reached: new Set(reached.map((unit) => columns.code(unit))),
    links: links.map(({ from, to, row, measured, ...tied }) => ({
      ...tied,
      from: columns.code(from),
      to: columns.code(to),
      event: row === undefined ? undefined : columns.event(row),
      measuredBy: measured === undefined ? undefined : columns.event(columns.row(measured)),
      quantity: measured === undefined ? undefined : columns.quantity(measured),
      uom: measured === undefined ? undefined : columns.uom(measured),
    })),
    events: rows.map((row) => columns.event(row)),
    sight,
  };
}

async function toldOf(ties: Ties, input: TraceUnits): Promise<{ readonly told: Told; readonly walked: Walked }> {
  const { direction, atMs, language, productOf } = input;
  const { chain } = ties;
  const { columns } = chain;
  const walked = await followUnits(ties, input);
  // What is within a bound and what is not would tell, bound by bound, when hidden events were.
  if (atMs !== undefined && !walked.sight.seesTimes) throw new Problem('trace.moment');
  const disputes = await input.disputes?.of(walked.rows.map((row) => columns.event(row).id));
  const told = answerOf(ties, {
    ...walked,
    direction,
    ...(atMs === undefined ? {} : { atMs }),
    language,
    productOf: (unit) => (productOf === undefined ? ofProduct(chain, unit) : productOf(columns.code(unit))),
    wanted: input.only ?? ALL,
    disputes: disputes ?? UNDISPUTED,
    orgNo: input.disputes?.orgNo,
  });
  return { told, walked };
}

/** Listed again each time it is asked for: an answer that is wholly the viewer's own asks once. */
function shapeOf(chain: Chain, listings: Listings, links: readonly Link[]): ChainShape {
  const { columns } = chain;
  return {
    units: {
      *[Symbol.iterator]() {
        for (const unit of listings.units())
          yield [columns.code(unit), rowsOf(chain, unit).map((row) => columns.event(row))] as const;
      },
    },
    ties: {
      *[Symbol.iterator]() {
        for (const { from, to } of links) yield { from: columns.code(from), to: columns.code(to) };
      },
    },
  };
}
