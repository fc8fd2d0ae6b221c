/** `/v1/registry/entries/{code}/picture`: the picture that an organisation has of its product. */
import { type NewPicture, NewPictureSchema, OwnPictureSchema } from '@suyuan/api/pictures';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { ownPicture, removePicture, setPicture } from './manage-picture.ts';

export interface PictureRoutesDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/** Several times what is taken, so that who sends a little too much is told what may be. */
const BODY_BYTES_MAX = 256 * 1024;
const PATH = '/registry/entries/:code/picture';
const WithCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 1_000 }) });
type WithCode = Type.Static<typeof WithCode>;

/** For a scope of its own under `/v1`. */
export async function pictureRoutes(app: FastifyInstance, { ctx: ctxOf }: PictureRoutesDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get<{ Params: WithCode }>(
    PATH,
    { schema: { params: WithCode, response: { 200: OwnPictureSchema } } },
    async (request) => ownPicture(await ctxOf(request), request.params.code),
  );
  app.put<{ Params: WithCode; Body: NewPicture }>(
    PATH,
    { schema: { params: WithCode, body: NewPictureSchema, response: { 200: OwnPictureSchema } } },
    async (request) => setPicture(await ctxOf(request), request.params.code, request.body),
  );
  app.delete<{ Params: WithCode }>(
    PATH,
    { schema: { params: WithCode, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await removePicture(await ctxOf(request), request.params.code);
      return reply.code(204).send();
    },
  );
}
