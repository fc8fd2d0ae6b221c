/** `/v1/compliance`: what category packs find of the organisation's records, and the ledgers that the law prescribes. */
import {
  type Compliance,
  ComplianceSchema,
  FINDING_EFFECTS,
  type FindingEffect,
  type RecordFinding,
  type RecordFindings,
  RecordFindingsSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { balanceRoutes } from './balance-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import type { ComplianceDeps } from './deps.ts';
import { filingRoutes } from './filing-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { monthRoutes } from './month-routes.ts';
import { overviewOf } from './overview.ts';
import { quotaRoutes } from './quota-routes.ts';
import { type FindingRow, selectFindings } from './store-findings.ts';

const PAGE = 50;
const CURSOR = '^[0-9a-f-]{36} [a-z][a-z0-9-]{0,59} [0-9]{1,4}$';
const IdSchema = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }));
const WantedSchema = Type.Object({
  pack: IdSchema,
  stage: IdSchema,
  rule: IdSchema,
  effect: Type.Optional(Type.Unsafe<FindingEffect>(Type.Enum([...FINDING_EFFECTS]))),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'Canonical code' })),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ pattern: CURSOR })),
});
type Wanted = Type.Static<typeof WantedSchema>;

export async function complianceRoutes(app: FastifyInstance, deps: ComplianceDeps): Promise<void> {
  app.get('/compliance', { schema: { response: { 200: ComplianceSchema } } }, async (request): Promise<Compliance> => {
    const ctx = await deps.ctx(request);
    mustBe(ctx.actor, 'query');
    return overviewOf(ctx, deps);
  });
  app.get<{ Querystring: Wanted }>(
    '/compliance/findings',
    {
      config: { query: { once: ['pack', 'stage', 'rule', 'effect', 'unit', 'perPage', 'cursor'] } },
      schema: { querystring: WantedSchema, response: { 200: RecordFindingsSchema } },
    },
    async (request) => list(await deps.ctx(request), request.query, await deps.packs()),
  );
  clockRoutes(app, deps);
  monthRoutes(app, deps);
  await ledgerRoutes(app, deps);
  await balanceRoutes(app, deps);
  await app.register(async (scope) => filingRoutes(scope, deps));
  await app.register(async (scope) => quotaRoutes(scope, deps));
}

async function list(
  ctx: Ctx,
  { perPage = String(PAGE), cursor, ...wanted }: Wanted,
  packs: readonly PackInUse[],
): Promise<RecordFindings> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const count = Number(perPage);
  const [eventId = '', pack = '', place = ''] = cursor?.split(' ') ?? [];
  const before = cursor === undefined ? undefined : { eventId, pack, place: Number(place) };
  const rows = await ctx.read((tx) => selectFindings(tx, { ...wanted, before, limit: count + 1 }));
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    findings: told.map((row) => findingBody(row, packs)),
    ...(rows.length > count && last !== undefined
      ? { next: `${last.eventId} ${last.finding.pack} ${last.place}` }
      : {}),
  };
}

function findingBody(
  { identity, eventTime, lateDays, finding }: FindingRow,
  packs: readonly PackInUse[],
): RecordFinding {
  const { pack, stage } = finding;
  const known = packs.find((each) => each.pack.id === pack)?.pack.stages.find(({ id }) => id === stage);
  return {
    ...{ eventID: identity, eventTime: eventTime.toISOString(), lateDays },
    ...finding,
    stageName: known?.name ?? { zh: stage, en: stage },
  };
}
