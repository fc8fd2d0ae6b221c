/** `/v1/people`, `/v1/invitations`: who is in an organisation. */
import {
  ChangeMemberSchema,
  type InvitationsBody,
  InvitationsSchema,
  InviteSchema,
  type MadeLinkBody,
  MadeLinkSchema,
  type MemberBody,
  MemberSchema,
  MembersSchema,
  Problem,
  ResetSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { noteHere } from '../audit/note-here.ts';
import type { IdentityDeps } from '../deps.ts';
import { linkAddress, type MadeLink } from '../links/make-link.ts';
import { revokeInvitation, selectInvitations } from '../links/store-links.ts';
import { actingFor, mustBe } from '../may.ts';
import { WithIdSchema } from '../with-id.ts';
import { changeRole, endMember, endSessionsOf, invite, manager, resetMember } from './manage-people.ts';
import { type Member, selectMembers } from './store-members.ts';

const AS = { as: 'identity' } as const;
const NOTHING = { response: { 204: Type.Null() } };

interface WithId {
  readonly id: string;
}

export async function peopleRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  memberRoutes(app, deps);
  invitationRoutes(app, deps);
}

function memberRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf } = deps;
  app.get('/people', { schema: { response: { 200: MembersSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'manage');
    return { people: (await ctx.read(selectMembers, AS)).map(memberBody) };
  });
  app.patch<{ Params: WithId; Body: { role: string } }>(
    '/people/:id',
    { schema: { params: WithIdSchema, body: ChangeMemberSchema, response: { 200: MemberSchema } } },
    async (request) => memberBody(await changeRole(await ctxOf(request), request.params.id, request.body.role)),
  );
  app.delete<{ Params: WithId }>(
    '/people/:id',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await endMember(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId; Body: { what: 'password' | 'second-factor' } }>(
    '/people/:id/reset',
    { schema: { params: WithIdSchema, body: ResetSchema, response: { 200: MadeLinkSchema } } },
    async (request) =>
      linkBody(deps, request, await resetMember(await ctxOf(request), request.params.id, request.body.what)),
  );
  app.delete<{ Params: WithId }>(
    '/people/:id/sessions',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await endSessionsOf(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

function invitationRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  const { ctx: ctxOf } = deps;
  app.get('/invitations', { schema: { response: { 200: InvitationsSchema } } }, async (request) =>
    invitations(await ctxOf(request)),
  );
  app.post<{ Body: { name: string; role: string } }>(
    '/invitations',
    { schema: { body: InviteSchema, response: { 200: MadeLinkSchema } } },
    async (request) => linkBody(deps, request, await invite(await ctxOf(request), request.body)),
  );
  app.delete<{ Params: WithId }>(
    '/invitations/:id',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { orgNo } = manager(ctx);
      const { id } = request.params;
      await ctx.write(async (tx) => {
        if (!(await revokeInvitation(tx, orgNo, id))) throw new Problem('resource.not-found', { what: id });
        await noteHere(tx, ctx, { kind: 'link.revoked', about: id });
      }, AS);
      return reply.code(204).send();
    },
  );
}

async function invitations(ctx: Ctx): Promise<InvitationsBody> {
  mustBe(ctx.actor, 'manage');
  const rows = await ctx.read((tx) => selectInvitations(tx, actingFor(ctx.actor).no), AS);
  return {
    invitations: rows.map(({ id, name, role, title, madeByName, madeAt, expiresAt }) => ({
      id,
      name: name ?? '',
      role: role ?? '',
      title,
      invitedBy: madeByName,
      madeAt: madeAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

export function memberBody({ since, seenAt, ...member }: Member): MemberBody {
  return { ...member, since: since.toISOString(), seenAt: seenAt?.toISOString() ?? null };
}

function linkBody(
  { sharedOrigin }: IdentityDeps,
  request: FastifyRequest,
  { id, token, expiresAt }: MadeLink,
): MadeLinkBody {
  return { id, url: linkAddress(sharedOrigin(request), token), expiresAt: expiresAt.toISOString() };
}
