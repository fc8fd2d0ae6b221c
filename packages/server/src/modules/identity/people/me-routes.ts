/** `/v1/me`: what a person says of itself, and how it signs in. */
import {
  AddLoginNameSchema,
  ChangeMeSchema,
  ChangePasswordSchema,
  type MeBody,
  MeSchema,
  type OwnSessionsBody,
  OwnSessionsSchema,
  Problem,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { notePerson } from '../audit/note-person.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustHaveProven, personOf } from '../may.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { countRecoveryCodes } from '../sessions/store-factors.ts';
import { endSession, endSessions, selectSessions } from '../sessions/store-sessions.ts';
import { changePassword } from './change-password.ts';
import { factorRoutes } from './factor-routes.ts';
import { readLoginName } from './login-name.ts';
import { deleteLoginName, findForSignIn, insertLoginName, renamePerson, selectLoginNames } from './store-people.ts';

const AS = { as: 'identity' } as const;
const NOTHING = { response: { 204: Type.Null() } };

export async function meRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  profileRoutes(app, deps);
  ownSessionRoutes(app, deps);
  factorRoutes(app, deps);
}

/** What a person changes of itself, noted; answered with how it is then. */
async function changeMe(ctx: Ctx, what: string, change: (tx: Tx, personId: string) => Promise<void>): Promise<MeBody> {
  const { personId } = personOf(ctx.actor);
  await ctx.write(async (tx) => {
    await change(tx, personId);
    await notePerson(tx, ctx, { kind: 'person.changed', detail: { what } });
  }, AS);
  return meBody(ctx);
}

function profileRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  const answered = { response: { 200: MeSchema } };
  app.get('/me', { schema: answered }, async (request) => meBody(await ctxOf(request)));
  app.patch<{ Body: { name: string } }>('/me', { schema: { body: ChangeMeSchema, ...answered } }, async (request) => {
    const name = request.body.name.trim();
    if (name === '') throw new Problem('request.invalid', { reason: 'name' });
    return changeMe(await ctxOf(request), 'name', (tx, personId) => renamePerson(tx, personId, name));
  });
  app.post<{ Body: { loginName: string } }>(
    '/me/login-names',
    { schema: { body: AddLoginNameSchema, ...answered } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustHaveProven(ctx.actor, ctx.clock.now());
      const loginName = readLoginName(request.body.loginName);
      if (loginName === undefined) throw new Problem('person.login-name');
      return changeMe(ctx, 'login-name', async (tx, personId) => {
        if (!(await insertLoginName(tx, personId, loginName))) throw new Problem('person.login-name-taken');
      });
    },
  );
  app.delete<{ Params: { value: string } }>('/me/login-names/:value', { schema: answered }, async (request) => {
    const ctx = await ctxOf(request);
    mustHaveProven(ctx.actor, ctx.clock.now());
    const { value } = request.params;
    return changeMe(ctx, 'login-name', async (tx, personId) => {
      if (!(await deleteLoginName(tx, personId, value))) throw new Problem('resource.not-found', { what: value });
      if ((await selectLoginNames(tx, personId)).length === 0) throw new Problem('person.last-login-name');
    });
  });
  app.put<{ Body: { current: string; next: string } }>(
    '/me/password',
    { schema: { body: ChangePasswordSchema, ...NOTHING } },
    async (request, reply) => {
      setSessionCookie(request, reply, await changePassword(await ctxOf(request), request.body));
      return reply.code(204).send();
    },
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function ownSessionRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get('/me/sessions', { schema: { response: { 200: OwnSessionsSchema } } }, async (request) =>
    ownSessions(await ctxOf(request)),
  );
  /** One, by its id; `others`: all but this one. */
  app.delete<{ Params: { id: string } }>('/me/sessions/:id', { schema: NOTHING }, async (request, reply) => {
    const ctx = await ctxOf(request);
    const { personId, session } = personOf(ctx.actor);
    const { id } = request.params;
    await ctx.write(async (tx) => {
      if (id === 'others') await endSessions(tx, personId, session.id);
      else if (!UUID.test(id) || !(await endSession(tx, personId, id))) {
        throw new Problem('resource.not-found', { what: id });
      }
      await notePerson(tx, ctx, { kind: 'session.ended', detail: { which: id } });
    }, AS);
    return reply.code(204).send();
  });
}

async function ownSessions(ctx: Ctx): Promise<OwnSessionsBody> {
  const { personId, session } = personOf(ctx.actor);
  const rows = await ctx.read((tx) => selectSessions(tx, personId), AS);
  return {
    sessions: rows.map(({ madeAt, seenAt, endsAt, ...row }) => ({
      ...row,
      isThis: row.id === session.id,
      madeAt: madeAt.toISOString(),
      seenAt: seenAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}

async function meBody(ctx: Ctx): Promise<MeBody> {
  const { personId } = personOf(ctx.actor);
  return ctx.read(async (tx) => {
    const person = await findForSignIn(tx, personId);
    if (person === undefined) throw new Problem('session.missing');
    return {
      id: personId,
      name: person.name,
      loginNames: await selectLoginNames(tx, personId),
      hasPassword: person.phc !== null,
      hasFactor: person.hasFactor,
      recoveryCodesLeft: await countRecoveryCodes(tx, personId),
    };
  }, AS);
}
