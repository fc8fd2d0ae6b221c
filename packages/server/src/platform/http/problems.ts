/** One error handler and one not-found handler a scope: every refusal leaves as a problem of the catalogue. */
import { languageOf, Problem, problemBody } from '@suyuan/api';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../db/index.ts';

export type Scope = 'epcis' | 'v1';

/** Seconds after which a client may try again when the database is away. */
const RETRY_AFTER_S = 2;

export function handleProblems(app: FastifyInstance, scope: Scope): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const problem = problemOf(error, request);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, request, { problem, scope });
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = new Problem('route.not-found', { path: pathOf(request) });
    return sendProblem(reply, request, { problem, scope });
  });
}

export function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  { problem, scope }: { problem: Problem; scope: Scope },
): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_S));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="suyuan"');
  // A body that was not read to its end would be taken for the next request.
  if (problem.status === 413 || problem.status === 408) reply.header('connection', 'close');
  const body = problemBody(problem, languageOf(request.headers['accept-language']), scope);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('vary', 'accept-language')
    .serializer(JSON.stringify)
    .send(body);
}

/** The problem that an error is to the caller. */
export function problemOf(error: Error, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return new Problem('server.busy', {}, { cause: error });
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new Problem('request.content-type');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('request.too-large', { limit: '1 MiB' });
    case 'FST_ERR_VALIDATION':
      return new Problem('request.invalid', { reason: error.message });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem('request.invalid', { reason: 'JSON' });
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return new Problem('request.timeout', {}, { cause: error });
    default:
      return 'statusCode' in error && error.statusCode === 400
        ? new Problem('request.invalid', { reason: pathOf(request) })
        : new Problem('server.fault', {}, { cause: error });
  }
}

function pathOf(request: FastifyRequest): string {
  return (request.url.split('?')[0] ?? '').slice(0, 200);
}
