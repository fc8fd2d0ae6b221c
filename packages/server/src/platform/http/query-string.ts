/** One rule of query strings for every route: what stands for one value is given once. */
import { Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly query?: QueryDeclaration;
  }
}

/** The parameters that a route reads of its query string. */
export interface QueryDeclaration {
  /** Those that stand for one value. */
  readonly once?: readonly string[];
  /** Those that may be repeated. */
  readonly often?: readonly string[];
  /** The route says itself of the number of a person that it is one, and repeats nothing of it. */
  readonly tellsPersons?: true;
}

/**
 * Refuses a request that repeats what its route declares `once`, before the route sees it as a list. What a route does
 * not declare is its own affair: an address gathers parameters on its way that were never for us.
 */
export function refuseRepeated(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const query: Readonly<Record<string, unknown>> = Object(request.query);
    for (const name of request.routeOptions.config.query?.once ?? []) {
      if (Array.isArray(query[name])) throw new Problem('query.repeated', { name });
    }
  });
}
