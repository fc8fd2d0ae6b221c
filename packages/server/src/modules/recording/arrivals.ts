/** What others have sent to the organisation and it has not recorded as received. */
import type { Arrival, Arrivals, Forms } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import type { UnitMention } from '@suyuan/epcis';
import { dayOf } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { selectRefused } from '../disputes/index.ts';
import { findConsigned, findConsignedIds, goodsOf } from '../events/index.ts';
import { actingFor, mustBe, selectOwnCodes } from '../identity/index.ts';
import { displayName } from '../registry/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { RecordingDeps } from './deps.ts';
import { formsOf } from './forms.ts';
import { noticeValues } from './notice-values.ts';

type Consignments = Awaited<ReturnType<typeof findConsigned>>;
type Consignment = Consignments['events'][number];

/** What was not received in a quarter never came, or came to somebody who records elsewhere. */
const DAYS = 90;
const DAY_MS = 86_400_000;
const LISTED = 100;
const UNITS_MAX = 100;
const AS = { as: 'identity' } as const;

export async function listArrivals(ctx: Ctx, deps: RecordingDeps): Promise<Arrivals> {
  const packs = await deps.packs();
  const stages = receivingStages(packs, await formsOf(ctx, deps));
  const taking = packs.filter(({ pack }) => stages.some((each) => each.pack === pack.id));
  const to = await consignedTo(ctx);
  const consigned = await findConsigned(ctx, to, deps);
  const refused = await ctx.read(selectRefused, AS);
  const events = consigned.events.filter(({ id }) => !refused.has(id));
  return {
    since: dayOf(to.sinceMs),
    arrivals: events.slice(0, LISTED).map((event) => ({
      ...arrivalOf(event, consigned.known),
      values: noticeValues(taking, event.facts, fromNameOf(event, consigned.known)),
    })),
    more: Math.max(0, events.length - LISTED),
    isCut: consigned.isCut,
    stages,
  };
}

/** What was sent by one that is still to be received; undefined where there is none. */
export async function findArrival(
  ctx: Ctx,
  deps: Pick<RecordingDeps, 'nameKey' | 'publicMembers'>,
  eventID: string,
): Promise<{ readonly goods: readonly UnitMention[]; contentsOf: Consignments['contentsOf'] } | undefined> {
  const { events, contentsOf } = await findConsigned(ctx, await consignedTo(ctx), deps);
  const found = events.find(({ facts }) => facts.eventID === eventID);
  return found === undefined ? undefined : { goods: goodsOf(found.facts), contentsOf };
}

/** How many there are to receive. */
export async function countArrivals(ctx: Ctx, deps: Pick<RecordingDeps, 'nameKey' | 'publicMembers'>): Promise<number> {
  const ids = await findConsignedIds(ctx, await consignedTo(ctx), deps);
  if (ids.length === 0) return 0;
  const refused = await ctx.read(selectRefused, AS);
  return ids.filter((id) => !refused.has(id)).length;
}

async function consignedTo(ctx: Ctx): Promise<{ readonly codes: readonly string[]; readonly sinceMs: number }> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const codes = await ctx.read(selectOwnCodes, AS);
  return { codes, sinceMs: ctx.clock.now().getTime() - DAYS * DAY_MS };
}

function arrivalOf({ facts, recorder }: Consignment, known: Consignments['known']): Omit<Arrival, 'values'> {
  const goods = goodsOf(facts);
  const from = fromOf(facts);
  const fromName = fromNameOf({ facts, recorder }, known);
  return {
    eventID: facts.eventID,
    at: new Date(facts.eventTimeMs).toISOString(),
    ...(from === undefined ? {} : { from }),
    ...(fromName === undefined ? {} : { fromName }),
    units: goods.slice(0, UNITS_MAX).map(({ code, quantity, uom }) => {
      const { productOf } = readCode(code);
      const name = displayName(productOf === undefined ? undefined : known.get(productOf));
      return {
        code,
        ...(name === undefined ? {} : { name: { zh: name.zh, en: name.en } }),
        ...(quantity === undefined ? {} : { quantity: String(quantity) }),
        ...(uom === undefined ? {} : { uom }),
      };
    }),
    count: goods.length,
  };
}

function fromOf({ sources }: Consignment['facts']): string | undefined {
  return (sources.find(({ kind }) => kind === 'ownership') ?? sources[0])?.party;
}

function fromNameOf({ facts, recorder }: Pick<Consignment, 'facts' | 'recorder'>, known: Consignments['known']) {
  const from = fromOf(facts);
  return displayName(from === undefined ? undefined : known.get(from))?.zh ?? recorder?.name ?? undefined;
}

/** The stages of the organisation's packs at which goods are taken in. */
function receivingStages(packs: readonly PackInUse[], forms: Forms): Arrivals['stages'] {
  return forms.packs.flatMap(({ pack, stages }) => {
    const own = packs.find((each) => each.pack.id === pack)?.pack.stages ?? [];
    const taking = new Set(own.flatMap(({ id, event }) => (event.bizSteps.includes('receiving') ? [id] : [])));
    return stages.flatMap(({ stage, name }) => (taking.has(stage) ? [{ pack, stage, name }] : []));
  });
}
