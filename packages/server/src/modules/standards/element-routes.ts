/** `/v1/standards/elements`: what may be recorded, over all packs. */
import { StandardElementsSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { StandardsDeps } from './deps.ts';
import { findElements } from './elements.ts';

const PAGE = 50;
const WantedSchema = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Words, in Chinese or English' })),
  pack: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  after: Type.Optional(
    Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}/[a-z][A-Za-z0-9]{0,59}$', description: '`next` of the page before' }),
  ),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|1[0-9][0-9]|200)$', description: '1 to 200' })),
});

export function elementRoutes(app: FastifyInstance, { packs }: StandardsDeps): void {
  app.get<{ Querystring: Type.Static<typeof WantedSchema> }>(
    '/standards/elements',
    {
      config: { query: { once: ['q', 'pack', 'after', 'limit'] } },
      schema: { querystring: WantedSchema, response: { 200: StandardElementsSchema } },
    },
    async ({ query: { limit = String(PAGE), ...wanted } }) => {
      const known = (await packs()).map(({ pack }) => pack);
      return findElements(known, { ...wanted, limit: Number(limit) });
    },
  );
}
