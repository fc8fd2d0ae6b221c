/** `/v1/labels`: layouts, labels with numbers of their own, their files, and what became of them. */

import type { Readable } from 'node:stream';
import {
  type BindLabels,
  BindLabelsSchema,
  FoundLabelSchema,
  LabelRunSchema,
  LabelRunsSchema,
  LayoutsSchema,
  type NewLabelRun,
  NewLabelRunSchema,
  PAGES,
  type PrintLabels,
  PrintLabelsSchema,
  TriedLabelSchema,
  type TryLabel,
  TryLabelSchema,
} from '@suyuan/api/labels';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { type CaptureDeps, createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { bindLabels, findLabel } from './bind-labels.ts';
import { type Printed, printCopies, printRun } from './files.ts';
import { listLayouts, tryLabel } from './layouts.ts';
import { listRuns, makeRun, readRun } from './runs.ts';

export interface LabelDeps extends CaptureDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Where whoever scans a label reaches the server. */
  origin(request: FastifyRequest): string;
}

const BODY_BYTES_MAX = 64 * 1024;
const PAGE = 20;
const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithId>;
const Number1 = Type.String({ pattern: '^[1-9][0-9]{0,6}$' });
const SpanOf = Type.Object({ first: Type.Optional(Number1), last: Type.Optional(Number1) });
const PdfWanted = Type.Object({
  ...SpanOf.properties,
  page: Type.Optional(
    Type.Enum([...PAGES], { description: 'roll: a label a page; a4: as many as a sheet has room for' }),
  ),
});
type PdfWanted = Type.Static<typeof PdfWanted>;
const ZplWanted = Type.Object({
  ...SpanOf.properties,
  dpmm: Type.Optional(
    Type.Enum(['8', '12', '24'], { description: 'Dots of the printer to the millimetre: 203, 300, 600 dpi' }),
  ),
});
type ZplWanted = Type.Static<typeof ZplWanted>;
const ListWanted = Type.Object({ cursor: Type.Optional(Type.String({ format: 'uuid' })) });
const FindWanted = Type.Object({ code: Type.String({ minLength: 1, maxLength: 2_000 }) });
const fileOf = (type: string) => ({
  200: { description: 'File', content: { [type]: { schema: Type.Unsafe({ type: 'string' }) } } },
});
const PDF = 'application/pdf';
const ZPL = 'application/zpl';

export async function labelRoutes(app: FastifyInstance, deps: LabelDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get('/labels/layouts', { schema: { response: { 200: LayoutsSchema } } }, async (request) => {
    mustBe((await ctxOf(request)).actor, 'query');
    return listLayouts();
  });
  app.post<{ Body: TryLabel }>(
    '/labels/trial',
    { schema: { body: TryLabelSchema, response: { 200: TriedLabelSchema } } },
    async (request) => {
      mustBe((await ctxOf(request)).actor, 'query');
      return tryLabel(request.body);
    },
  );
  app.get<{ Querystring: Type.Static<typeof FindWanted> }>(
    '/labels/found',
    { config: { query: { once: ['code'] } }, schema: { querystring: FindWanted, response: { 200: FoundLabelSchema } } },
    async (request) => findLabel(await ctxOf(request), request.query.code),
  );
  app.put<{ Params: WithId; Body: BindLabels }>(
    '/labels/bindings/:id',
    { schema: { params: WithId, body: BindLabelsSchema, response: { 200: LabelRunSchema } } },
    async (request) => bindLabels(await ctxOf(request), deps, { ...request.body, id: request.params.id }),
  );
  runRoutes(app, deps);
  fileRoutes(app, deps);
}

function runRoutes(app: FastifyInstance, { ctx: ctxOf, origin }: LabelDeps): void {
  app.get<{ Querystring: Type.Static<typeof ListWanted> }>(
    '/labels/runs',
    {
      config: { query: { once: ['cursor'] } },
      schema: { querystring: ListWanted, response: { 200: LabelRunsSchema } },
    },
    async (request) => listRuns(await ctxOf(request), { after: request.query.cursor ?? null, count: PAGE }),
  );
  app.get<{ Params: WithId }>(
    '/labels/runs/:id',
    { schema: { params: WithId, response: { 200: LabelRunSchema } } },
    async (request) => readRun(await ctxOf(request), request.params.id),
  );
  app.put<{ Params: WithId; Body: NewLabelRun }>(
    '/labels/runs/:id',
    { schema: { params: WithId, body: NewLabelRunSchema, response: { 200: LabelRunSchema } } },
    async (request) => makeRun(await ctxOf(request), { ...request.body, id: request.params.id }, origin(request)),
  );
}

function fileRoutes(app: FastifyInstance, { ctx: ctxOf, origin }: LabelDeps): void {
  const turns = createExportTurns();
  const send = async (reply: FastifyReply, ctx: Ctx, file: { as: Printed; make(): Promise<Readable> }) =>
    sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
      const { format } = file.as;
      reply.type(format === 'pdf' ? PDF : ZPL);
      reply.header('content-disposition', `attachment; filename="suyuan-labels.${format}"`);
      reply.header('cache-control', 'no-store');
      return file.make();
    });
  app.post<{ Params: WithId; Querystring: PdfWanted }>(
    '/labels/runs/:id/pdf',
    {
      config: {
        query: { once: ['first', 'last', 'page'] },
        describes: { params: WithId, querystring: PdfWanted, response: fileOf(PDF) },
      },
      schema: { params: WithId, querystring: PdfWanted },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { page = 'roll', ...span } = request.query;
      const as = { format: 'pdf', page } as const;
      const make = () => printRun(ctx, { ...numbersIn(span), id: request.params.id, as, origin: origin(request) });
      return send(reply, ctx, { as, make });
    },
  );
  app.post<{ Params: WithId; Querystring: ZplWanted }>(
    '/labels/runs/:id/zpl',
    {
      config: {
        query: { once: ['first', 'last', 'dpmm'] },
        describes: { params: WithId, querystring: ZplWanted, response: fileOf(ZPL) },
      },
      schema: { params: WithId, querystring: ZplWanted },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { dpmm = '8', ...span } = request.query;
      const as = { format: 'zpl', dpmm: DPMM[dpmm] } as const;
      const make = () => printRun(ctx, { ...numbersIn(span), id: request.params.id, as, origin: origin(request) });
      return send(reply, ctx, { as, make });
    },
  );
  app.post<{ Body: PrintLabels }>(
    '/labels/copies',
    { config: { describes: { body: PrintLabelsSchema, response: fileOf(PDF) } }, schema: { body: PrintLabelsSchema } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const as = { format: 'pdf', page: request.body.page ?? 'roll' } as const;
      return send(reply, ctx, { as, make: () => printCopies(ctx, request.body, as) });
    },
  );
}

const DPMM = { 8: 8, 12: 12, 24: 24 } as const;

function numbersIn({ first, last }: Type.Static<typeof SpanOf>): { readonly first?: number; readonly last?: number } {
  return {
    ...(first === undefined ? {} : { first: Number(first) }),
    ...(last === undefined ? {} : { last: Number(last) }),
  };
}
