import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { PublicMembers } from '../disclosure/index.ts';
import type { CaptureDeps } from '../events/index.ts';
import type { PackInUse } from '../standards/index.ts';

/** What the routes are given. */
export interface RecordingDeps extends CaptureDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program itself. */
  readonly program: Ctx;
  packs(): Promise<readonly PackInUse[]>;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
}
