/** `/v1/disputes`: what the organisation says against others' records, and what is said against its own. */
import {
  type DisputeBody,
  DisputeSchema,
  type DisputesBody,
  DisputesSchema,
  type NewDispute,
  NewDisputeSchema,
  Problem,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import type { CaptureDeps } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { acceptDispute } from './accept-dispute.ts';
import { dispute, withdraw } from './dispute.ts';
import {
  type Accepted,
  type DisputeRow,
  selectAccepted,
  selectDisputesAbout,
  selectOwnDisputes,
} from './store-disputes.ts';

export interface DisputeDeps extends CaptureDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
}

const PAGE = 50;
const BODY_BYTES_MAX = 1024 * 1024;
const ListSchema = Type.Object({
  about: Type.Optional(
    Type.Enum(['mine', 'ours'], {
      description: 'mine: what the organisation disputes; ours: what others dispute of its records',
    }),
  ),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
});
type Wanted = Type.Static<typeof ListSchema>;
const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });

export async function disputeRoutes(app: FastifyInstance, deps: DisputeDeps): Promise<void> {
  const { ctx: ctxOf, nameKey } = deps;
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get<{ Querystring: Wanted }>(
    '/disputes',
    {
      config: { query: { once: ['about', 'perPage', 'cursor'] } },
      schema: { querystring: ListSchema, response: { 200: DisputesSchema } },
    },
    async (request) => list(await ctxOf(request), request.query),
  );
  app.post<{ Body: NewDispute }>(
    '/disputes',
    { schema: { body: NewDisputeSchema, response: { 200: DisputeSchema } } },
    async (request) => disputeBody(await dispute(await ctxOf(request), request.body, nameKey)),
  );
  app.delete<{ Params: { id: string } }>(
    '/disputes/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await withdraw(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: { id: string } }>(
    '/disputes/:id/acceptance',
    { schema: { params: WithIdSchema, response: { 200: DisputeSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      const [body] = await disputeBodies(ctx, [await acceptDispute(ctx, deps, request.params.id)]);
      if (body === undefined) throw new Problem('resource.not-found', { what: request.params.id });
      return body;
    },
  );
}

async function list(ctx: Ctx, { about = 'mine', perPage = String(PAGE), cursor }: Wanted): Promise<DisputesBody> {
  mustBe(ctx.actor, 'query');
  const { no: orgNo } = actingFor(ctx.actor);
  const count = Number(perPage);
  const page = { before: cursor === undefined ? null : Number(cursor), count: count + 1 };
  const rows =
    about === 'mine'
      ? await ctx.read((tx) => selectOwnDisputes(tx, page), { as: 'identity' })
      : await ctx.read((tx) => selectDisputesAbout(tx, orgNo, page), { as: 'chain' });
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    disputes: await disputeBodies(ctx, told),
    ...(rows.length > count && last !== undefined ? { next: String(last.no) } : {}),
  };
}

/** Each with how it stands by what both sides said. */
async function disputeBodies(ctx: Ctx, rows: readonly DisputeRow[]): Promise<DisputeBody[]> {
  const ids = rows.map(({ id }) => id);
  const accepted = await ctx.read((tx) => selectAccepted(tx, ids), { as: 'chain' });
  return rows.map((row) => disputeBody(row, accepted.get(row.id)));
}

function disputeBody(row: DisputeRow, accepted?: Accepted): DisputeBody {
  const { id, eventID, subject, words, by, createdAt, withdrawnAt, differences } = row;
  return {
    ...{ id, eventID, subject, words, by },
    createdAt: createdAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    acceptedAt: accepted?.acceptedAt.toISOString() ?? null,
    ...(differences === null ? {} : { differences }),
    ...(accepted?.corrected == null ? {} : { corrected: accepted.corrected }),
  };
}
