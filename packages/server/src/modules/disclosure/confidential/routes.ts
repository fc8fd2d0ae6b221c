/** `/v1/confidential-readings`: cases in which owners are told of an office's looks afterwards. Of people alone; keys may not. */
import {
  type ConfidentialBody,
  type ConfidentialListBody,
  ConfidentialListSchema,
  ConfidentialSchema,
  type NewConfidentialBody,
  NewConfidentialSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { acceptJsonAlone } from '../../../platform/http/json-alone.ts';
import { mustBe, personOf } from '../../identity/index.ts';
import { approve, ask, end, show } from './decide.ts';
import { type About, type Reading, selectAbout, selectReadings } from './store-readings.ts';
import { tellHeldLooks } from './tell-held.ts';

export interface ConfidentialDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program's own, which tells owners. */
  readonly program: Ctx;
}

const AS = { as: 'identity' } as const;
const BODY_BYTES_MAX = 16 * 1024;
const PAGE = 50;
const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
interface WithId {
  readonly id: string;
}

const Wanted = Type.Object({
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|100)$', description: '1 to 100' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
type Wanted = Type.Static<typeof Wanted>;

export async function confidentialRoutes(
  app: FastifyInstance,
  { ctx: ctxOf, program }: ConfidentialDeps,
): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get<{ Querystring: Wanted }>(
    '/confidential-readings',
    {
      config: { query: { once: ['perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: ConfidentialListSchema } },
    },
    async (request) => listed(await ctxOf(request), request.query),
  );
  app.post<{ Body: NewConfidentialBody }>(
    '/confidential-readings',
    { schema: { body: NewConfidentialSchema, response: { 200: ConfidentialSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      return told(ctx, await ask(ctx, request.body));
    },
  );
  app.post<{ Params: WithId }>(
    '/confidential-readings/:id/approve',
    { schema: { params: WithIdSchema, response: { 200: ConfidentialSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      return told(ctx, await approve(ctx, request.params.id));
    },
  );
  app.post<{ Params: WithId }>(
    '/confidential-readings/:id/end',
    { schema: { params: WithIdSchema, response: { 200: ConfidentialSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      await end(ctx, request.params.id);
      // It has ended by now; where this is cut off, the program tells it within a minute.
      await tellHeldLooks(program);
      return told(ctx, await show(ctx, request.params.id));
    },
  );
}

async function listed(ctx: Ctx, { perPage, cursor }: Wanted): Promise<ConfidentialListBody> {
  mustBe(ctx.actor, 'supervise');
  personOf(ctx.actor);
  const most = perPage === undefined ? PAGE : Number(perPage);
  return ctx.read(async (tx) => {
    const rows = await selectReadings(tx, { before: cursor ?? null, count: most + 1 });
    const page = rows.slice(0, most);
    const about = await selectAbout(
      tx,
      page.map(({ id }) => id),
    );
    const last = page.at(-1);
    return {
      readings: page.map((reading) => readingBody(reading, about)),
      ...(rows.length > most && last !== undefined ? { next: last.id } : {}),
    };
  }, AS);
}

function told(ctx: Ctx, reading: Reading): Promise<ConfidentialBody> {
  return ctx.read(async (tx) => readingBody(reading, await selectAbout(tx, [reading.id])), AS);
}

function readingBody(reading: Reading, about: ReadonlyMap<string, readonly About[]>): ConfidentialBody {
  const { id, caseNo, reason, isOfSome, days, askedBy, askedByName, approvedBy, approvedByName } = reading;
  const { askedAt, approvedAt, validUntil, endedAt, toldAt, heldCount } = reading;
  const who = (about.get(id) ?? []).map(({ id, name, code }) => ({ id, name, code }));
  return {
    id,
    state: endedAt !== null ? 'ended' : approvedAt === null ? 'waiting' : 'running',
    ...{ caseNo, reason, days, heldCount },
    about: isOfSome ? who : 'all',
    askedBy: { id: askedBy, name: askedByName },
    askedAt: askedAt.toISOString(),
    approvedBy: approvedBy === null ? null : { id: approvedBy, name: approvedByName ?? '' },
    approvedAt: approvedAt?.toISOString() ?? null,
    until: validUntil?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    toldAt: toldAt?.toISOString() ?? null,
  };
}
