import { languageOf, Problem, problemBody } from '@suyuan/api';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from '../log/index.ts';
import { refuseAmbiguousHeaders } from './headers.ts';
import { answerErrors } from './problems.ts';
import { refuseRepeated } from './query-string.ts';
import { boundUnreadBodies } from './unread-body.ts';

/** Headers wanted of every answer; a page adds its own content policy. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const HEADERS_TIMEOUT_MS = 20_000;
/** A body of half a gigabyte over a slow line; what comes slower than this is not a client that works. */
const REQUEST_TIMEOUT_MS = 60 * 60 * 1000;
/** An idle socket inside a request. */
export const SOCKET_TIMEOUT_MS = 120_000;
/** An address of 16 kB; a Digital Link has 400 characters, a query with a hundred codes some 10 kB. */
const PARAM_LENGTH_MAX = 2_000;

/** A bare HTTP server with the limits that every scope shares. */
export function createHttpServer(log: Logger): FastifyInstance {
  const logger: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: PARAM_LENGTH_MAX, ignoreTrailingSlash: true },
    bodyLimit: 1024 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: SOCKET_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: true,
    genReqId: () => crypto.randomUUID(),
    // A request without a Host header is answered by us, in the words of a problem.
    http: { headersTimeout: HEADERS_TIMEOUT_MS, requireHostHeader: false },
    // An address that is no address has no scope whose handler could answer.
    frameworkErrors: (_error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = new Problem('request.invalid', { reason: request.url.slice(0, 200) });
      const body = problemBody(problem, languageOf(request.headers['accept-language']), 'v1');
      reply
        .code(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(body));
    },
  });
  refuseAmbiguousHeaders(app);
  refuseRepeated(app);
  answerErrors(app, 'v1');
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(HEADERS);
  });
  boundUnreadBodies(app);
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      { method: request.method, url: request.url.split('?')[0], status: reply.statusCode, ms: reply.elapsedTime },
      'answered',
    );
  });
  return app;
}

/** Where a server listens, as an address that can be called; on all interfaces that is this machine. */
export function listeningOrigin(app: FastifyInstance): string {
  return app.listeningOrigin.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]');
}
