/** What ties a way to a provider to the browser that it began in: sent along by the navigation back, which the session's is not. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '../credentials/token.ts';
import { isSecure } from '../sessions/cookie.ts';
import { FLOW_S } from './store-flows.ts';

const SECURE_NAME = '__Host-suyuan-oidc';
const PLAIN_NAME = 'suyuan-oidc';
const TOKEN = /^[\w-]{43}$/;

/** Undefined where the browser holds none. */
export function browserToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[isSecure(request) ? SECURE_NAME : PLAIN_NAME];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** The browser's own, kept for as long as a way takes; the one that it has, so that two of its windows may be on their way. */
export function holdBrowserToken(request: FastifyRequest, reply: FastifyReply): string {
  const token = browserToken(request) ?? newToken();
  const secure = isSecure(request);
  reply.setCookie(secure ? SECURE_NAME : PLAIN_NAME, token, {
    secure,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: FLOW_S,
  });
  return token;
}
