/** The questions of routes to whoever walks: as whom, and with what the answering thread knows. */
import type { FastifyRequest } from 'fastify';
import type { DrillDeps } from './modules/drills/index.ts';
import type { ChainExportDeps } from './modules/events/index.ts';
import { mustBe } from './modules/identity/index.ts';
import type { PublicDeps } from './modules/publicwindow/index.ts';
import type { SharedLinkDeps } from './modules/shares/index.ts';
import type { PackShelf } from './modules/standards/index.ts';
import type { TraceDeps } from './modules/trace/index.ts';
import { type Ctx, PUBLIC } from './platform/ctx.ts';
import type { Walkers } from './walking-thread.ts';
import { digestsOf, type Knowing } from './walks.ts';

export interface AskingWalkers {
  readonly walkers: Walkers;
  ctx(request: FastifyRequest): Promise<Ctx>;
  nameKey(): Buffer;
  packs: PackShelf['packs'];
}

type Asking = TraceDeps &
  Pick<PublicDeps, 'page'> &
  Pick<SharedLinkDeps, 'shared'> &
  Pick<DrillDeps, 'drill'> &
  Pick<ChainExportDeps, 'chains'>;

export function askWalkers({ walkers, ctx: ctxOf, nameKey, packs }: AskingWalkers): Asking {
  const knowing = async <Asked>(asked: Asked): Promise<Asked & Knowing> => ({
    ...asked,
    nameKey: nameKey(),
    packs: digestsOf(await packs()),
  });
  return {
    async trace(request, asked, left) {
      const { actor } = await ctxOf(request);
      mustBe(actor, 'trace');
      return walkers.run(actor, { is: 'trace', asked: { ...asked, nameKey: nameKey() } }, left);
    },
    page: async (asked, left) => walkers.ask(PUBLIC, { is: 'page', asked: await knowing(asked) }, left),
    shared: async ({ actor }, asked, left) => walkers.ask(actor, { is: 'shared', asked: await knowing(asked) }, left),
    drill: async ({ actor }, code, left) => walkers.ask(actor, { is: 'drill', asked: await knowing({ code }) }, left),
    chains: async ({ actor }, asked, left) => walkers.run(actor, { is: 'chains', asked: await knowing(asked) }, left),
  };
}
