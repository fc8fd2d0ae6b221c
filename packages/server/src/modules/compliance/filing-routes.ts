/** `/v1/compliance/filings`: what is handed in to authorities, as files, with what they answered. */
import { Readable } from 'node:stream';
import {
  type FiledLines,
  FiledLinesSchema,
  type FilingBody,
  type FilingKinds,
  FilingKindsSchema,
  FilingSchema,
  type FilingsBody,
  FilingsSchema,
  type NewFiling,
  NewFilingSchema,
  type NewReceipt,
  NewReceiptSchema,
} from '@suyuan/api';
import { basisOf } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { ComplianceDeps } from './deps.ts';
import { filingFile, MEDIA_TYPES } from './filing-file.ts';
import { fileRecords, filingKinds, findOwnFiling, kindOf, reconcile, takeBack, takeReceipt } from './filings.ts';
import { countFiling, type FilingRow, selectFilings } from './store-filings.ts';

const ID = { minLength: 1, maxLength: 60 };
const KindSchema = Type.Object({ pack: Type.String(ID), filing: Type.String(ID) });
type Kind = Type.Static<typeof KindSchema>;
const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithIdSchema>;
const PER_PAGE = Type.Optional(
  Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' }),
);
const ListSchema = Type.Object({ perPage: PER_PAGE, cursor: Type.Optional(Type.String({ format: 'uuid' })) });
type ListWanted = Type.Static<typeof ListSchema>;
const LinesSchema = Type.Object({ perPage: PER_PAGE, cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })) });
type LinesWanted = Type.Static<typeof LinesSchema>;
const PAGE = 100;
/** A receipt may refuse each record of a filing, with its reason. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;
const PAGED = { query: { once: ['perPage', 'cursor'] } };

/** For a scope of its own under `/v1`. */
export async function filingRoutes(app: FastifyInstance, deps: ComplianceDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get('/compliance/filings', { schema: { response: { 200: FilingKindsSchema } } }, async (request) =>
    listKinds(await deps.ctx(request), await deps.packs()),
  );
  app.get<{ Params: Kind; Querystring: ListWanted }>(
    '/compliance/filings/:pack/:filing',
    { config: PAGED, schema: { params: KindSchema, querystring: ListSchema, response: { 200: FilingsSchema } } },
    async (request) => {
      const { of } = kindOf(await deps.packs(), request.params);
      return list(await deps.ctx(request), { ...of, ...request.query });
    },
  );
  app.post<{ Params: Kind; Body: NewFiling }>(
    '/compliance/filings/:pack/:filing',
    { schema: { params: KindSchema, body: NewFilingSchema, response: { 200: FilingSchema } } },
    async (request) => {
      const kind = kindOf(await deps.packs(), request.params);
      return filingBody(await fileRecords(await deps.ctx(request), kind, request.body));
    },
  );
  app.get<{ Params: WithId; Querystring: LinesWanted }>(
    '/compliance/filed/:id',
    { config: PAGED, schema: { params: WithIdSchema, querystring: LinesSchema, response: { 200: FiledLinesSchema } } },
    async (request) => linesOf(await deps.ctx(request), await deps.packs(), { ...request.params, ...request.query }),
  );
  app.post<{ Params: WithId; Body: NewReceipt }>(
    '/compliance/filed/:id/receipt',
    { schema: { params: WithIdSchema, body: NewReceiptSchema, response: { 200: FilingSchema } } },
    async (request) => filingBody(await takeReceipt(await deps.ctx(request), request.params.id, request.body)),
  );
  app.delete<{ Params: WithId }>(
    '/compliance/filed/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await takeBack(await deps.ctx(request), request.params.id);
      return reply.code(204).send();
    },
  );
  fileRoute(app, deps);
}

function fileRoute(app: FastifyInstance, { ctx: ctxOf }: ComplianceDeps): void {
  const turns = createExportTurns();
  const content = Object.fromEntries(
    Object.values(MEDIA_TYPES).map((type) => [type, { schema: Type.Unsafe({ type: 'string' }) }]),
  );
  app.get<{ Params: WithId }>(
    '/compliance/filed/:id/file',
    {
      config: { describes: { params: WithIdSchema, response: { 200: { description: 'As it was sent', content } } } },
      schema: { params: WithIdSchema },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { id } = request.params;
      const filing = await findOwnFiling(ctx, id);
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
        const { format } = filing;
        const name = `suyuan-${filing.pack}-${filing.filing}-${filing.id.slice(0, 8)}.${format}`;
        reply.type(MEDIA_TYPES[format]).header('content-disposition', `attachment; filename="${name}"`);
        reply.header('cache-control', 'no-store');
        return request.method === 'HEAD' ? undefined : Readable.from(filingFile(ctx, filing));
      });
    },
  );
}

async function listKinds(ctx: Ctx, packs: readonly PackInUse[]): Promise<FilingKinds> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  return ctx.read(async (tx) => {
    const filings: FilingKinds['filings'] = [];
    for (const { inUse, item, of } of filingKinds(packs)) {
      const { waiting, oldest, withdrawn, open } = await countFiling(tx, of);
      filings.push({
        ...{ pack: of.pack, filing: of.filing, name: item.name, to: item.to, format: item.format },
        ...{ waiting, withdrawn, open, ...(oldest === null ? {} : { oldest: oldest.toISOString() }) },
        ...{ basis: basisOf(inUse.pack, item), confidence: item.confidence },
      });
    }
    return { filings };
  });
}

async function list(
  ctx: Ctx,
  { pack, filing, perPage = String(PAGE), cursor }: Kind & ListWanted,
): Promise<FilingsBody> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const count = Number(perPage);
  const wanted = { pack, filing, after: cursor, limit: count + 1 };
  const rows = await ctx.read((tx) => selectFilings(tx, wanted), { as: 'identity' });
  const told = rows.slice(0, count);
  const next = rows.length > count ? told.at(-1)?.id : undefined;
  return { filings: told.map(filingBody), ...(next === undefined ? {} : { next }) };
}

function filingBody({ madeAt, receiptAt, receiptNumber, columns: _, ...filing }: FilingRow): FilingBody {
  return {
    ...filing,
    madeAt: madeAt.toISOString(),
    receipt: receiptAt === null ? null : { at: receiptAt.toISOString(), number: receiptNumber },
  };
}

async function linesOf(
  ctx: Ctx,
  packs: readonly PackInUse[],
  { id, perPage = String(PAGE), cursor = '0' }: WithId & LinesWanted,
): Promise<FiledLines> {
  const filing = await findOwnFiling(ctx, id);
  const kind = kindOf(packs, filing);
  const count = Number(perPage);
  const lines = await reconcile(ctx, kind, { filing, after: Number(cursor), limit: count + 1 });
  const told = lines.slice(0, count);
  const last = told.at(-1)?.line;
  return {
    filing: filingBody(filing),
    headings: filing.columns.map(({ heading }) => heading),
    lines: told.map(({ line, identity, eventTime, unit, state, cells, now, refusal }) => ({
      ...{ line, eventID: identity, eventTime: eventTime.toISOString(), state, cells: [...cells] },
      ...(unit === null ? {} : { unit }),
      ...(now === undefined ? {} : { now: [...now] }),
      ...(refusal === null ? {} : { refusal }),
    })),
    ...(lines.length > count && last !== undefined ? { next: String(last) } : {}),
  };
}
