/** `/v1/operator/packs`: category packs that the operator adds to those of the program. */
import { AddedPacksSchema, ProposedPackSchema } from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { listPacks } from './list-packs.ts';
import { addPack, differencesOnShelf, proposePack, withdraw } from './manage-packs.ts';
import type { PackShelf } from './shelf.ts';
import { toldDifferences } from './told-differences.ts';

export interface PackRoutesDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  readonly shelf: PackShelf;
}

/** The largest that come with the program are some 300 KB. */
const PACK_BYTES_MAX = 2 * 1024 * 1024;
const PathSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 60 }),
  version: Type.String({ minLength: 1, maxLength: 20 }),
});
const BODY = { description: 'After /v1/standards/schemas/pack' };

/** For a scope of its own under `/v1`. */
export async function packRoutes(app: FastifyInstance, { ctx: ctxOf, shelf }: PackRoutesDeps): Promise<void> {
  acceptJsonAlone(app, PACK_BYTES_MAX);
  app.get('/operator/packs', { schema: { response: { 200: AddedPacksSchema } } }, async (request) =>
    listPacks(await ctxOf(request), shelf),
  );
  app.post<{ Body: unknown }>(
    '/operator/packs',
    { schema: { body: Type.Unsafe<object>({ type: 'object', ...BODY }), response: { 200: ProposedPackSchema } } },
    async (request) => toldDifferences(await addPack(await ctxOf(request), shelf, request.body)),
  );
  app.post<{ Body: unknown }>(
    '/operator/packs/check',
    { schema: { body: Type.Unsafe<object>({ type: 'object', ...BODY }), response: { 200: ProposedPackSchema } } },
    async (request) => toldDifferences(await proposePack(await ctxOf(request), shelf, request.body)),
  );
  app.get<{ Params: Type.Static<typeof PathSchema> }>(
    '/operator/packs/:id/:version/differences',
    { schema: { params: PathSchema, response: { 200: ProposedPackSchema } } },
    async (request) => {
      const { id, version } = request.params;
      return toldDifferences(await differencesOnShelf(await ctxOf(request), shelf, { pack: id, version }));
    },
  );
  app.delete<{ Params: Type.Static<typeof PathSchema> }>(
    '/operator/packs/:id/:version',
    { schema: { params: PathSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id, version } = request.params;
      await withdraw(await ctxOf(request), shelf, { pack: id, version });
      return reply.code(204).send();
    },
  );
}
