/** `/s/<token>`: what a link tells to whoever has it. What does not count is answered alike, whatever it is. */
import { Problem, type SharedAnswer } from '@suyuan/api';
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Actor, type Ctx, PUBLIC } from '../../platform/ctx.ts';
import type { Gate } from '../../platform/http/gate.ts';
import { hashToken, noteHere } from '../identity/index.ts';
import { type PublicPages, pageRequest, sendPage, wanted } from '../publicwindow/index.ts';
import { askShared, openerFor, type ToldShared } from './ask-shared.ts';
import { sharePage } from './share-page.ts';
import { countOpening, type FoundShare, findShare } from './store.ts';

export interface SharedLinkDeps {
  ctxOf(actor: Actor): Ctx;
  readonly pages: PublicPages;
  readonly gate: Gate;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
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
        const opened = await deps.gate.pass(() => {
          // Whoever waited too long and left is not looked up for.
          if (request.raw.socket.destroyed) throw new Problem('request.timeout');
          return open(deps, token, page.lang);
        });
        reply.header('vary', 'accept, accept-language');
        if (wanted(request) !== 'page') return sendAnswer(reply, opened);
        return sendPage(deps.pages, reply, sharePage({ ...opened, ...page }));
      },
    );
  });
}

interface Opened {
  readonly share: FoundShare;
  readonly told: ToldShared;
  readonly askedAt: Date;
}

/** Nothing is given that was not counted. @throws Problem `share.gone`, `trace.moment` */
async function open({ ctxOf, nameKey }: SharedLinkDeps, token: string, language: 'zh' | 'en'): Promise<Opened> {
  const anybody = ctxOf(PUBLIC);
  const askedAt = anybody.clock.now();
  const share = await anybody.read((tx) => findShare(tx, hashToken(token), askedAt), AS);
  if (share === undefined) throw new Problem('share.gone');
  const ctx = ctxOf(openerFor({ no: share.orgNo, id: share.orgId }));
  const told = await asked(ctx, { shared: share.what, language, nameKey });
  await ctx.write(async (tx) => {
    const notSince = new Date(askedAt.getTime() - TOLD_EVERY_MS);
    const isTold = await countOpening(tx, { id: share.id, at: askedAt, notSince });
    if (isTold === undefined) throw new Problem('share.gone');
    if (isTold) await noteHere(tx, ctx, { kind: 'share.opened', about: share.id });
  }, AS);
  return { share, told, askedAt };
}

/** An event that its organisation is no longer told is a link that no longer counts. */
async function asked(...given: Parameters<typeof askShared>): Promise<ToldShared> {
  try {
    return await askShared(...given);
  } catch (error) {
    if (error instanceof Problem && error.code === 'share.event-unknown')
      throw new Problem('share.gone', {}, { cause: error });
    throw error;
  }
}

function sendAnswer(reply: FastifyReply, { share, told }: Opened): FastifyReply {
  const { trace, event } = told;
  const answer: SharedAnswer = {
    sharedBy: { name: share.orgName, code: share.orgCode },
    until: share.validUntil.toISOString(),
    ...(event === undefined ? { trace } : { event }),
  };
  // Codes that somebody recorded may be the number of a person.
  return reply
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify(answer, (_name, value: unknown) =>
        typeof value === 'string' ? withoutPersonalNumbers(value) : value,
      ),
    );
}
