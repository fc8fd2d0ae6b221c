/** `/v1/standards`: what is asked of records, for everybody to read and to check against. Needs no key: standards are public. */
import { type PackList, PackListSchema, Problem } from '@suyuan/api';
import { PackSchema } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { PackInUse } from './pack-in-use.ts';
import type { PackShelf } from './shelf.ts';

const WithIdSchema = Type.Object({ id: Type.String({ minLength: 1, maxLength: 60 }) });
const SCHEMA_TYPE = 'application/schema+json';

/** For a scope under `/v1`. */
export async function standardsRoutes(app: FastifyInstance, { packs }: Pick<PackShelf, 'packs'>): Promise<void> {
  app.get('/standards/packs', { schema: { response: { 200: PackListSchema } } }, async () => listOf(await packs()));
  app.get<{ Params: Type.Static<typeof WithIdSchema> }>(
    '/standards/packs/:id',
    {
      config: {
        describes: {
          params: WithIdSchema,
          response: { 200: { description: 'After /v1/standards/schemas/pack', ...jsonOf('application/json') } },
        },
      },
      schema: { params: WithIdSchema },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = (await packs()).find(({ pack }) => pack.id === id);
      if (found === undefined) throw new Problem('resource.not-found', { what: id });
      return reply.type('application/json').header('etag', `"${found.digest}"`).send(found.text);
    },
  );
  app.get(
    '/standards/schemas/pack',
    { config: { describes: { response: { 200: { description: 'JSON Schema', ...jsonOf(SCHEMA_TYPE) } } } } },
    async (_, reply) => reply.type(SCHEMA_TYPE).send(JSON.stringify(PackSchema)),
  );
}

function jsonOf(type: string): { readonly content: Readonly<Record<string, { readonly schema: Type.TSchema }>> } {
  return { content: { [type]: { schema: Type.Unsafe({ type: 'object' }) } } };
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
