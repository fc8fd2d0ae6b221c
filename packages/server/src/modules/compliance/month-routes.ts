/** `/v1/compliance/months`: how many records and findings there are by stage and month, for whoever inspects. */
import { type ComplianceMonths, ComplianceMonthsSchema } from '@suyuan/api/months';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { ComplianceDeps } from './deps.ts';
import { firstRowAfter, firstRowOf } from './span.ts';
import { countByMonth } from './store-months.ts';

const DAY = Type.String({ format: 'date', description: 'A day in China, as 2026-12-01' });
const SpanSchema = Type.Object({ from: DAY, until: DAY });
type Span = Type.Static<typeof SpanSchema>;
/** Ten years of all stages of the packs that the program brings, and more. */
const ROWS_MAX = 10_000;

export function monthRoutes(app: FastifyInstance, { ctx: ctxOf, packs }: ComplianceDeps): void {
  app.get<{ Querystring: Span }>(
    '/compliance/months',
    {
      config: { query: { once: ['from', 'until'] } },
      schema: { querystring: SpanSchema, response: { 200: ComplianceMonthsSchema } },
    },
    async (request) => monthsOf(await ctxOf(request), request.query, await packs()),
  );
}

async function monthsOf(ctx: Ctx, { from, until }: Span, packs: readonly PackInUse[]): Promise<ComplianceMonths> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const bounds = { from: firstRowOf(from), before: firstRowAfter(until), limit: ROWS_MAX + 1 };
  const rows = await ctx.read((tx) => countByMonth(tx, bounds));
  return {
    counts: rows.slice(0, ROWS_MAX).map((row) => ({ ...row, stageName: stageName(packs, row) })),
    isCut: rows.length > ROWS_MAX,
  };
}

const NO_STAGE = { zh: '不属于任何环节', en: 'Of no stage' };

function stageName(packs: readonly PackInUse[], { pack, stage }: { readonly pack: string; readonly stage: string }) {
  if (stage === '') return NO_STAGE;
  const known = packs.find((each) => each.pack.id === pack)?.pack.stages.find(({ id }) => id === stage);
  return known?.name ?? { zh: stage, en: stage };
}
