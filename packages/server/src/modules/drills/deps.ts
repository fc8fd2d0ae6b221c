import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { PublicMembers } from '../disclosure/index.ts';

/** What the routes are given. */
export interface DrillDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program itself. */
  readonly program: Ctx;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
}
