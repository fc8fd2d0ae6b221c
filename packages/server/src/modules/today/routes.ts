/** `/v1/today`: what there is to do, by what the caller may do. */
import { type Task, type Today, TodaySchema } from '@suyuan/api';
import { dayOf } from '@suyuan/profiles';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { countWaiting, dueOf } from '../compliance/index.ts';
import type { PublicMembers } from '../disclosure/index.ts';
import { countDisputesAbout } from '../disputes/index.ts';
import { countDraftsToDecide } from '../events/index.ts';
import { actingFor, countInvitations, countSpaceInvitations, endingLicences, mustBe } from '../identity/index.ts';
import { countDueOrders } from '../orders/index.ts';
import { countArrivals, countOpenSheets } from '../recording/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { dated, inOrder, waiting } from './tasks.ts';

export interface TodayDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program itself. */
  readonly program: Ctx;
  packs(): Promise<readonly PackInUse[]>;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
}

/** A licence is told so long before it ends: authorities ask to renew it 30 days before. */
const LICENCE_DAYS = 60;
const DAY_MS = 86_400_000;

export async function todayRoutes(
  app: FastifyInstance,
  { ctx: ctxOf, program, packs, ...others }: TodayDeps,
): Promise<void> {
  app.get('/today', { schema: { response: { 200: TodaySchema } } }, async (request): Promise<Today> => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'query');
    actingFor(ctx.actor);
    const now = ctx.clock.now().getTime();
    const tasks = [
      ...(await ofPacks(ctx, await packs())),
      ...(await ofLicences(ctx, { today: dayOf(now), soon: dayOf(now + LICENCE_DAYS * DAY_MS) })),
      ...dated({ kind: 'order' }, await countDueOrders(ctx)),
      ...(await ofOthers(ctx, others)),
    ];
    return { day: dayOf(now), tasks: inOrder(tasks), waiting: await program.read(countWaiting) };
  });
}

async function ofPacks(ctx: Ctx, packs: readonly PackInUse[]): Promise<readonly Task[]> {
  const { clocks, filings, findings } = await dueOf(ctx, packs);
  return [
    ...clocks.flatMap(({ pack, clock, name, ...counted }) =>
      dated({ kind: 'clock', pack, item: clock, name }, counted),
    ),
    ...filings.flatMap(({ pack, filing, name, toFile, toReceive }) => [
      ...waiting({ kind: 'filing', pack, item: filing, name }, toFile),
      ...waiting({ kind: 'receipt', pack, item: filing, name }, toReceive),
    ]),
    ...findings.flatMap(({ pack, name, count }) => waiting({ kind: 'finding', pack, name }, count)),
  ];
}

async function ofLicences(ctx: Ctx, days: { readonly today: string; readonly soon: string }): Promise<readonly Task[]> {
  return dated({ kind: 'licence' }, await ctx.read((tx) => endingLicences(tx, days), { as: 'identity' }));
}

/** To be partners of one, or of all in a shared space: answered on one page. */
async function askingUs(tx: Tx): Promise<number> {
  return (await countInvitations(tx)) + (await countSpaceInvitations(tx));
}

/** What waits for an answer of this person or organisation. */
async function ofOthers(ctx: Ctx, others: Pick<TodayDeps, 'nameKey' | 'publicMembers'>): Promise<readonly Task[]> {
  const { read, actor } = ctx;
  const { no: orgNo } = actingFor(actor);
  const { personId } = actor;
  const drafts =
    actor.rights.has('release') && personId !== undefined
      ? await read((tx) => countDraftsToDecide(tx, personId), { as: 'identity' })
      : 0;
  const mayRecord = actor.rights.has('capture') || actor.rights.has('draft');
  const sheets = mayRecord ? await read(countOpenSheets, { as: 'identity' }) : 0;
  const arrivals = mayRecord ? await countArrivals(ctx, others) : 0;
  const partners = actor.rights.has('manage') ? await read(askingUs, { as: 'identity' }) : 0;
  const disputes = await read((tx) => countDisputesAbout(tx, orgNo), { as: 'chain' });
  return [
    ...waiting({ kind: 'draft' }, drafts),
    ...waiting({ kind: 'arrival' }, arrivals),
    ...waiting({ kind: 'sheet' }, sheets),
    ...waiting({ kind: 'partner' }, partners),
    ...waiting({ kind: 'dispute' }, disputes),
  ];
}
