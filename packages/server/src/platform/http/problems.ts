/** One error handler and one not-found handler a scope: every refusal leaves as a problem of the catalogue. */
import { languageOf, Problem, problemBody } from '@suyuan/api';
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../db/index.ts';
import { PARAM_LENGTH_MAX } from './limits.ts';

export type Scope = 'epcis' | 'v1';

/** Seconds after which a client may try again when the database is away. */
export const RETRY_AFTER_S = 2;

/** Call it before the scope's routes: it also answers the methods that these do not take. */
export function handleProblems(app: FastifyInstance, scope: Scope): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one);
    methods.set(url, known);
  });
  answerErrors(app, scope);
  app.setNotFoundHandler((request, reply) => {
    const allowed = [...methods]
      .filter(([pattern]) => matches(pattern, pathOf(request)))
      .flatMap(([, known]) => [...known]);
    if (allowed.length > 0) {
      reply.header('allow', allowed.join(', '));
      return sendProblem(reply, request, {
        problem: new Problem('method.not-allowed', { method: request.method }),
        scope,
      });
    }
    const problem = new Problem('route.not-found', { path: pathOf(request) });
    return sendProblem(reply, request, { problem, scope });
  });
}

/** A right that is refused is for whoever watches; a fault of ours is an error; a client that left in the middle of its body, or is told to wait, is everyday. */
export function logProblem(
  { log, method, routeOptions, ip, asker }: FastifyRequest,
  problem: Problem,
  error: Error,
): void {
  if (problem === error && problem.code === 'server.busy') log.info('a request was told to come again');
  else if (problem.status === 403)
    log.warn({ refused: problem.code, method, route: routeOptions.url, from: ip, ...asker }, 'refused');
  else if (problem.status >= 500) log.error({ err: error }, 'request failed');
  else if (problem.code === 'request.timeout') log.debug('the client left before its body was whole');
}

/** Answers what the routes of a scope throw. */
export function answerErrors(app: FastifyInstance, scope: Scope): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const problem = problemOf(error, request);
    logProblem(request, problem, error);
    return sendProblem(reply, request, { problem, scope });
  });
}

/** Whether a path is of a route's pattern, parameter by parameter. */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i]);
}

export function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  { problem, scope }: { problem: Problem; scope: Scope },
): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_S));
  const { seconds } = problem.parameters;
  if (problem.status === 429 && seconds !== undefined) reply.header('retry-after', String(seconds));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="suyuan"');
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
  if (isUnavailable(error) || isExhausted(error)) return new Problem('server.busy', {}, { cause: error });
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new Problem('request.content-type');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('request.too-large', { limit: '1 MiB' });
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem('request.address-too-long', { limit: PARAM_LENGTH_MAX });
    case 'FST_ERR_VALIDATION':
      return invalidPart(error);
    // PostgreSQL keeps no U+0000, so whatever has one names nothing that is stored here.
    case '22021':
      return new Problem('request.invalid', { reason: 'U+0000' });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem('request.invalid', { reason: 'JSON' });
    default:
      return 'statusCode' in error && error.statusCode === 400
        ? new Problem('request.invalid', { reason: pathOf(request) })
        : new Problem('server.fault', {}, { cause: error });
  }
}

/** The system is out of file descriptors, memory or disk, which passes when others have done. */
const EXHAUSTED = new Set(['EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT', 'ENOMEM', 'ENOBUFS']);

function isExhausted(error: Error): boolean {
  return 'code' in error && EXHAUSTED.has(String(error.code));
}

/** The parameter that breaks the route's schema, by its name; the validator's own words are for programmers. */
function invalidPart(error: Error): Problem {
  const [first] = 'validation' in error && Array.isArray(error.validation) ? error.validation : [];
  const name = String(first?.params?.missingProperty ?? first?.instancePath ?? '').replace(/^\//, '');
  return name === ''
    ? new Problem('request.invalid', { reason: error.message })
    : new Problem('query.parameter', { name });
}

/** The path as a problem tells it: cut, and without the number of a person. */
export function pathOf(request: FastifyRequest): string {
  return toldPath(request).slice(0, 200);
}

/** Whoever has the address of a shared link may open it. */
const SECRET_PATH = /^(\/+(?:s|%73)(?:\/|%2f)).+$/i;
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

/** The path as it is logged. Where an escape is broken, nobody can say where a number begins, so that no long one is told. */
export function toldPath({ url }: FastifyRequest): string {
  const path = withoutPersonalNumbers((url.split('?')[0] ?? '').replace(SECRET_PATH, '$1***'));
  return BROKEN_ESCAPE.test(path) ? path.replace(/\d{15,}[Xx]?/g, (digits) => '*'.repeat(digits.length)) : path;
}
