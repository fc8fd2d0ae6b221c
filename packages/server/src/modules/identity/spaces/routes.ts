/** `/v1/spaces`: shared spaces, whose members count as partners of each other. */
import {
  type ChangeSpace,
  ChangeSpaceSchema,
  type InviteToSpace,
  InviteToSpaceSchema,
  type NewSpace,
  NewSpaceSchema,
  SpaceSchema,
  SpacesSchema,
} from '@suyuan/api/spaces';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { IdentityDeps } from '../deps.ts';
import { PageSchema, pageOf } from '../ties/pages.ts';
import { WithIdSchema } from '../with-id.ts';
import {
  accept,
  alterSpace,
  dissolve,
  endMembership,
  invite,
  listSpaces,
  makeSpace,
  readSpace,
  refuse,
} from './spaces.ts';

const ListSchema = Type.Object({
  perPage: PageSchema.properties.perPage,
  cursor: PageSchema.properties.cursor,
  state: Type.Optional(Type.Enum(['invited', 'member'])),
});
const MemberParams = Type.Object({
  id: Type.String({ format: 'uuid' }),
  organisation: Type.String({ format: 'uuid' }),
});
const ReasonSchema = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 500, description: 'Why, where the lead removes a member' })),
});

interface WithId {
  readonly id: string;
}

export async function spaceRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  app.get<{ Querystring: Type.Static<typeof ListSchema> }>(
    '/spaces',
    {
      config: { query: { once: ['perPage', 'cursor', 'state'] } },
      schema: { querystring: ListSchema, response: { 200: SpacesSchema } },
    },
    async (request) => {
      const { state, ...wanted } = request.query;
      return listSpaces(await ctxOf(request), { state, ...pageOf(wanted) });
    },
  );
  app.post<{ Body: NewSpace }>(
    '/spaces',
    { schema: { body: NewSpaceSchema, response: { 200: SpaceSchema } } },
    async (request) => makeSpace(await ctxOf(request), request.body),
  );
  app.get<{ Params: WithId }>(
    '/spaces/:id',
    { schema: { params: WithIdSchema, response: { 200: SpaceSchema } } },
    async (request) => readSpace(await ctxOf(request), request.params.id),
  );
  app.patch<{ Params: WithId; Body: ChangeSpace }>(
    '/spaces/:id',
    { schema: { params: WithIdSchema, body: ChangeSpaceSchema, response: { 200: SpaceSchema } } },
    async (request) => alterSpace(await ctxOf(request), request.params.id, request.body),
  );
  app.delete<{ Params: WithId }>(
    '/spaces/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await dissolve(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  memberRoutes(app, deps);
}

function memberRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.post<{ Params: WithId; Body: InviteToSpace }>(
    '/spaces/:id/invitations',
    { schema: { params: WithIdSchema, body: InviteToSpaceSchema, response: { 200: SpaceSchema } } },
    async (request) => invite(await ctxOf(request), request.params.id, request.body.organisation),
  );
  app.post<{ Params: WithId }>(
    '/spaces/:id/acceptance',
    { schema: { params: WithIdSchema, response: { 200: SpaceSchema } } },
    async (request) => accept(await ctxOf(request), request.params.id),
  );
  app.post<{ Params: WithId }>(
    '/spaces/:id/refusal',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await refuse(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.delete<{ Params: Type.Static<typeof MemberParams>; Querystring: Type.Static<typeof ReasonSchema> }>(
    '/spaces/:id/members/:organisation',
    {
      config: { query: { once: ['reason'] } },
      schema: { params: MemberParams, querystring: ReasonSchema, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { id, organisation: memberId } = request.params;
      await endMembership(await ctxOf(request), { id, memberId, reason: request.query.reason?.trim() ?? '' });
      return reply.code(204).send();
    },
  );
}
