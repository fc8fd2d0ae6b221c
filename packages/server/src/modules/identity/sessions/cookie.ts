/** The cookie of a session: an opaque token that no script reads and no other site sends. */
import fastifyCookie from '@fastify/cookie';
import { Problem } from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Bound to this host and to TLS by the browser itself. */
const SECURE_NAME = '__Host-suyuan';
/** On plain HTTP, which is for this machine and its local network: browsers keep no secure cookie there. */
const PLAIN_NAME = 'suyuan-session';
/** Browsers send the cookies of a host to all of its ports: signing in to the demonstration signs nobody out of the real one. */
const DEMONSTRATION_NAME = 'suyuan-demonstration';

const TOKEN = /^[\w-]{43}$/;

/** Whether the browser keeps secure cookies of this server. */
export function isSecure({ protocol, server }: FastifyRequest): boolean {
  return protocol === 'https' || server.isPublicByTls;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The public reaches the server by TLS, whoever ends it. */
    readonly isPublicByTls: boolean;
    readonly isDemonstration: boolean;
  }
}

/** Call it before the routes: their requests have cookies from here on. */
export function readCookies(
  app: FastifyInstance,
  { isPublicByTls, isDemonstration }: { readonly isPublicByTls: boolean; readonly isDemonstration: boolean },
): void {
  app.decorate('isPublicByTls', isPublicByTls);
  app.decorate('isDemonstration', isDemonstration);
  app.register(fastifyCookie);
}

function nameOf(request: FastifyRequest): string {
  if (isSecure(request)) return SECURE_NAME;
  return request.server.isDemonstration ? DEMONSTRATION_NAME : PLAIN_NAME;
}

/** What the browser holds; undefined where it holds nothing that could be a token. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[nameOf(request)];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** Has the browser hold a token until it is closed or the session ends. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = isSecure(request);
  reply.setCookie(nameOf(request), token, { secure, path: '/', httpOnly: true, sameSite: 'strict' });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  reply.clearCookie(nameOf(request), { secure, path: '/', httpOnly: true, sameSite: 'strict' });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site has a browser send with our cookie, or to get one. A browser says where a request comes from, and
 * lets no page change that; without a word of it, a cookie is not believed.
 * @throws Problem `request.foreign-origin`
 */
export function refuseForeignOrigin(request: FastifyRequest, { needsWord = true } = {}): void {
  if (SAFE.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined ? site === 'same-origin' : origin === undefined ? !needsWord : hostOf(origin) === host) return;
  throw new Problem('request.foreign-origin');
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}
