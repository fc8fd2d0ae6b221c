import type { FastifyRequest } from 'fastify';
import type { IdentityDeps } from '../deps.ts';

/** The address that a provider sends browsers back to: the server's own, whatever a request says of it. */
export function redirectUri({ origin }: IdentityDeps, request: FastifyRequest): string {
  return `${origin(request)}/v1/session/providers/callback`;
}
