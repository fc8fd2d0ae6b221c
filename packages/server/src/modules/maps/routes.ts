/** `/v1/map`: the map that the operator has given; `/v1/operator/map`: gives it. */
import {
  CheckedMapSchema,
  CheckMapSchema,
  MAP_BYTES_MAX,
  MapSchema,
  type NewMap,
  NewMapSchema,
  OperatedMapSchema,
} from '@suyuan/api/maps';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { tagAnswers } from '../../platform/http/tagged.ts';
import { checkMap, mapFor, operatedMap, removeMap, setMap } from './manage-map.ts';

export interface MapRoutesDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/** As text of JSON a file is longer: each quote has a backslash before it. */
const BODY_BYTES_MAX = 2 * MAP_BYTES_MAX;

/** For a scope of its own under `/v1`. */
export async function mapRoutes(app: FastifyInstance, { ctx: ctxOf }: MapRoutesDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  tagAnswers(app, 'private');
  app.get('/map', { schema: { response: { 200: MapSchema } } }, async (request) => ({
    map: await mapFor(await ctxOf(request)),
  }));
  app.get('/operator/map', { schema: { response: { 200: OperatedMapSchema } } }, async (request) => ({
    map: await operatedMap(await ctxOf(request)),
  }));
  app.post<{ Body: { readonly svg: string } }>(
    '/operator/map/check',
    { schema: { body: CheckMapSchema, response: { 200: CheckedMapSchema } } },
    async (request) => ({ drawing: checkMap(await ctxOf(request), request.body.svg) }),
  );
  app.put<{ Body: NewMap }>(
    '/operator/map',
    { schema: { body: NewMapSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await setMap(await ctxOf(request), request.body);
      return reply.code(204).send();
    },
  );
  app.delete('/operator/map', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    await removeMap(await ctxOf(request));
    return reply.code(204).send();
  });
}
