/** `/s/<token>`: what a link tells to whoever has it. What does not count is answered alike, whatever it is. */
import { type Language, Problem } from '@suyuan/api';
import type { SharePage } from '@suyuan/api/public-page';
import type { FastifyInstance } from 'fastify';
import { type Actor, type Ctx, PUBLIC } from '../../platform/ctx.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { leftSignal } from '../../platform/http/left.ts';
import { hashToken, noteHere } from '../identity/index.ts';
import { type PublicPages, pageRequest, sendPage, wanted } from '../publicwindow/index.ts';
import { openerFor } from './ask-shared.ts';
import { countOpening, findShare } from './store.ts';
import type { SharedAsked, SharedTold } from './tell-shared.ts';

export interface SharedLinkDeps {
  ctxOf(actor: Actor): Ctx;
  readonly pages: PublicPages;
  readonly gate: Gate;
  /** What a link tells; where it is walked is not for the route to say. */
  shared(ctx: Ctx, asked: SharedAsked, left: AbortSignal): Promise<SharedTold>;
}

const AS = { as: 'identity' } as const;
/** 256 bits as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const TOLD_EVERY_MS = 60 * 60 * 1000; // a page that is loaded again and again is one thing that happened

/** For the scope of the public window, whose pages and whose handler of errors it has. */
export async function sharedLinkRoutes(app: FastifyInstance, deps: SharedLinkDeps): Promise<void> {
  await app.register(async (scope) => {
    // Before anything else: what no cache may keep is not packed either.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    });
    scope.get('/s', async () => {
      throw new Problem('share.gone');
    });
    scope.get<{ Params: { '*': string } }>(
      '/s/*',
      { config: { query: { once: ['lang'] } } },
      async (request, reply) => {
        const token = request.params['*'];
        if (!TOKEN.test(token)) throw new Problem('share.gone');
        const page = pageRequest(request);
        const isPage = wanted(request) === 'page';
        const left = leftSignal(reply);
        const opened = await deps.gate.pass(() => {
          // Whoever waited too long and left is not looked up for.
          if (request.raw.socket.destroyed) throw new Problem('request.timeout');
          return open(deps, { token, language: page.lang, left, ...(isPage ? { page } : {}) });
        });
        reply.header('vary', 'accept, accept-language');
        return opened.page === undefined
          ? reply.type('application/json; charset=utf-8').send(opened.text)
          : sendPage(deps.pages, reply, opened.page);
      },
    );
  });
}

interface Asked {
  readonly token: string;
  /** As a page; as an answer if not given. */
  readonly page?: Pick<SharePage, 'lang' | 'query'>;
  readonly language: Language;
  readonly left: AbortSignal;
}

/** Nothing is given that was not counted. @throws Problem `share.gone`, `trace.moment` */
async function open({ ctxOf, shared }: SharedLinkDeps, { token, language, page, left }: Asked): Promise<SharedTold> {
  const anybody = ctxOf(PUBLIC);
  const askedAt = anybody.clock.now();
  const share = await anybody.read((tx) => findShare(tx, hashToken(token), askedAt), AS);
  if (share === undefined) throw new Problem('share.gone');
  const ctx = ctxOf(openerFor({ no: share.orgNo, id: share.orgId }));
  const wanted = { share, askedAt, ...(page === undefined ? {} : { page }) };
  const told = await shared(ctx, { shared: share.what, language, wanted }, left).catch(goneWithItsEvent);
  await ctx.write(async (tx) => {
    const notSince = new Date(askedAt.getTime() - TOLD_EVERY_MS);
    const isTold = await countOpening(tx, { id: share.id, at: askedAt, notSince });
    if (isTold === undefined) throw new Problem('share.gone');
    if (isTold) await noteHere(tx, ctx, { kind: 'share.opened', about: share.id });
  }, AS);
  return told;
}

/** An event that its organisation is no longer told is a link that no longer counts. */
function goneWithItsEvent(error: unknown): never {
  if (error instanceof Problem && error.code === 'share.event-unknown')
    throw new Problem('share.gone', {}, { cause: error });
  throw error;
}
