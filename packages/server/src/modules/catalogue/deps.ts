import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../../platform/ctx.ts';
import type { Sequencer } from '../integrity/index.ts';

export interface CatalogueDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  readonly sequencer: Sequencer;
}
