import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { CaptureDeps } from '../events/index.ts';
import type { PackInUse } from '../standards/index.ts';

/** What the routes are given. */
export interface RecordingDeps extends CaptureDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program itself. */
  readonly program: Ctx;
  packs(): Promise<readonly PackInUse[]>;
}
