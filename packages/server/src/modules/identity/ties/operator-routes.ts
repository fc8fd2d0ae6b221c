/** `/v1/operator`: organisations, as whoever runs the installation sees them. */
import {
  type MadeLinkBody,
  MadeLinkSchema,
  MergeSchema,
  NewJurisdictionSchema,
  OperatedListSchema,
  OperatorNewSchema,
  SetStatusSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { IdentityDeps } from '../deps.ts';
import { linkAddress } from '../links/make-link.ts';
import { mustBe } from '../may.ts';
import type { OrganisationStatus } from '../organisations/store-organisations.ts';
import { WithIdSchema } from '../with-id.ts';
import {
  decideStatus,
  giveAnyJurisdiction,
  makeOrganisation,
  merge,
  type OrganisationGiven,
  operatedBody,
  takeApart,
} from './operate.ts';
import { likePattern, PageSchema, type PageWanted, pageOf } from './pages.ts';
import { selectOperated } from './store-operator.ts';

const NOTHING = { response: { 204: Type.Null() } };
const ListWanted = Type.Object({
  ...PageSchema.properties,
  status: Type.Optional(Type.Enum(['pending', 'active', 'suspended', 'merged', 'closed'])),
});

interface WithId {
  readonly id: string;
}

export async function operatorRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf, sharedOrigin } = deps;
  app.get<{ Querystring: PageWanted & { status?: OrganisationStatus } }>(
    '/operator/organisations',
    {
      config: { query: { once: ['q', 'perPage', 'cursor', 'status'] } },
      schema: { querystring: ListWanted, response: { 200: OperatedListSchema } },
    },
    async (request) => list(await ctxOf(request), request.query),
  );
  app.post<{ Body: OrganisationGiven & { owner: string } }>(
    '/operator/organisations',
    { schema: { body: OperatorNewSchema, response: { 200: MadeLinkSchema } } },
    async (request): Promise<MadeLinkBody> => {
      const { id, token, expiresAt } = await makeOrganisation(await ctxOf(request), request.body);
      return { id, url: linkAddress(sharedOrigin(request), token), expiresAt: expiresAt.toISOString() };
    },
  );
  decisionRoutes(app, deps);
}

function decisionRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.post<{ Params: WithId; Body: { status: 'active' | 'suspended' | 'closed'; reason: string } }>(
    '/operator/organisations/:id/status',
    { schema: { params: WithIdSchema, body: SetStatusSchema, ...NOTHING } },
    async (request, reply) => {
      await decideStatus(await ctxOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId; Body: { into: string; reason: string } }>(
    '/operator/organisations/:id/merge',
    { schema: { params: WithIdSchema, body: MergeSchema, ...NOTHING } },
    async (request, reply) => {
      await merge(await ctxOf(request), request.params.id, request.body);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId }>(
    '/operator/organisations/:id/unmerge',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await takeApart(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Body: { organisation: string; region: string; category: string } }>(
    '/operator/jurisdictions',
    { schema: { body: NewJurisdictionSchema, ...NOTHING } },
    async (request, reply) => {
      await giveAnyJurisdiction(await ctxOf(request), request.body);
      return reply.code(204).send();
    },
  );
}

async function list(ctx: Ctx, wanted: PageWanted & { readonly status?: OrganisationStatus }) {
  mustBe(ctx.actor, 'operate');
  const { count, lookedFor, after } = pageOf(wanted);
  const page = { lookedFor: likePattern(lookedFor), after, count: count + 1, status: wanted.status ?? null };
  const rows = await ctx.read((tx) => selectOperated(tx, page), { as: 'maintenance' });
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    organisations: told.map(operatedBody),
    ...(rows.length > count && last !== undefined ? { next: String(last.no) } : {}),
  };
}
