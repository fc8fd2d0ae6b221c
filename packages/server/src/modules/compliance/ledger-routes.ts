/** `/v1/compliance/ledgers`: a ledger page by page, and as an Excel workbook. */
import { Readable } from 'node:stream';
import { type LedgerPage, LedgerPageSchema, languageOf, Problem } from '@suyuan/api';
import { basisOf } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { XLSX } from '../../platform/xlsx/write-xlsx.ts';
import { createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { ComplianceDeps } from './deps.ts';
import { columnsOf, findLedger, type LedgerOf, readLedgerPage } from './ledger.ts';
import { ledgerWorkbook } from './ledger-xlsx.ts';
import { firstRowAfter, firstRowOf } from './span.ts';

const ID = { minLength: 1, maxLength: 60 };
const PathSchema = Type.Object({ pack: Type.String(ID), ledger: Type.String(ID) });
type Path = Type.Static<typeof PathSchema>;
const DAY = { format: 'date', description: 'A day in China, as 2026-12-01' };
const SPAN = { from: Type.Optional(Type.String(DAY)), until: Type.Optional(Type.String(DAY)) };
const PageSchema = Type.Object({
  ...SPAN,
  perPage: Type.Optional(
    Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: 'Records: 1 to 500' }),
  ),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
type PageWanted = Type.Static<typeof PageSchema>;
const LANGUAGE = Type.Optional(
  Type.Unsafe<'zh' | 'en'>(Type.Enum(['zh', 'en'], { description: 'Of headings and words' })),
);
const FileSchema = Type.Object({ ...SPAN, language: LANGUAGE });
type FileWanted = Type.Static<typeof FileSchema>;
const PAGE = 100;

export async function ledgerRoutes(app: FastifyInstance, { ctx: ctxOf, packs }: ComplianceDeps): Promise<void> {
  const turns = createExportTurns();
  app.get<{ Params: Path; Querystring: PageWanted }>(
    '/compliance/ledgers/:pack/:ledger',
    {
      config: { query: { once: ['from', 'until', 'perPage', 'cursor'] } },
      schema: { params: PathSchema, querystring: PageSchema, response: { 200: LedgerPageSchema } },
    },
    async (request) => {
      const ctx = await ctxOf(request);
      const language = languageOf(request.headers['accept-language']);
      return pageOf(ctx, ledgerOf(ctx, request.params, await packs()), { ...request.query, language });
    },
  );
  app.get<{ Params: Path; Querystring: FileWanted }>(
    '/compliance/ledgers/:pack/:ledger/xlsx',
    {
      config: {
        query: { once: ['from', 'until', 'language'] },
        describes: {
          params: PathSchema,
          querystring: FileSchema,
          response: {
            200: { description: 'Workbook', content: { [XLSX]: { schema: Type.Unsafe({ type: 'string' }) } } },
          },
        },
      },
      schema: { params: PathSchema, querystring: FileSchema },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { language = languageOf(request.headers['accept-language']), ...span } = request.query;
      const ledger = ledgerOf(ctx, request.params, await packs());
      const bounds = boundsOf(span);
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
        const { pack, ledger: id } = request.params;
        reply.type(XLSX).header('content-disposition', `attachment; filename="suyuan-${pack}-${id}.xlsx"`);
        reply.header('cache-control', 'no-store');
        if (request.method === 'HEAD') return undefined;
        await ctx.write((tx) => noteHere(tx, ctx, { kind: 'ledger.exported', detail: { pack, ledger: id, ...span } }), {
          as: 'identity',
        });
        return Readable.from(ledgerWorkbook(ctx, ledger, { ...bounds, language }));
      });
    },
  );
}

/** @throws Problem `resource.not-found` */
function ledgerOf(ctx: Ctx, { pack, ledger }: Path, packs: readonly PackInUse[]): LedgerOf {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const inUse = packs.find((each) => each.pack.id === pack);
  const found = inUse && findLedger(inUse, ledger);
  if (found === undefined) throw new Problem('resource.not-found', { what: `${pack}/${ledger}` });
  return found;
}

interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** Both days are meant whole. */
function boundsOf({ from, until }: Span): { readonly from?: string; readonly before?: string } {
  return {
    ...(from === undefined ? {} : { from: firstRowOf(from) }),
    ...(until === undefined ? {} : { before: firstRowAfter(until) }),
  };
}

async function pageOf(
  ctx: Ctx,
  ledger: LedgerOf,
  { perPage = String(PAGE), cursor, language, ...span }: PageWanted & { readonly language: 'zh' | 'en' },
): Promise<LedgerPage> {
  const bounds = { ...boundsOf(span), after: cursor, language, limit: Number(perPage) };
  const { lines, next } = await readLedgerPage(ctx, ledger, bounds);
  const { inUse, ledger: its } = ledger;
  return {
    ...{ pack: inUse.pack.id, ledger: its.id, name: its.name, basis: basisOf(inUse.pack, its) },
    columns: columnsOf(ledger),
    rows: lines.map(({ record: { identity, eventTime, lateDays, stage }, unit, cells, keepUntil }) => ({
      ...{ eventID: identity, eventTime: eventTime.toISOString(), lateDays, stage },
      ...(unit === undefined ? {} : { unit }),
      ...(keepUntil === undefined ? {} : { keepUntil }),
      cells: [...cells],
    })),
    ...(next === undefined ? {} : { next }),
  };
}
