/** `/v1/compliance/balances`: stocks and balances of materials, account by account, with the records behind them. */
import { Readable } from 'node:stream';
import {
  ACCOUNT_STATES,
  type AccountState,
  type BalancePage,
  BalancePageSchema,
  type Balances,
  BalancesSchema,
  languageOf,
  type Movements,
  MovementsSchema,
  Problem,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { XLSX } from '../../platform/xlsx/write-xlsx.ts';
import { createExportTurns, sendInTurn } from '../events/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { balanceWorkbook } from './balance-xlsx.ts';
import { accountsOf, type BalanceOf, balancesOf, findBalance, headOf, leewayOf } from './balances.ts';
import type { ComplianceDeps } from './deps.ts';
import { selectAccounts, selectMovements } from './store-accounts.ts';

const ID = { minLength: 1, maxLength: 60 };
const PathSchema = Type.Object({ pack: Type.String(ID), balance: Type.String(ID) });
type Path = Type.Static<typeof PathSchema>;
const DAY = { format: 'date', description: 'A day in China, as 2026-12-01' };
const SPAN = { from: Type.Optional(Type.String(DAY)), until: Type.Optional(Type.String(DAY)) };
const PER_PAGE = Type.Optional(
  Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' }),
);
const STATES = Type.Optional(
  Type.String({
    pattern: `^(${ACCOUNT_STATES.join('|')})(,(${ACCOUNT_STATES.join('|')})){0,5}$`,
    description: `Of ${ACCOUNT_STATES.join(', ')}: those wanted, with commas between`,
  }),
);
const CODE_PART = Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'Part of the code' }));
const AccountsSchema = Type.Object({
  ...SPAN,
  states: STATES,
  code: CODE_PART,
  perPage: PER_PAGE,
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 600, pattern: '^[^ ]* [^ ]*$' })),
});
type AccountsWanted = Type.Static<typeof AccountsSchema>;
const MovementsWantedSchema = Type.Object({
  ...SPAN,
  account: Type.String({ maxLength: 500, description: 'Canonical code; empty where all is one account' }),
  perPage: PER_PAGE,
  cursor: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36} [0-9]{1,6}$' })),
});
type MovementsWanted = Type.Static<typeof MovementsWantedSchema>;
const LANGUAGE = Type.Optional(
  Type.Unsafe<'zh' | 'en'>(Type.Enum(['zh', 'en'], { description: 'Of headings and words' })),
);
const FileSchema = Type.Object({ ...SPAN, states: STATES, code: CODE_PART, language: LANGUAGE });
type FileWanted = Type.Static<typeof FileSchema>;
const PAGE = 100;

export async function balanceRoutes(app: FastifyInstance, deps: ComplianceDeps): Promise<void> {
  app.get(
    '/compliance/balances',
    { schema: { response: { 200: BalancesSchema } } },
    async (request): Promise<Balances> => {
      const ctx = await deps.ctx(request);
      mustBe(ctx.actor, 'query');
      actingFor(ctx.actor);
      return balancesOf(ctx, await deps.packs(), Date.now());
    },
  );
  app.get<{ Params: Path; Querystring: AccountsWanted }>(
    '/compliance/balances/:pack/:balance',
    {
      config: { query: { once: ['from', 'until', 'states', 'code', 'perPage', 'cursor'] } },
      schema: { params: PathSchema, querystring: AccountsSchema, response: { 200: BalancePageSchema } },
    },
    async (request) => {
      const ctx = await deps.ctx(request);
      return pageOf(ctx, balanceOf(ctx, request.params, await deps.packs()), request.query);
    },
  );
  app.get<{ Params: Path; Querystring: MovementsWanted }>(
    '/compliance/balances/:pack/:balance/movements',
    {
      config: { query: { once: ['account', 'from', 'until', 'perPage', 'cursor'] } },
      schema: { params: PathSchema, querystring: MovementsWantedSchema, response: { 200: MovementsSchema } },
    },
    async (request) => {
      const ctx = await deps.ctx(request);
      return movementsOf(ctx, balanceOf(ctx, request.params, await deps.packs()), request.query);
    },
  );
  await workbookRoute(app, deps);
}

async function workbookRoute(app: FastifyInstance, { ctx: ctxOf, packs }: ComplianceDeps): Promise<void> {
  const turns = createExportTurns();
  app.get<{ Params: Path; Querystring: FileWanted }>(
    '/compliance/balances/:pack/:balance/xlsx',
    {
      config: {
        query: { once: ['from', 'until', 'states', 'code', 'language'] },
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
      const { language = languageOf(request.headers['accept-language']), ...wanted } = request.query;
      const found = balanceOf(ctx, request.params, await packs());
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, async () => {
        const { pack, balance } = request.params;
        reply.type(XLSX).header('content-disposition', `attachment; filename="suyuan-${pack}-${balance}.xlsx"`);
        reply.header('cache-control', 'no-store');
        if (request.method === 'HEAD') return undefined;
        await ctx.write((tx) => noteHere(tx, ctx, { kind: 'balance.exported', detail: { pack, balance, ...wanted } }), {
          as: 'identity',
        });
        return Readable.from(balanceWorkbook(ctx, found, { ...boundsOf(found, wanted), language }));
      });
    },
  );
}

/** @throws Problem `resource.not-found` */
function balanceOf(ctx: Ctx, { pack, balance }: Path, packs: readonly PackInUse[]): BalanceOf {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const inUse = packs.find((each) => each.pack.id === pack);
  const found = inUse && findBalance(inUse, balance, Date.now());
  if (found === undefined) throw new Problem('resource.not-found', { what: `${pack}/${balance}` });
  return found;
}

/** What the store is asked for. */
function boundsOf({ inUse, balance }: BalanceOf, { from, until, states, code }: Omit<FileWanted, 'language'>) {
  const wanted = ACCOUNT_STATES.filter((state) => states?.split(',').includes(state));
  return {
    ...{ pack: inUse.pack.id, balance: balance.id, tolerance: leewayOf(balance) },
    ...{ from, until, account: code, states: states === undefined ? undefined : (wanted satisfies AccountState[]) },
  };
}

async function pageOf(
  ctx: Ctx,
  found: BalanceOf,
  { perPage = String(PAGE), cursor, ...wanted }: AccountsWanted,
): Promise<BalancePage> {
  const limit = Number(perPage);
  const [account = '', uom = ''] = cursor?.split(' ') ?? [];
  const after = cursor === undefined ? undefined : { account, uom };
  const rows = await ctx.read((tx) => selectAccounts(tx, { ...boundsOf(found, wanted), after, limit: limit + 1 }));
  const told = rows.slice(0, limit);
  const last = told.at(-1);
  return {
    ...headOf(found),
    accounts: await accountsOf(ctx, told),
    ...(rows.length > limit && last !== undefined ? { next: `${last.account} ${last.uom}` } : {}),
  };
}

async function movementsOf(
  ctx: Ctx,
  { inUse: { pack }, balance }: BalanceOf,
  { perPage = String(PAGE), cursor, ...wanted }: MovementsWanted,
): Promise<Movements> {
  const limit = Number(perPage);
  const [eventId = '', place = '0'] = cursor?.split(' ') ?? [];
  const after = cursor === undefined ? undefined : { eventId, place: Number(place) };
  const asked = { pack: pack.id, balance: balance.id, ...wanted, after, limit: limit + 1 };
  const rows = await ctx.read((tx) => selectMovements(tx, asked));
  const told = rows.slice(0, limit);
  const last = told.at(-1);
  const names = new Map(pack.stages.map(({ id, name }) => [id, name] as const));
  return {
    movements: told.map(({ identity, eventTime, stage, effect, uom, amount }) => ({
      ...{ eventID: identity, eventTime: eventTime.toISOString(), stage, effect, uom },
      stageName: names.get(stage) ?? { zh: stage, en: stage },
      ...(amount === null ? {} : { amount: Number(amount) }),
    })),
    ...(rows.length > limit && last !== undefined ? { next: `${last.eventId} ${last.place}` } : {}),
  };
}
