/** `/v1/session`, `/v1/places`: who is signed in, and where it acts. */
import {
  ChoosePlaceSchema,
  FactorSchema,
  type PlacesBody,
  PlacesSchema,
  Problem,
  ProofSchema,
  SessionSchema,
  SignInSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import type { Keyring } from '../credentials/keyring.ts';
import { hashToken, newToken } from '../credentials/token.ts';
import type { IdentityDeps } from '../deps.ts';
import { personOf } from '../may.ts';
import { beginSession } from './begin-session.ts';
import { clearSessionCookie, refuseForeignOrigin } from './cookie.ts';
import { proveAgain } from './prove-again.ts';
import { checkFactor } from './second-factor.ts';
import { sessionBody } from './session-body.ts';
import { signIn } from './sign-in.ts';
import { findPlace, placesOf } from './store-places.ts';
import { endSession, placeSession, renewSession } from './store-sessions.ts';

const AS = { as: 'identity' } as const;
const PLACES_MAX = 50;

export async function sessionRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  signInRoutes(app, deps);
  placeRoutes(app, deps);
}

function signInRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf, keyring } = deps;
  app.post<{ Body: { name: string; password: string } }>(
    '/session',
    { schema: { body: SignInSchema, response: { 200: SessionSchema }, security: [] } },
    async (request, reply) => {
      // A page of another site must not sign a browser in as somebody else.
      refuseForeignOrigin(request, { needsWord: false });
      const { token } = await signIn(await ctxOf(request), request.body);
      return beginSession(deps, { request, reply }, token);
    },
  );
  app.post<{ Body: { code: string } }>(
    '/session/second-factor',
    { schema: { body: FactorSchema, response: { 200: SessionSchema } } },
    async (request, reply) =>
      beginSession(deps, { request, reply }, await finishSignIn(await ctxOf(request), keyring, request.body.code)),
  );
  app.post<{ Body: { password: string; code?: string } }>(
    '/session/proof',
    { schema: { body: ProofSchema, response: { 200: SessionSchema } } },
    async (request, reply) =>
      beginSession(deps, { request, reply }, await proveAgain(await ctxOf(request), keyring, request.body)),
  );
  app.get('/session', { schema: { response: { 200: SessionSchema } } }, async (request) =>
    sessionBody(await ctxOf(request)),
  );
  app.delete('/session', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    await signOut(await ctxOf(request));
    clearSessionCookie(request, reply);
    // What the browser kept of the pages goes with it.
    return reply.header('clear-site-data', '"cache"').code(204).send();
  });
}

/** The second step of signing in; returns the session's next token. */
async function finishSignIn(ctx: Ctx, keyring: Keyring, code: string): Promise<string> {
  const { personId, session } = ctx.actor;
  if (personId === undefined || session === undefined) throw new Problem('session.missing');
  if (session.stage !== 'second-factor') {
    throw new Problem(session.stage === 'full' ? 'person.has-factor' : 'person.no-factor');
  }
  const method = await checkFactor(ctx, keyring, { personId, code });
  const token = newToken();
  await ctx.write(async (tx) => {
    const isThere = await renewSession(tx, session.id, { hash: hashToken(token), stage: 'full', proven: [method] });
    if (!isThere) throw new Problem('session.missing');
    await notePerson(tx, ctx, {
      kind: 'sign-in.done',
      detail: { methods: [...session.methods, method], stage: 'full' },
    });
  }, AS);
  return token;
}

async function signOut(ctx: Ctx): Promise<void> {
  const { personId, session } = ctx.actor;
  if (personId === undefined || session === undefined) return;
  await ctx.write(async (tx) => {
    if (await endSession(tx, personId, session.id)) await notePerson(tx, ctx, { kind: 'session.ended' });
  }, AS);
}

function placeRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf } = deps;
  const Looked = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) });
  app.get<{ Querystring: { q?: string } }>(
    '/places',
    { config: { query: { once: ['q'] } }, schema: { querystring: Looked, response: { 200: PlacesSchema } } },
    async (request): Promise<PlacesBody> => {
      const ctx = await ctxOf(request);
      const { personId } = personOf(ctx.actor);
      const lookedFor = request.query.q?.trim() || undefined;
      const places = await ctx.read((tx) => placesOf(tx, personId, { lookedFor, most: PLACES_MAX + 1 }), AS);
      return { places: places.slice(0, PLACES_MAX).map(({ told }) => told), more: places.length > PLACES_MAX };
    },
  );
  app.post<{ Body: { id: string; via?: string } }>(
    '/session/organisation',
    { schema: { body: ChoosePlaceSchema, response: { 200: SessionSchema } } },
    async (request, reply) =>
      beginSession(deps, { request, reply }, await choosePlace(await ctxOf(request), request.body)),
  );
}

/** Acts for another organisation from here on; returns the session's next token. */
async function choosePlace(ctx: Ctx, wanted: { readonly id: string; readonly via?: string }): Promise<string> {
  const { personId, session } = personOf(ctx.actor);
  const token = newToken();
  await ctx.write(async (tx) => {
    const place = await findPlace(tx, personId, wanted);
    if (place === undefined) throw new Problem('organisation.not-yours', { id: wanted.id });
    await placeSession(tx, session.id, place);
    await renewSession(tx, session.id, { hash: hashToken(token), stage: 'full', proven: [] });
    const { id, tie } = place.told;
    await notePerson(tx, ctx, { kind: 'session.placed', detail: { organisation: id, tie } });
  }, AS);
  return token;
}
