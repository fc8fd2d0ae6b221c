/** `/v1/events/{eventID}/countersignatures`, and the keys that they are checked with. */
import {
  CountersignatureSchema,
  CountersignaturesSchema,
  CountersignSchema,
  RecordSchema,
  SigningKeysSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { acceptJsonAlone } from '../../../platform/http/json-alone.ts';
import { selectPublicKeys } from '../../identity/index.ts';
import { type Confirmation, type CountersignDeps, countersign, countersignaturesOf } from './countersign.ts';
import { recordOf } from './own-record.ts';

const WithEvent = Type.Object({ eventID: Type.String({ maxLength: 2_000 }) });

export interface CountersignRouteDeps extends CountersignDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** The program itself: its keys are everybody's. */
  readonly program: Ctx;
}

export async function countersignRoutes(app: FastifyInstance, deps: CountersignRouteDeps): Promise<void> {
  const { ctx: ctxOf, program } = deps;
  acceptJsonAlone(app, 16 * 1024);
  app.get<{ Params: { eventID: string } }>(
    '/events/:eventID/record',
    { schema: { params: WithEvent, response: { 200: RecordSchema } } },
    async (request) => recordOf(await ctxOf(request), request.params.eventID),
  );
  app.get<{ Params: { eventID: string } }>(
    '/events/:eventID/countersignatures',
    { schema: { params: WithEvent, response: { 200: CountersignaturesSchema } } },
    async (request) => ({ countersignatures: await countersignaturesOf(await ctxOf(request), request.params.eventID) }),
  );
  app.post<{ Params: { eventID: string }; Body: Confirmation }>(
    '/events/:eventID/countersignatures',
    { schema: { params: WithEvent, body: CountersignSchema, response: { 200: CountersignatureSchema } } },
    async (request) => {
      const { eventID } = request.params;
      return countersign(await ctxOf(request), deps, { eventID, given: request.body });
    },
  );
  app.get('/integrity/keys', { schema: { response: { 200: SigningKeysSchema }, security: [] } }, async () => ({
    keys: await program.read(selectPublicKeys),
  }));
}
