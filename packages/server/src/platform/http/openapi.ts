import swagger from '@fastify/swagger';
import { problemSchema } from '@suyuan/api';
import type { FastifyInstance, FastifySchema } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What the description says of a route in place of its schema: it checks nothing and serialises nothing, for routes
     * that read streams and send text as it was received.
     */
    readonly describes?: FastifySchema;
  }
}

/** What is told of any refusal stands once, for all routes. */
const REFUSAL = {
  description: 'A refusal (RFC 9457), in the language of the caller',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** Describes a scope as OpenAPI 3.1 at `/openapi.json`, from what its routes say of themselves. Call it before them. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '溯源 Suyuan', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform({ schema, url, route }) {
      const told: FastifySchema = route.config?.describes ?? schema ?? {};
      if (told.hide === true) return { schema: told, url };
      return { schema: { ...told, response: { ...Object(told.response), default: REFUSAL } }, url };
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
