/** `/v1/reach` tells people how phones reach the server; `/ca.crt` is what phones are to trust. */
import { Problem, type ReachBody, ReachSchema } from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import { personOf } from '../identity/index.ts';
import type { Reach } from './reach.ts';

export interface ReachDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Undefined where the server is not opened to the local network. */
  readonly reach: Reach | undefined;
}

export async function reachRoutes(app: FastifyInstance, { ctx, reach }: ReachDeps): Promise<void> {
  const schema = { response: { 200: ReachSchema } };
  app.get('/reach', { schema }, async (request, reply): Promise<ReachBody> => {
    personOf((await ctx(request)).actor);
    reply.header('cache-control', 'no-store');
    return { isOpen: reach !== undefined, addresses: [...(reach?.addresses() ?? [])], authority: authorityOf(reach) };
  });
}

/** To be registered where people are answered. */
export async function authorityRoutes(app: FastifyInstance, { reach }: Pick<ReachDeps, 'reach'>): Promise<void> {
  app.get('/ca.crt', async (_request, reply) => {
    const authority = reach?.authority;
    if (authority === undefined) throw new Problem('route.not-found', { path: '/ca.crt' });
    // DER and this type: what iPhones take as a profile, and Android and HarmonyOS as a certificate to install.
    return reply
      .type('application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="suyuan-ca.crt"')
      .header('cache-control', 'no-store')
      .send(authority.raw);
  });
}

function authorityOf(reach: Reach | undefined): ReachBody['authority'] {
  const authority = reach?.authority;
  if (authority === undefined) return null;
  return { sha256: authority.fingerprint256, expiresAt: new Date(authority.validTo).toISOString() };
}
