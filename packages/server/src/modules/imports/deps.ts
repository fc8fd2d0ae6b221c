import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../../platform/ctx.ts';
import type { CaptureDeps } from '../events/index.ts';
import type { PackInUse } from '../standards/index.ts';

/** What checking and recording are given. */
export interface ImportingDeps extends CaptureDeps {
  /** The program itself. */
  readonly program: Ctx;
  ctxOf(actor: Actor): Ctx;
  packs(): Promise<readonly PackInUse[]>;
}

/** What the routes are given. */
export interface ImportDeps extends ImportingDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** There is something to do. */
  nudge(): void;
}
