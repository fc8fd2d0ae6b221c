/** `/v1/registry/unknown`: of what the organisation's events name, what no master data is known of. */
import { UnknownCodesSchema, UnknownKindSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { CatalogueDeps } from '../deps.ts';
import { LimitSchema, PAGE } from '../page-size.ts';
import { findUnknown } from './find-unknown.ts';

const WantedSchema = Type.Object({
  kind: Type.Optional(UnknownKindSchema),
  after: Type.Optional(Type.String({ maxLength: 100, description: '`next` of the page before' })),
  limit: LimitSchema,
});

export function unknownRoutes(app: FastifyInstance, { ctx: ctxOf }: Pick<CatalogueDeps, 'ctx'>): void {
  app.get<{ Querystring: Type.Static<typeof WantedSchema> }>(
    '/registry/unknown',
    {
      config: { query: { once: ['kind', 'after', 'limit'] } },
      schema: { querystring: WantedSchema, response: { 200: UnknownCodesSchema } },
    },
    async (request) => {
      const { limit = String(PAGE), ...wanted } = request.query;
      return findUnknown(await ctxOf(request), { ...wanted, count: Number(limit) });
    },
  );
}
