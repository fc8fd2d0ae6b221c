/** `/v1/links`: what whoever was given a link does with it. */
import {
  AcceptInvitationSchema,
  FirstStartSchema,
  LinkSchema,
  OpenLinkSchema,
  SessionSchema,
  SetPasswordSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { IdentityDeps } from '../deps.ts';
import type { NewPerson } from '../people/add-person.ts';
import { beginSession } from '../sessions/begin-session.ts';
import { refuseForeignOrigin } from '../sessions/cookie.ts';
import { openLink } from './open-link.ts';
import { acceptInvitation, type FirstOrganisation, resetFactor, resetPassword, startFirst } from './use-link.ts';

interface WithToken {
  readonly token: string;
}

export async function linkRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  app.addHook('preHandler', async (request) => refuseForeignOrigin(request, { needsWord: false }));
  const answered = { response: { 200: SessionSchema }, security: [] };

  app.post<{ Body: WithToken }>(
    '/links/open',
    { schema: { body: OpenLinkSchema, response: { 200: LinkSchema }, security: [] } },
    async (request) => openLink(await ctxOf(request), request.body.token),
  );
  app.post<{ Body: WithToken & { person: NewPerson; organisation: FirstOrganisation } }>(
    '/links/first-start',
    { schema: { body: FirstStartSchema, ...answered } },
    async (request, reply) => {
      const { token } = await startFirst(await ctxOf(request), request.body);
      return beginSession(deps, { request, reply }, token);
    },
  );
  app.post<{ Body: WithToken & { person?: NewPerson } }>(
    '/links/invitation',
    { schema: { body: AcceptInvitationSchema, ...answered } },
    async (request, reply) => {
      const { token } = await acceptInvitation(await ctxOf(request), request.body);
      return beginSession(deps, { request, reply }, token);
    },
  );
  app.post<{ Body: WithToken & { password: string } }>(
    '/links/password',
    { schema: { body: SetPasswordSchema, ...answered } },
    async (request, reply) => {
      const { token } = await resetPassword(await ctxOf(request), request.body);
      return beginSession(deps, { request, reply }, token);
    },
  );
  app.post<{ Body: WithToken }>(
    '/links/second-factor',
    { schema: { body: OpenLinkSchema, response: { 204: Type.Null() }, security: [] } },
    async (request, reply) => {
      await resetFactor(await ctxOf(request), request.body.token);
      return reply.code(204).send();
    },
  );
}
