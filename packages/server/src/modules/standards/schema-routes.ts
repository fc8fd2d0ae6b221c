/** `/v1/standards/schemas`: what a message has to look like, for whoever checks one without this program. */
import { Problem, SchemaListSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { PUBLISHED_SCHEMAS } from './published-schemas.ts';

const SCHEMA_TYPE = 'application/schema+json';
const NamedSchema = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }) });

export function schemaRoutes(app: FastifyInstance): void {
  app.get('/standards/schemas', { schema: { response: { 200: SchemaListSchema } } }, async () => ({
    schemas: [...PUBLISHED_SCHEMAS.values()].map(({ body }) => body),
  }));
  const content = { [SCHEMA_TYPE]: { schema: Type.Unsafe({ type: 'object' }) } };
  app.get<{ Params: Type.Static<typeof NamedSchema> }>(
    '/standards/schemas/:name',
    {
      config: { describes: { params: NamedSchema, response: { 200: { description: 'JSON Schema', content } } } },
      schema: { params: NamedSchema },
    },
    async (request, reply) => {
      const { name } = request.params;
      const found = PUBLISHED_SCHEMAS.get(name);
      if (found === undefined) throw new Problem('resource.not-found', { what: name });
      return reply.type(SCHEMA_TYPE).send(found.text);
    },
  );
}
