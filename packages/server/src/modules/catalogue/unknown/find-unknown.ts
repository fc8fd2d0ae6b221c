/** Codes that the organisation's own events name, and that nothing is known of: what it would say next. */
import { hash } from 'node:crypto';
import { Problem, UNKNOWN_EVENTS_MAX, type UnknownCodesBody, type UnknownKind } from '@suyuan/api';
import type { EventFacts } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownMaster } from '../../disclosure/index.ts';
import { findNewestOwn, readEventsById } from '../../events/index.ts';
import { actingFor, mustBe } from '../../identity/index.ts';
import { displayName, findMasterData } from '../../registry/index.ts';
import { selectSaidCodes } from '../store-catalogue.ts';
import { type NamedCode, namedCodes } from './named-codes.ts';

export interface UnknownWanted {
  readonly kind?: UnknownKind;
  readonly after?: string;
  readonly count: number;
}

/** Events read in one go, and the units that all of them may mention: a pallet mentions thousands. */
const EVENTS = 250;
const MENTIONS_MAX = 200_000;
/** Longer ones cannot be said anything of. */
const CODE_LENGTH_MAX = 1_000;
/** Codes whose master data is looked up in one go. */
const CODES = 500;

/** @throws Problem `query.parameter` */
export async function findUnknown(ctx: Ctx, { kind, after, count }: UnknownWanted): Promise<UnknownCodesBody> {
  mustBe(ctx.actor, 'query');
  const { no } = actingFor(ctx.actor);
  if (after !== undefined && !PLACE.test(after)) throw new Problem('query.parameter', { name: 'after' });
  const { ids, more } = await ctx.read((tx) => findNewestOwn(tx, UNKNOWN_EVENTS_MAX));
  const { facts, looked } = await ctx.read((tx) => readFacts(tx, ids), { as: 'chain' });
  const named = namedCodes(facts)
    .filter((each) => each.code.length <= CODE_LENGTH_MAX && (kind === undefined || each.kind === kind))
    .map((each) => ({ ...each, place: placeOf(each) }))
    .filter(({ place }) => after === undefined || place < after)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const unknown: typeof named = [];
  for (let from = 0; from < named.length && unknown.length <= count; from += CODES) {
    const some = named.slice(from, from + CODES);
    const known = await knownOf(ctx, [...new Set(some.map(({ code }) => code))], no);
    unknown.push(...some.filter(({ code }) => !known.has(code)));
  }
  const page = unknown.slice(0, count);
  const last = page.at(-1);
  return {
    codes: page.map(({ newestMs, place: _, ...each }) => ({ ...each, newestAt: new Date(newestMs).toISOString() })),
    lookedAt: { events: looked, all: !more && looked === ids.length },
    ...(unknown.length > count && last !== undefined ? { next: last.place } : {}),
  };
}

/** What the events say that are not declared in error, and how many were looked at. */
async function readFacts(tx: Tx, ids: readonly string[]): Promise<{ facts: EventFacts[]; looked: number }> {
  const facts: EventFacts[] = [];
  let [looked, mentions] = [0, 0];
  while (looked < ids.length && mentions < MENTIONS_MAX) {
    const some = ids.slice(looked, looked + EVENTS);
    for (const event of await readEventsById(tx, some)) {
      mentions += event.facts.units.length;
      if (!event.declaredInError && !event.isDeclaration) facts.push(event.facts);
    }
    looked += some.length;
  }
  return { facts, looked };
}

/** Those of which it has said something itself, or is told a name. */
async function knownOf(ctx: Ctx, codes: readonly string[], no: number): Promise<ReadonlySet<string>> {
  const said = await ctx.read((tx) => selectSaidCodes(tx, codes));
  const told = await ctx.read((tx) => findMasterData(tx, codes, { recorders: new Set([no]), sees: ownMaster(no) }), {
    as: 'chain',
  });
  return new Set([...said, ...[...told.values()].filter(displayName).map(({ code }) => code)]);
}

/** As `placeOf` writes it. */
const PLACE = /^[0-9a-f]{12}-[0-9a-f]{32}$/;

/** Where it stands in the list: by the time of its newest event, then by chance; what comes later is larger. */
function placeOf({ code, kind, newestMs }: NamedCode): string {
  const time = Math.min(Math.max(0, newestMs), 2 ** 48 - 1);
  return `${time.toString(16).padStart(12, '0')}-${hash('sha256', `${kind} ${code}`, 'hex').slice(0, 32)}`;
}
