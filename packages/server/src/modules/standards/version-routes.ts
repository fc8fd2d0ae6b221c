/** `/v1/standards/packs/{id}/versions`: each version that is or was in use here, and what two of them say otherwise. */
import { type PackVersions, PackVersionsSchema, Problem, ProposedPackSchema } from '@suyuan/api';
import { differencesOf } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type PackHistory, publishedVersion, versionAmong, versionUnder } from './history.ts';
import { toldDifferences } from './told-differences.ts';

const VersionSchema = Type.String({ minLength: 1, maxLength: 20 });
const WithIdSchema = Type.Object({ id: Type.String({ minLength: 1, maxLength: 60 }) });
const OfVersionSchema = Type.Object({ ...WithIdSchema.properties, version: VersionSchema });
type OfVersion = Type.Static<typeof OfVersionSchema>;
const BeforeSchema = Type.Object({
  before: Type.Optional(
    Type.String({ minLength: 1, maxLength: 20, description: 'Any other version; the next under it where not given' }),
  ),
});

export function versionRoutes(app: FastifyInstance, history: PackHistory): void {
  app.get<{ Params: Type.Static<typeof WithIdSchema> }>(
    '/standards/packs/:id/versions',
    { schema: { params: WithIdSchema, response: { 200: PackVersionsSchema } } },
    async ({ params: { id } }) => versionsOf(history, id),
  );
  const content = { 'application/json': { schema: Type.Unsafe({ type: 'object' }) } };
  app.get<{ Params: OfVersion }>(
    '/standards/packs/:id/versions/:version',
    {
      config: {
        describes: {
          params: OfVersionSchema,
          response: { 200: { description: 'After /v1/standards/schemas/pack', content } },
        },
      },
      schema: { params: OfVersionSchema },
    },
    async ({ params }, reply) => reply.type('application/json').send((await publishedVersion(history, params)).text),
  );
  app.get<{ Params: OfVersion; Querystring: Type.Static<typeof BeforeSchema> }>(
    '/standards/packs/:id/versions/:version/differences',
    {
      config: { query: { once: ['before'] } },
      schema: { params: OfVersionSchema, querystring: BeforeSchema, response: { 200: ProposedPackSchema } },
    },
    async ({ params: { id, version }, query }) => {
      const versions = await history.of(id);
      const after = versionAmong(versions, { id, version });
      const { before: named } = query;
      const before =
        named === undefined ? versionUnder(versions, after) : versionAmong(versions, { id, version: named });
      const differences = before === undefined ? [] : differencesOf(before.pack, after.pack);
      return toldDifferences({ pack: after.pack, before: before?.pack, differences });
    },
  );
}

async function versionsOf(history: PackHistory, id: string): Promise<PackVersions> {
  const versions = await history.of(id);
  const [highest] = versions;
  if (highest === undefined) throw new Problem('resource.not-found', { what: id });
  return {
    ...{ id, name: highest.pack.name },
    versions: versions.map(({ pack: { version }, digest, state, isAdded, addedAt, withdrawnAt }) => ({
      ...{ version, digest, state, isAdded },
      ...(addedAt === undefined ? {} : { addedAt: addedAt.toISOString() }),
      ...(withdrawnAt === undefined ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
    })),
  };
}
