/** `/v1/drills`: 模拟召回. */
import { Readable } from 'node:stream';
import { languageOf } from '@suyuan/api';
import { DrillSchema, DrillsSchema, type NewDrill, NewDrillSchema } from '@suyuan/api/drills';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { leftSignal } from '../../platform/http/left.ts';
import { createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, ownName } from '../identity/index.ts';
import type { DrillDeps } from './deps.ts';
import { drillReport } from './drill-report.ts';
import { holdDrill, listDrills, readDrill } from './drills.ts';

const BODY_BYTES_MAX = 16 * 1024;
const PAGE = 50;

const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithId>;
const Wanted = Type.Object({
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|1[0-9][0-9]|200)$', description: '1 to 200' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
const PDF = 'application/pdf';

/** For a scope of its own under `/v1`. */
export async function drillRoutes(app: FastifyInstance, deps: DrillDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get<{ Querystring: Type.Static<typeof Wanted> }>(
    '/drills',
    {
      config: { query: { once: ['perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: DrillsSchema } },
    },
    async (request) => {
      const { perPage = String(PAGE), cursor: after = null } = request.query;
      return listDrills(await ctxOf(request), { after, count: Number(perPage) });
    },
  );
  app.post<{ Body: NewDrill }>(
    '/drills',
    { schema: { body: NewDrillSchema, response: { 200: DrillSchema } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const left = leftSignal(reply);
      return holdDrill(ctx, { drill: (code) => deps.drill(ctx, code, left) }, request.body);
    },
  );
  app.get<{ Params: WithId }>(
    '/drills/:id',
    { schema: { params: WithId, response: { 200: DrillSchema } } },
    async (request) => readDrill(await ctxOf(request), request.params.id),
  );
  pdfRoute(app, deps);
}

function pdfRoute(app: FastifyInstance, { ctx: ctxOf }: DrillDeps): void {
  const turns = createExportTurns();
  const content = { [PDF]: { schema: Type.Unsafe({ type: 'string', format: 'binary' }) } };
  app.get<{ Params: WithId }>(
    '/drills/:id/pdf',
    {
      config: { describes: { params: WithId, response: { 200: { description: 'To print', content } } } },
      schema: { params: WithId },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const drill = await readDrill(ctx, request.params.id);
      const language = languageOf(request.headers['accept-language']);
      const name = await ctx.read(ownName, { as: 'identity' });
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
        reply.type(PDF).header('content-disposition', `inline; filename="suyuan-drill-${drill.id.slice(0, 8)}.pdf"`);
        reply.header('vary', 'accept-language');
        if (request.method === 'HEAD') return undefined;
        // With its letters it is 60 MB, which a program that never prints does without.
        const { reportPdf } = await import('@suyuan/labels');
        return Readable.from(reportPdf(drillReport({ drill, organisation: name ?? '', language })));
      });
    },
  );
}
