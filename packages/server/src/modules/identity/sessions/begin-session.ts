import type { SessionBody } from '@suyuan/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdentityDeps } from '../deps.ts';
import { setSessionCookie } from './cookie.ts';
import { sessionBody } from './session-body.ts';

/** The session of a token from here on: the cookie, and who is signed in by it. */
export async function beginSession(
  { actAs }: IdentityDeps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  token: string,
): Promise<SessionBody> {
  setSessionCookie(request, reply, token);
  return sessionBody(await actAs(request, token));
}
