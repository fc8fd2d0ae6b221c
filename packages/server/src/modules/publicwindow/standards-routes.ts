/** `/standards`, `/standards/{pack}`, its versions and what two of them say otherwise: what the law asks to be recorded, for people. */
import { Problem } from '@suyuan/api';
import { dayOf } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import {
  type PackHistory,
  type PackInUse,
  type PublishedPack,
  versionAmong,
  versionUnder,
} from '../standards/index.ts';
import { packPage } from './pack-model.ts';
import type { PublicPages } from './pages.ts';
import { pageRequest, sendPage } from './routes.ts';
import { packSummary } from './standards-model.ts';
import { differencesPage, type Pair } from './versions-model.ts';

export interface StandardsPagesDeps {
  readonly clock: Clock;
  readonly pages: PublicPages;
  /** Those that records are judged by now. */
  packs(): Promise<readonly PackInUse[]>;
  readonly history: PackHistory;
}

const LANGUAGE = { config: { query: { once: ['lang'] } } };
const DIFFERENCES = { config: { query: { once: ['lang', 'version', 'before'] } } };

interface Compared {
  readonly version?: string;
  readonly before?: string;
}

/** For the scope of the public window, whose handler of errors it has. */
export async function standardsPages(app: FastifyInstance, deps: StandardsPagesDeps): Promise<void> {
  const { clock, pages, packs, history } = deps;
  const today = (): string => dayOf(clock.now().getTime());
  app.get('/standards', LANGUAGE, async (request, reply) => {
    const known = (await packs()).map(({ pack }) => packSummary(pack, today()));
    return sendPage(pages, reply, { kind: 'standards', ...pageRequest(request), packs: known });
  });
  app.get<{ Params: { pack: string } }>('/standards/:pack', LANGUAGE, async (request, reply) => {
    const { pack: id } = request.params;
    const versions = await history.of(id);
    const { pack } = inForce(versions, id);
    return sendPage(pages, reply, packPage({ pack, today: today() }, versions, pageRequest(request)));
  });
  app.get<{ Params: { pack: string; version: string } }>(
    '/standards/:pack/versions/:version',
    LANGUAGE,
    async (request, reply) => {
      const { pack: id, version } = request.params;
      const versions = await history.of(id);
      const { pack } = versionAmong(versions, { id, version });
      return sendPage(pages, reply, packPage({ pack, today: today() }, versions, pageRequest(request)));
    },
  );
  app.get<{ Params: { pack: string }; Querystring: Compared }>(
    '/standards/:pack/differences',
    DIFFERENCES,
    async (request, reply) => {
      const { pack: id } = request.params;
      const pair = pairOf(await history.of(id), id, request.query);
      return sendPage(pages, reply, differencesPage(pair, pageRequest(request)));
    },
  );
}

/** @throws Problem `resource.not-found` where none is any more */
function inForce(versions: readonly PublishedPack[], id: string): PublishedPack {
  const found = versions.find(({ state }) => state === 'in-force');
  if (found === undefined) throw new Problem('resource.not-found', { what: id });
  return found;
}

/** The one in force and the next under it, where none are named. @throws Problem `resource.not-found` */
function pairOf(versions: readonly PublishedPack[], id: string, { version, before }: Compared): Pair {
  const after = version === undefined ? inForce(versions, id) : versionAmong(versions, { id, version });
  const under = before === undefined ? versionUnder(versions, after) : versionAmong(versions, { id, version: before });
  return { versions, after, before: under };
}
