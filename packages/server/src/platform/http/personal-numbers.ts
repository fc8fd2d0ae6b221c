/** Nobody is asked for by the number of a person: an answer, a link to the next page or an error would repeat it. */
import { Problem } from '@suyuan/api';
import { holdsPersonalNumber } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses a request of a scope that has such a number in its path or in its query, by name or value, before its route sees
 * it; save where the route declares that it says itself what the number is.
 */
export function refusePersonalNumbers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.query?.tellsPersons === true) return;
    const query: Readonly<Record<string, unknown>> = Object(request.query);
    const params: Readonly<Record<string, unknown>> = Object(request.params);
    const given = [...Object.keys(query), ...Object.values(query).flat(), ...Object.values(params)];
    if (given.some((text) => typeof text === 'string' && holdsPersonalNumber(text)))
      throw new Problem('request.personal-number');
  });
}
