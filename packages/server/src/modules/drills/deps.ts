import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { Ran } from './run-drill.ts';

/** What the routes are given. */
export interface DrillDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Runs one; where that is done is not for the route to say. */
  drill(ctx: Ctx, code: string, left: AbortSignal): Promise<Ran>;
}
