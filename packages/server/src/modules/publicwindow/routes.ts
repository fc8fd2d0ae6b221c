/** The public window: `/`, GS1 Digital Links, `/q/{code}`; a page, JSON or a linkset by what the caller accepts. */
import fastifyStatic from '@fastify/static';
import { type Language, languageOf, Problem, problemBody } from '@suyuan/api';
import type { PageModel } from '@suyuan/api/public-page';
import { decompress, holdsPersonalNumber, KEY_SEGMENTS, withoutPersonalNumbers } from '@suyuan/codes';
import { joined } from '@suyuan/codes/joined';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { createGate, type Gate } from '../../platform/http/gate.ts';
import { leftSignal } from '../../platform/http/left.ts';
import { packAnswers, varyBy } from '../../platform/http/packed.ts';
import { logProblem, pathOf, problemOf, RETRY_AFTER_S } from '../../platform/http/problems.ts';
import { createTold, sendTold } from '../../platform/http/told.ts';
import type { KeptPage } from './kept/code-pages.ts';
import { type FindsPages, findPage } from './kept/find-page.ts';
import { linksetOf, resolverDescription } from './linkset.ts';
import { lookUpLinks } from './look-up-links.ts';
import type { PageRequest } from './page-model.ts';
import type { PublicPages } from './pages.ts';

export interface PublicDeps extends FindsPages {
  /** The public's. */
  readonly ctx: Pick<Ctx, 'read'>;
  readonly pages: PublicPages;
  /** Under which the public reaches this server, scheme and all; a request's own word counts where it names one of ours. */
  origin(request: FastifyRequest): string;
  /** Lets so many look-ups in at once. */
  readonly gate: Gate;
}

const CODE_LENGTH_MAX = 2_000;
/** What an address of a code may ask for. */
const CODE_QUERY = { config: { query: { once: ['lang', 'linkType'] } } };
interface FormQuery {
  readonly code?: string;
  readonly lang?: string;
  /** The goods of the page on which the form stands: the code may be another bar code of theirs. */
  readonly of?: string;
}
const HOME_QUERY = { config: { query: { once: ['code', 'lang', 'of'] } } };

/**
 * Anybody may ask, so only so much at once: each look-up holds a connection and up to 5,000 events (some 40 MB). More
 * than four gain nothing on one event loop; sixty-four wait some seconds.
 */
const LOOK_UPS = { inside: 4, waiting: 64, waitMs: 30_000 };

/** For all that anybody may have looked up. */
export function lookUpGate(): Gate {
  return createGate(LOOK_UPS);
}

export async function publicRoutes(app: FastifyInstance, deps: PublicDeps): Promise<void> {
  const { pages } = deps;
  await app.register(fastifyStatic, {
    root: pages.assetsDir,
    prefix: '/assets/',
    // One route a file that was built: what anybody asks for never becomes a path of the file system.
    wildcard: false,
    immutable: true,
    preCompressed: true,
    maxAge: '1y',
    decorateReply: false,
  });
  packAnswers(app);
  app.setErrorHandler((error: Error, request, reply) => {
    const problem = problemOf(error, request);
    logProblem(request, problem, error);
    return sendPublicProblem(pages, { request, reply }, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = new Problem('route.not-found', { path: pathOf(request) });
    return sendPublicProblem(pages, { request, reply }, problem);
  });

  app.get<{ Querystring: FormQuery }>('/', HOME_QUERY, async (request, reply) => {
    const { code } = request.query;
    // The form of the home page, without script.
    if (code !== undefined && code.trim() !== '') return toCode(deps, { request, reply }, code.trim());
    return sendPage(deps.pages, reply, { kind: 'home', ...pageRequest(request) });
  });
  app.get<{ Params: { '*': string } }>('/q/*', CODE_QUERY, async (request, reply) => {
    return answer(deps, { request, reply }, request.params['*']);
  });
  app.get<{ Querystring: FormQuery }>('/q', HOME_QUERY, async (request, reply) => {
    const code = request.query.code?.trim() ?? '';
    return code === '' ? reply.redirect(inLanguage('/', request), 303) : toCode(deps, { request, reply }, code);
  });
  for (const key of KEY_SEGMENTS) {
    app.get(`/${key}/*`, CODE_QUERY, async (request, reply) => {
      // The code is the address itself; its escapes belong to it.
      const path = request.url.split('?')[0] ?? '';
      return answer(deps, { request, reply }, `https://id.gs1.org${path}`);
    });
  }
  // A compressed Digital Link is one segment; anything else in its place is no page of ours.
  app.get<{ Params: { segment: string } }>('/:segment', CODE_QUERY, async (request, reply) => {
    const { segment } = request.params;
    if (decompress(segment) === undefined) throw new Problem('route.not-found', { path: pathOf(request) });
    return answer(deps, { request, reply }, `https://id.gs1.org/${segment}`);
  });
  app.get('/.well-known/gs1resolver', async (request) => resolverDescription(deps.origin(request)));
}

/** The page of a code that was typed into a form; no header repeats the number of a person, so that its page is given here. */
async function toCode(deps: PublicDeps, exchange: Exchange, code: string): Promise<FastifyReply> {
  if (holdsPersonalNumber(code)) return answer(deps, exchange, code);
  const { of = '' } = exchange.request.query as FormQuery;
  const asked = joined(of, code) ?? code;
  return exchange.reply.redirect(inLanguage(`/q/${encodeURIComponent(asked)}`, exchange.request), 303);
}

/** Whoever asked in a language that the browser does not prefer stays in it. */
function inLanguage(path: string, request: FastifyRequest): string {
  const { lang } = request.query as FormQuery;
  return lang === 'zh' || lang === 'en' ? `${path}?lang=${lang}` : path;
}

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(deps: PublicDeps, exchange: Exchange, given: string): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const code = given.trim();
  if (code === '' || code.length > CODE_LENGTH_MAX) throw new Problem('query.parameter', { name: 'code' });
  const as = wanted(request);
  if (as === 'linkset') return sendLinkset(deps, exchange, code);
  const { lang, query } = pageRequest(request);
  const page = await findPage(deps, { code, lang }, leftSignal(reply));
  reply.code(page.status);
  if (as === 'json') reply.type('application/json; charset=utf-8');
  else reply.headers(deps.pages.PAGE_HEADERS);
  cachedAs(reply, page.isPersonal);
  if (page.isPersonal) return reply.send(as === 'json' ? page.jsonText : drawn(deps.pages, page, query));
  if (as === 'json') return sendTold(request, reply, page.json());
  const told = query === undefined ? page.html() : createTold(drawn(deps.pages, page, query));
  return sendTold(request, reply, told);
}

/** Asked for again each time, and not sent again while it is the same: a warning is told at once. */
function cachedAs(reply: FastifyReply, isPersonal: boolean): void {
  reply.header('vary', 'accept, accept-language').header('cache-control', isPersonal ? 'no-store' : 'public, no-cache');
  varyBy(reply, 'accept-encoding');
}

function drawn(pages: PublicPages, { model }: KeptPage, query: string | undefined): string {
  return pages.renderPage({ ...model, ...(query === undefined ? {} : { query }) });
}

/** Whoever waited too long and left is not looked up for. */
function isThere({ raw }: FastifyRequest): boolean {
  return !raw.socket.destroyed;
}

async function sendLinkset(deps: PublicDeps, { request, reply }: Exchange, code: string): Promise<FastifyReply> {
  // Links of it would have to name it; a page and its data say what it is, and leave its digits out.
  if (holdsPersonalNumber(code)) throw new Problem('request.personal-number');
  const { reading, status } = await deps.gate.pass(() => {
    if (!isThere(request)) throw new Problem('request.timeout');
    return lookUpLinks(deps.ctx, code);
  });
  reply.code(status).type('application/linkset+json; charset=utf-8');
  cachedAs(reply, false);
  return sendTold(request, reply, createTold(JSON.stringify(linksetOf(reading, deps.origin(request)))));
}

export function wanted(request: FastifyRequest): 'page' | 'json' | 'linkset' {
  const { linkType } = readQuery(request);
  if (linkType === 'all' || linkType === 'linkset') return 'linkset';
  const accept = (request.headers.accept ?? '').toLowerCase();
  if (accept.includes('application/linkset+json')) return 'linkset';
  if (accept.includes('text/html')) return 'page';
  return accept.includes('application/json') || accept.includes('application/ld+json') ? 'json' : 'page';
}

function readQuery(request: FastifyRequest): Readonly<Record<string, unknown>> {
  return typeof request.query === 'object' && request.query !== null ? { ...request.query } : {};
}

/** The language is asked for by `?lang=`, else what the browser prefers. */
export function pageRequest(request: FastifyRequest): PageRequest {
  const { lang } = readQuery(request);
  const language: Language = lang === 'zh' || lang === 'en' ? lang : languageOf(request.headers['accept-language']);
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  query.delete('lang');
  return { lang: language, ...(query.size === 0 ? {} : { query: withoutPersonalNumbers(query.toString()) }) };
}

export function sendPage(pages: PublicPages, reply: FastifyReply, model: PageModel): FastifyReply {
  return reply.headers(pages.PAGE_HEADERS).send(pages.renderPage(model));
}

/** A refusal as a page, or as a problem document for who asks for data. */
export function sendPublicProblem(pages: PublicPages, { request, reply }: Exchange, problem: Problem): FastifyReply {
  const page = pageRequest(request);
  reply.code(problem.status);
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_S));
  const body = problemBody(problem, page.lang, 'v1');
  if (wanted(request) !== 'page')
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
  return sendPage(pages, reply, {
    kind: 'error',
    status: problem.status,
    message: body.title,
    reference: String(request.id),
    ...page,
  });
}
