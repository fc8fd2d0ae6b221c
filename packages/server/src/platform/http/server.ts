import { TLSSocket } from 'node:tls';
import type { Problem } from '@suyuan/api';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from '../log/index.ts';
import { answerClientError } from './client-errors.ts';
import { refuseWhileClosing } from './closing.ts';
import { refuseAmbiguousHeaders, refuseExpectations } from './headers.ts';
import { ANSWER_HEADERS, HTTP_OPTIONS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS } from './http-options.ts';
import { SOCKET_TIMEOUT_MS } from './idle-socket.ts';
import { compileLate } from './late-schemas.ts';
import { PARAM_LENGTH_MAX } from './limits.ts';
import { answerErrors, problemOf, type Scope, sendProblem, toldPath } from './problems.ts';
import { refuseRepeated } from './query-string.ts';
import { boundUnreadBodies } from './unread-body.ts';

/** Answers a person who looks for a page. */
export type AnswerPeople = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => void;

/**
 * A bare HTTP server with the limits that every scope shares. Whose request it is, is told by the connection, or by the proxies
 * that are trusted: what anybody else says of itself in a header is not believed.
 */
export function createHttpServer(
  log: Logger,
  toPeople: AnswerPeople,
  trustedProxies: readonly string[] = [],
): FastifyInstance {
  const logger: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance: logger,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: PARAM_LENGTH_MAX, ignoreTrailingSlash: true },
    bodyLimit: 1024 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: SOCKET_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // Who comes while the server closes is answered by us too.
    return503OnClosing: false,
    exposeHeadRoutes: true,
    genReqId: () => crypto.randomUUID(),
    http: HTTP_OPTIONS,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, ANSWER_HEADERS),
    // An address that is no address has no scope whose handler could answer.
    frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(ANSWER_HEADERS);
      const problem = problemOf(error, request);
      const scope = scopeOf(request.url);
      if (scope !== undefined) sendProblem(reply, request, { problem, scope });
      else toPeople(request, reply, problem);
    },
  });
  compileLate(app);
  app.decorateRequest('asker');
  refuseWhileClosing(app);
  refuseAmbiguousHeaders(app);
  refuseExpectations(app);
  refuseRepeated(app);
  answerErrors(app, 'v1');
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(ANSWER_HEADERS);
  });
  boundUnreadBodies(app);
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      {
        method: request.method,
        // Anybody may type the number of a person into the address of a code.
        url: toldPath(request),
        status: reply.statusCode,
        ms: reply.elapsedTime,
      },
      'answered',
    );
  });
  return app;
}

/** Of which programs' scope an address would be; undefined for what people ask. */
function scopeOf(url: string): Scope | undefined {
  return /^\/epcis(?:\/|\?|$)/.test(url) ? 'epcis' : /^\/v1(?:\/|\?|$)/.test(url) ? 'v1' : undefined;
}

/** Where a server listens, as an address that can be called; on all interfaces that is this machine. */
export function listeningOrigin(app: FastifyInstance): string {
  return app.listeningOrigin.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]');
}

/** Whether a request came to our own TLS, whatever a proxy says of it. */
export function isByTls({ raw: { socket } }: FastifyRequest): boolean {
  return socket instanceof TLSSocket;
}
