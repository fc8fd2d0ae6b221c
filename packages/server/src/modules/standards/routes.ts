/** `/v1/standards`: what is asked of records, for everybody to read and to check against. Needs no key: standards are public. */
import {
  type CodeList,
  CodeListSchema,
  type PackList,
  PackListSchema,
  type PackTurns,
  PackTurnsSchema,
  Problem,
} from '@suyuan/api';
import { basisOf, dayOf, turnsBetween } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { tagAnswers } from '../../platform/http/tagged.ts';
import type { StandardsDeps } from './deps.ts';
import { elementRoutes } from './element-routes.ts';
import type { PackInUse } from './pack-in-use.ts';
import { schemaRoutes } from './schema-routes.ts';
import { versionRoutes } from './version-routes.ts';

const IdSchema = Type.String({ minLength: 1, maxLength: 60 });
const WithIdSchema = Type.Object({ id: IdSchema });
const OfListSchema = Type.Object({ id: IdSchema, list: IdSchema });
const DaysSchema = Type.Object({
  from: Type.Optional(Type.String({ format: 'date', description: 'Today in China where not given' })),
  until: Type.Optional(Type.String({ format: 'date', description: 'All that is to come where not given' })),
});
type Days = Type.Static<typeof DaysSchema>;
const LAST_DAY = '9999-12-31';

/** For a scope of its own under `/v1`. */
export async function standardsRoutes(app: FastifyInstance, deps: StandardsDeps): Promise<void> {
  tagAnswers(app);
  app.get('/standards/packs', { schema: { response: { 200: PackListSchema } } }, async () =>
    listOf(await deps.packs()),
  );
  const content = { 'application/json': { schema: Type.Unsafe({ type: 'object' }) } };
  app.get<{ Params: Type.Static<typeof WithIdSchema> }>(
    '/standards/packs/:id',
    {
      config: {
        describes: {
          params: WithIdSchema,
          response: { 200: { description: 'After /v1/standards/schemas/pack', content } },
        },
      },
      schema: { params: WithIdSchema },
    },
    async (request, reply) => reply.type('application/json').send((await packOf(deps, request.params.id)).text),
  );
  app.get<{ Params: Type.Static<typeof OfListSchema> }>(
    '/standards/packs/:id/code-lists/:list',
    { schema: { params: OfListSchema, response: { 200: CodeListSchema } } },
    async ({ params: { id, list } }) => codeListOf(await packOf(deps, id), list),
  );
  app.get<{ Params: Type.Static<typeof WithIdSchema>; Querystring: Days }>(
    '/standards/packs/:id/turns',
    {
      config: { query: { once: ['from', 'until'] } },
      schema: { params: WithIdSchema, querystring: DaysSchema, response: { 200: PackTurnsSchema } },
    },
    async ({ params: { id }, query }) => {
      const today = dayOf(deps.clock.now().getTime());
      return turnsOf(await packOf(deps, id), { ...query, from: query.from ?? today });
    },
  );
  versionRoutes(app, deps.history);
  elementRoutes(app, deps);
  schemaRoutes(app);
}

async function packOf({ packs }: StandardsDeps, id: string): Promise<PackInUse> {
  const found = (await packs()).find(({ pack }) => pack.id === id);
  if (found === undefined) throw new Problem('resource.not-found', { what: id });
  return found;
}

function listOf(packs: readonly PackInUse[]): PackList {
  return {
    packs: packs.map(({ pack, digest }) => ({
      ...{ id: pack.id, version: pack.version, name: pack.name, categories: pack.goods.categories },
      stages: new Set(pack.stages.map(({ id }) => id)).size,
      elements: Object.keys(pack.elements).length,
      rules: pack.rules.length,
      clocks: pack.clocks.length,
      ledgers: pack.ledgers.length,
      digest,
    })),
  };
}

function codeListOf({ pack }: PackInUse, id: string): CodeList {
  const list = Object.hasOwn(pack.codeLists, id) ? pack.codeLists[id] : undefined;
  if (list === undefined) throw new Problem('resource.not-found', { what: id });
  const { source: _, clause: __, ...rest } = list;
  return { id, pack: pack.id, version: pack.version, ...rest, basis: basisOf(pack, list) };
}

function turnsOf({ pack }: PackInUse, { from, until }: Days & { readonly from: string }): PackTurns {
  if (until !== undefined && until < from) throw new Problem('query.parameter', { name: 'until' });
  const turns = turnsBetween(pack, from, until ?? LAST_DAY);
  return { pack: pack.id, version: pack.version, from, ...(until === undefined ? {} : { until }), turns };
}
