import swagger from '@fastify/swagger';
import { problemSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';

/** Describes a scope as OpenAPI 3.1 at `/openapi.json`, from the schemas of its routes. Call it before them. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '溯源 Suyuan', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
  });
  // What is told of any refusal stands once, for all routes.
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide === true) return;
    route.schema.response = { ...Object(route.schema.response), default: problemSchema };
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
