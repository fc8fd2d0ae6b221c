/** `/standards`, `/standards/{pack}`: what the law asks to be recorded, for people. */
import { Problem } from '@suyuan/api';
import { dayOf } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { packPage } from './pack-model.ts';
import type { PublicPages } from './pages.ts';
import { pageRequest, sendPage } from './routes.ts';
import { packSummary } from './standards-model.ts';

export interface StandardsPagesDeps {
  readonly clock: Clock;
  readonly pages: PublicPages;
  /** Those that records are judged by now. */
  packs(): Promise<readonly PackInUse[]>;
}

const LANGUAGE = { config: { query: { once: ['lang'] } } };

/** For the scope of the public window, whose handler of errors it has. */
export async function standardsPages(app: FastifyInstance, { clock, pages, packs }: StandardsPagesDeps): Promise<void> {
  const today = (): string => dayOf(clock.now().getTime());
  app.get('/standards', LANGUAGE, async (request, reply) => {
    const known = (await packs()).map(({ pack }) => packSummary(pack, today()));
    return sendPage(pages, reply, { kind: 'standards', ...pageRequest(request), packs: known });
  });
  app.get<{ Params: { pack: string } }>('/standards/:pack', LANGUAGE, async (request, reply) => {
    const { pack: wanted } = request.params;
    const found = (await packs()).find(({ pack }) => pack.id === wanted);
    if (found === undefined) throw new Problem('resource.not-found', { what: wanted });
    return sendPage(pages, reply, packPage(found.pack, today(), pageRequest(request)));
  });
}
