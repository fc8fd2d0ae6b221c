/** `/v1/me/totp`, `/v1/me/recovery-codes`: a person's second factor. */
import { FactorSchema, Problem, RecoveryCodesSchema, TotpSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Actor, Ctx } from '../../../platform/ctx.ts';
import { base32 } from '../credentials/base32.ts';
import { otpauthUrl } from '../credentials/totp.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustHaveProven, personOf } from '../may.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { beginTotp, confirmFactor, removeFactor, renewCodes } from '../sessions/second-factor.ts';

const ISSUER = '溯源 Suyuan';

export function factorRoutes(app: FastifyInstance, { ctx: ctxOf, keyring }: IdentityDeps): void {
  app.post('/me/totp', { schema: { response: { 200: TotpSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    const { personId, session } = enrolling(ctx.actor);
    // Who has to set one up has just typed its password.
    if (session.stage === 'full') mustHaveProven(ctx.actor, ctx.clock.now());
    const secret = await beginTotp(ctx, keyring, personId);
    return { secret: base32(secret), url: otpauthUrl({ secret, issuer: ISSUER, account: session.person }) };
  });
  app.post<{ Body: { code: string } }>(
    '/me/totp/confirm',
    { schema: { body: FactorSchema, response: { 200: RecoveryCodesSchema } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { personId, session } = enrolling(ctx.actor);
      const given = { personId, sessionId: session.id, code: request.body.code };
      const { recoveryCodes, token } = await confirmFactor(ctx, keyring, given);
      setSessionCookie(request, reply, token);
      return { recoveryCodes };
    },
  );
  app.delete('/me/totp', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const ctx = await ctxOf(request);
    await removeFactor(ctx, provenPerson(ctx));
    return reply.code(204).send();
  });
  app.post('/me/recovery-codes', { schema: { response: { 200: RecoveryCodesSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    return { recoveryCodes: await renewCodes(ctx, provenPerson(ctx)) };
  });
}

function provenPerson({ actor, clock }: Ctx): string {
  mustHaveProven(actor, clock.now());
  return personOf(actor).personId;
}

/** A person who may set up a factor: signed in, or asked to set one up before it is. */
function enrolling({ personId, session }: Actor): { personId: string; session: NonNullable<Actor['session']> } {
  if (personId === undefined || session === undefined) throw new Problem('session.missing');
  if (session.stage === 'second-factor') throw new Problem('session.unfinished');
  return { personId, session };
}
