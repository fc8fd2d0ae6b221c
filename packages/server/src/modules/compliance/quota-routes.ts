/** `/v1/compliance/quotas`: what authorities allot for a time, and how much of it is used. */
import { type NewQuota, NewQuotaSchema, QuotaSchema, QuotasSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import type { ComplianceDeps } from './deps.ts';
import { enterQuota, quotasOf, withdrawQuota } from './quotas.ts';

const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
const BODY_BYTES_MAX = 64 * 1024;

/** For a scope of its own under `/v1`. */
export async function quotaRoutes(app: FastifyInstance, { ctx, packs }: ComplianceDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get('/compliance/quotas', { schema: { response: { 200: QuotasSchema } } }, async (request) =>
    quotasOf(await ctx(request), await packs()),
  );
  app.post<{ Body: NewQuota }>(
    '/compliance/quotas',
    { schema: { body: NewQuotaSchema, response: { 200: QuotaSchema } } },
    async (request) => enterQuota(await ctx(request), await packs(), request.body),
  );
  app.delete<{ Params: Type.Static<typeof WithIdSchema> }>(
    '/compliance/quotas/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await withdrawQuota(await ctx(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
