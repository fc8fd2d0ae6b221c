/** `/v1/providers`, `/v1/session/providers`, `/v1/me/subjects`, `/v1/links/provider`: signing in by a provider. */
import {
  AcceptByProviderSchema,
  BeginProviderSchema,
  Problem,
  type ProvidersBody,
  ProvidersSchema,
  ProviderUrlSchema,
  type SubjectsBody,
  SubjectsSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { logProblem, problemOf } from '../../../platform/http/problems.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustHaveProven, personOf } from '../may.ts';
import { refuseForeignOrigin, setSessionCookie } from '../sessions/cookie.ts';
import { WithIdSchema } from '../with-id.ts';
import { beginFlow } from './begin-flow.ts';
import { browserToken, holdBrowserToken } from './browser-cookie.ts';
import { finishFlow, returningFlow } from './finish-flow.ts';
import { sendOn } from './move-on.ts';
import { redirectUri } from './redirect-uri.ts';
import type { FlowPurpose } from './store-flows.ts';
import { selectEnabled } from './store-providers.ts';
import { selectSubjects } from './store-subjects.ts';
import { unlink } from './unlink.ts';

const AS = { as: 'identity' } as const;
const SIGN_IN_PAGE = '/console/sign-in';

interface Wanted {
  readonly returnTo?: string;
}

export async function providerRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  app.get(
    '/providers',
    { schema: { response: { 200: ProvidersSchema }, security: [] } },
    async (request): Promise<ProvidersBody> => {
      const ctx = await ctxOf(request);
      return { providers: await ctx.read(selectEnabled, AS) };
    },
  );
  beginRoutes(app, deps);
  callbackRoute(app, deps);
  subjectRoutes(app, deps);
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Sends a browser off; what ties it to its way goes along with the answer. */
async function begin(
  deps: IdentityDeps,
  { request, reply }: Exchange,
  wanted: Wanted & { ctx: Ctx; providerId: string; purpose: FlowPurpose; linkToken?: string },
): Promise<{ readonly url: string }> {
  const { ctx, returnTo, ...rest } = wanted;
  const browser = holdBrowserToken(request, reply);
  const url = await beginFlow(ctx, deps, { ...rest, returnTo, browser, redirectUri: redirectUri(deps, request) });
  return { url };
}

function beginRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf } = deps;
  const response = { 200: ProviderUrlSchema };
  app.post<{ Params: { id: string }; Body: Wanted }>(
    '/session/providers/:id',
    { schema: { params: WithIdSchema, body: BeginProviderSchema, response, security: [] } },
    async (request, reply) => {
      refuseForeignOrigin(request, { needsWord: false });
      const wanted = { ...request.body, ctx: await ctxOf(request), providerId: request.params.id };
      return begin(deps, { request, reply }, { ...wanted, purpose: 'sign-in' });
    },
  );
  app.post<{ Body: Wanted & { token: string; providerId: string } }>(
    '/links/provider',
    { schema: { body: AcceptByProviderSchema, response, security: [] } },
    async (request, reply) => {
      refuseForeignOrigin(request, { needsWord: false });
      const { token, ...wanted } = request.body;
      const ctx = await ctxOf(request);
      return begin(deps, { request, reply }, { ...wanted, ctx, purpose: 'invitation', linkToken: token });
    },
  );
}

/** What a provider puts behind the address; the rest is its own affair, and is handed on as it came. */
const ANSWERED = ['code', 'state', 'iss', 'error', 'error_description'] as const;

function callbackRoute(app: FastifyInstance, deps: IdentityDeps): void {
  const Answered = Type.Object(Object.fromEntries(ANSWERED.map((name) => [name, Type.Optional(Type.String())])));
  const page = {
    description: 'A page that goes on to the console',
    content: { 'text/html': { schema: Type.String() } },
  };
  app.get<{ Querystring: { state?: string } }>(
    '/session/providers/callback',
    {
      // A code of digits may look like the number of a person; nothing of the address is repeated.
      config: { query: { once: ANSWERED, tellsPersons: true } },
      schema: { querystring: Answered, response: { 200: page }, security: [] },
    },
    async (request, reply) => {
      const { to, token } = await comeBack(deps, request);
      if (token !== undefined) setSessionCookie(request, reply, token);
      return sendOn(reply, to);
    },
  );
}

/** Where whoever comes back goes on to: there a refusal is told by its code. */
async function comeBack(
  deps: IdentityDeps,
  request: FastifyRequest<{ Querystring: { state?: string } }>,
): Promise<{ readonly to: string; readonly token?: string | undefined }> {
  let failedAt = SIGN_IN_PAGE;
  try {
    const ctx = await deps.ctx(request);
    const flow = await returningFlow(ctx, { state: request.query.state, browser: browserToken(request) });
    if (flow.purpose === 'link') failedAt = flow.returnTo;
    const callbackUrl = new URL(redirectUri(deps, request));
    callbackUrl.search = new URL(request.url, callbackUrl).search;
    return { to: flow.returnTo, token: await finishFlow(ctx, deps, { flow, callbackUrl }) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const problem = problemOf(error, request);
    logProblem(request, problem, error);
    return { to: `${failedAt.split('#')[0]}#error=${problem.code}` };
  }
}

const WithProvider = Type.Object({ providerId: Type.String({ format: 'uuid' }) });

function subjectRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf } = deps;
  app.get('/me/subjects', { schema: { response: { 200: SubjectsSchema } } }, async (request): Promise<SubjectsBody> => {
    const ctx = await ctxOf(request);
    const { personId } = personOf(ctx.actor);
    const rows = await ctx.read((tx) => selectSubjects(tx, personId), AS);
    return { subjects: rows.map(({ linkedAt, ...row }) => ({ ...row, linkedAt: linkedAt.toISOString() })) };
  });
  app.post<{ Params: { providerId: string }; Body: Wanted }>(
    '/me/subjects/:providerId',
    { schema: { params: WithProvider, body: BeginProviderSchema, response: { 200: ProviderUrlSchema } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustHaveProven(ctx.actor, ctx.clock.now());
      const { providerId } = request.params;
      return begin(deps, { request, reply }, { ...request.body, ctx, providerId, purpose: 'link' });
    },
  );
  app.delete<{ Params: { providerId: string } }>(
    '/me/subjects/:providerId',
    { schema: { params: WithProvider, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustHaveProven(ctx.actor, ctx.clock.now());
      const { providerId } = request.params;
      if (!(await unlink(ctx, providerId))) throw new Problem('resource.not-found', { what: providerId });
      return reply.code(204).send();
    },
  );
}
