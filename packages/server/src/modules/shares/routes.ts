/** `/v1/shares`: links for somebody without an account. */
import {
  languageOf,
  type MadeShareBody,
  MadeShareSchema,
  type NewShareBody,
  NewShareSchema,
  Problem,
  SHARE_DAYS_DEFAULT,
  SHARE_DAYS_MAX,
  type ShareBody,
  type SharesBody,
  SharesSchema,
} from '@suyuan/api';
import { holdsPersonalNumber } from '@suyuan/codes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Actor, Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { leftSignal } from '../../platform/http/left.ts';
import { actingFor, hashToken, mustBe, mustHaveProven, newToken, noteHere } from '../identity/index.ts';
import { openerFor } from './ask-shared.ts';
import { countShares, endShare, insertShare, type Shared, type ShareRow, selectShares } from './store.ts';
import type { SharedAsked, SharedTold } from './tell-shared.ts';

export interface ShareDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  ctxOf(actor: Actor): Ctx;
  /** What a link would tell; where it is walked is not for the route to say. */
  shared(ctx: Ctx, asked: SharedAsked, left: AbortSignal): Promise<SharedTold>;
}

const AS = { as: 'identity' } as const;
const BODY_BYTES_MAX = 64 * 1024; // twenty codes of the longest
const SHARES_MAX = 1_000; // of those that may be opened; more are beyond what anybody keeps in mind
const PAGE = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Wanted = Type.Object({
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
type Wanted = Type.Static<typeof Wanted>;

export async function shareRoutes(app: FastifyInstance, deps: ShareDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get<{ Querystring: Wanted }>(
    '/shares',
    {
      config: { query: { once: ['perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: SharesSchema } },
    },
    async (request) => listed(await deps.ctx(request), request.query),
  );
  app.post<{ Body: NewShareBody }>(
    '/shares',
    { schema: { body: NewShareSchema, response: { 200: MadeShareSchema } } },
    async (request, reply) => share(await deps.ctx(request), { ...deps, left: leftSignal(reply) }, request),
  );
  app.delete<{ Params: { id: string } }>(
    '/shares/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await deps.ctx(request);
      mustBe(ctx.actor, 'manage');
      const { id } = request.params;
      await ctx.write(async (tx) => {
        if (!(await endShare(tx, id, ctx.clock.now()))) throw new Problem('resource.not-found', { what: id });
        await noteHere(tx, ctx, { kind: 'share.revoked', about: id });
      }, AS);
      return reply.code(204).send();
    },
  );
}

async function listed(ctx: Ctx, { perPage, cursor }: Wanted): Promise<SharesBody> {
  mustBe(ctx.actor, 'manage');
  const most = perPage === undefined ? PAGE : Number(perPage);
  const rows = await ctx.read((tx) => selectShares(tx, { before: cursor ?? null, count: most + 1 }), AS);
  const told = rows.slice(0, most);
  const last = told.at(-1);
  return { shares: told.map(shareBody), ...(rows.length > most && last !== undefined ? { next: last.id } : {}) };
}

/** @throws Problem `share.validity`, `share.many`, `share.event-unknown`, `trace.moment`, `request.personal-number` */
async function share(
  ctx: Ctx,
  { ctxOf, shared, left }: Pick<ShareDeps, 'ctxOf' | 'shared'> & { readonly left: AbortSignal },
  { body, headers }: { readonly body: NewShareBody; readonly headers: FastifyRequest['headers'] },
): Promise<MadeShareBody> {
  // What goes out of the house is decided by whoever answers for it; a person proves anew who it is.
  mustBe(ctx.actor, 'manage');
  mustBe(ctx.actor, 'trace');
  if (ctx.actor.is === 'person') mustHaveProven(ctx.actor, ctx.clock.now());
  const org = actingFor(ctx.actor);
  const { codes, direction = 'both', at, eventID, note } = body;
  if ([...codes, eventID ?? ''].some(holdsPersonalNumber)) throw new Problem('request.personal-number');
  const createdAt = ctx.clock.now();
  const validUntil = endOf(body.until, createdAt);
  const what: Shared = {
    ...{ codes, direction },
    ...(at === undefined ? {} : { at }),
    ...(eventID === undefined ? {} : { eventID }),
  };
  // Nobody is given a link to what cannot be asked, or is not told to its own organisation.
  const language = languageOf(headers['accept-language']);
  await shared(ctxOf(openerFor(org)), { shared: what, language }, left);
  const token = newToken();
  const id = await ctx.write(async (tx) => {
    if ((await countShares(tx, createdAt)) >= SHARES_MAX) throw new Problem('share.many');
    const made = await insertShare(tx, {
      ...{ orgNo: org.no, what, note, createdAt, validUntil },
      tokenHash: hashToken(token),
      madeBy: ctx.actor.personId ?? null,
    });
    const detail = { codes: codes.slice(0, CODES_TOLD_MAX), event: eventID ?? null, until: validUntil.toISOString() };
    await noteHere(tx, ctx, { kind: 'share.made', about: made, detail });
    return made;
  }, AS);
  return { id, path: `/s/${token}`, until: validUntil.toISOString() };
}

const CODES_TOLD_MAX = 5; // the first say what it is about

function endOf(until: string | undefined, now: Date): Date {
  const end = until === undefined ? new Date(now.getTime() + SHARE_DAYS_DEFAULT * DAY_MS) : new Date(until);
  if (end <= now || end.getTime() > now.getTime() + SHARE_DAYS_MAX * DAY_MS)
    throw new Problem('share.validity', { days: SHARE_DAYS_MAX });
  return end;
}

function shareBody({ id, kind, what, note, madeBy, ...times }: ShareRow): ShareBody {
  const { createdAt, validUntil, endedAt, openedCount, lastOpenedAt } = times;
  return {
    ...{ id, kind, ...what, note, madeBy, openedCount },
    createdAt: createdAt.toISOString(),
    until: validUntil.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
