/** `/v1/forms`, `/v1/arrivals`, `/v1/sheets`: what people fill in of a stage of a pack, until it is recorded. */
import { randomUUID } from 'node:crypto';
import {
  ArrivalsSchema,
  type CheckSheet,
  CheckSheetSchema,
  FormsSchema,
  type SaveSheet,
  SaveSheetSchema,
  SHEET_STATES,
  SheetCheckSchema,
  type SheetState,
  SheetsSchema,
  SheetWholeSchema,
  StageFormSchema,
  type SubmitSheet,
  SubmitSheetSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { listArrivals } from './arrivals.ts';
import { checkSheet } from './check-sheet.ts';
import type { RecordingDeps } from './deps.ts';
import { formOf, formsOf, type OfStage } from './forms.ts';
import { discardSheet, listSheets, mustRecord, readSheet, saveSheet, submitSheet } from './sheets.ts';

const BODY_BYTES_MAX = 1024 * 1024;
const PAGE = 50;
const PAGE_MAX = 200;

const IdOf = Type.String({ minLength: 1, maxLength: 60 });
const StageParams = Type.Object({ pack: IdOf, stage: IdOf });
const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithId>;
const Wanted = Type.Object({
  state: Type.Optional(Type.Unsafe<SheetState>(Type.Enum(SHEET_STATES.filter((state) => state !== 'discarded')))),
  perPage: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});

/** For a scope of its own under `/v1`. */
export async function recordingRoutes(app: FastifyInstance, deps: RecordingDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get('/forms', { schema: { response: { 200: FormsSchema } } }, async (request) =>
    formsOf(await ctxOf(request), deps),
  );
  app.get<{ Params: OfStage }>(
    '/forms/:pack/:stage',
    { schema: { params: StageParams, response: { 200: StageFormSchema } } },
    async (request) => formOf(await ctxOf(request), deps, request.params),
  );
  app.get('/arrivals', { schema: { response: { 200: ArrivalsSchema } } }, async (request) =>
    listArrivals(await ctxOf(request), deps),
  );
  app.get<{ Querystring: Type.Static<typeof Wanted> }>(
    '/sheets',
    {
      config: { query: { once: ['state', 'perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: SheetsSchema } },
    },
    async (request) => {
      const { state = null, perPage = String(PAGE), cursor: after = null } = request.query;
      return listSheets(await ctxOf(request), deps, { state, after, count: Math.min(Number(perPage), PAGE_MAX) });
    },
  );
  app.post<{ Body: CheckSheet }>(
    '/sheets/check',
    { schema: { body: CheckSheetSchema, response: { 200: SheetCheckSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustRecord(ctx);
      return checkSheet(ctx, deps, { id: randomUUID(), ...request.body });
    },
  );
  sheetRoutes(app, deps);
}

function sheetRoutes(app: FastifyInstance, deps: RecordingDeps): void {
  const { ctx: ctxOf } = deps;
  app.get<{ Params: WithId }>(
    '/sheets/:id',
    { schema: { params: WithId, response: { 200: SheetWholeSchema } } },
    async (request) => readSheet(await ctxOf(request), deps, request.params.id),
  );
  app.put<{ Params: WithId; Body: SaveSheet }>(
    '/sheets/:id',
    { schema: { params: WithId, body: SaveSheetSchema, response: { 200: SheetWholeSchema } } },
    async (request) => saveSheet(await ctxOf(request), deps, { ...request.body, id: request.params.id }),
  );
  app.delete<{ Params: WithId }>(
    '/sheets/:id',
    { schema: { params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await discardSheet(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId }>(
    '/sheets/:id/restore',
    { schema: { params: WithId, response: { 200: SheetWholeSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      await discardSheet(ctx, request.params.id, 'open');
      return readSheet(ctx, deps, request.params.id);
    },
  );
  app.post<{ Params: WithId; Body: SubmitSheet }>(
    '/sheets/:id/submission',
    { schema: { params: WithId, body: SubmitSheetSchema, response: { 200: SheetWholeSchema } } },
    async (request) => submitSheet(await ctxOf(request), deps, { ...request.body, id: request.params.id }),
  );
}
