/** `/v1/operator/demonstration`: an installation apart, with invented firms, that is left behind with all that was done in it. */
import { Problem } from '@suyuan/api';
import { type Demonstration, DemonstrationSchema } from '@suyuan/api/demonstration';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { mustBe, noteHere } from '../identity/index.ts';

/** What starts it, beside the program. */
export interface DemonstrationHost {
  state(): Demonstration;
  /** Where there is one, nothing. */
  begin(): void;
  /** Ends it, and takes all of its data away. */
  leave(): Promise<void>;
  /** Ends it; what was done in it stays for the next start. */
  close(): Promise<void>;
}

interface DemonstrationRouteDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Not there where the database is a server of its own: this is for whoever tries the program on a machine. */
  readonly host: DemonstrationHost | undefined;
}

const AS = { as: 'identity' } as const;
const ANSWERED = { schema: { response: { 200: DemonstrationSchema } } };

export async function demonstrationRoutes(
  app: FastifyInstance,
  { ctx: ctxOf, host }: DemonstrationRouteDeps,
): Promise<void> {
  const asked = async (request: FastifyRequest): Promise<{ readonly ctx: Ctx; readonly host: DemonstrationHost }> => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'operate');
    if (host === undefined) throw new Problem('demonstration.not-offered');
    return { ctx, host };
  };
  app.get('/operator/demonstration', ANSWERED, async (request) => (await asked(request)).host.state());
  app.post('/operator/demonstration', ANSWERED, async (request) => {
    const { ctx, host: own } = await asked(request);
    if (own.state().state === 'none') await ctx.write((tx) => noteHere(tx, ctx, { kind: 'demonstration.begun' }), AS);
    own.begin();
    return own.state();
  });
  app.delete('/operator/demonstration', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const { ctx, host: own } = await asked(request);
    await own.leave();
    await ctx.write((tx) => noteHere(tx, ctx, { kind: 'demonstration.left' }), AS);
    return reply.code(204).send();
  });
}
