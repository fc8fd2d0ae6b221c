/** Headers of which one alone has a meaning: where there are two, programs on the way may each have read another. */
import { Problem } from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** RFC 3986 §3.2.2 and §3.2.3: a name, an IPv4 or a bracketed IPv6 address, and a port. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** Refuses requests with none or several Host headers (RFC 9112 §3.2), or several of the content's type. */
export function refuseAmbiguousHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const hosts = valuesOf(request, 'host');
    // HTTP/1.0 knew no Host header.
    const isOne = hosts.length === 1 || (hosts.length === 0 && request.raw.httpVersion === '1.0');
    if (!isOne || !hosts.every((host) => HOST.test(host))) throw new Problem('request.host');
    if (valuesOf(request, 'content-type').length > 1) throw new Problem('request.content-type');
  });
}

/**
 * Refuses what a client expects of the server and it does not know (RFC 9110 §10.1.1). Node would answer such a request
 * itself, with no word why; it is handed to the routes, so that the refusal has the form of every other.
 */
export function refuseExpectations(app: FastifyInstance): void {
  app.server.on('checkExpectation', app.routing);
  app.addHook('onRequest', async ({ headers: { expect } }) => {
    if (expect === undefined || /^100-continue$/i.test(expect)) return;
    throw new Problem('request.expectation', { expect: expect.slice(0, 100) });
  });
}

/** Every value of a header as it was sent; Node's own list keeps the first of those that are to be one. */
function valuesOf({ raw: { rawHeaders } }: FastifyRequest, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
