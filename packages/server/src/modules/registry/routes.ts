/** `/v1/codes/names`: what things are called. */
import { NAMED_CODES_MAX, type NamesAnswer, NamesAnswerSchema, Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { ownMaster } from '../disclosure/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { displayName } from './display-name.ts';
import { findMasterData } from './find-master-data.ts';

export interface RegistryDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

const CODE_LENGTH_MAX = 4_000; // what a QR code holds, and more

export async function registryRoutes(app: FastifyInstance, { ctx: ctxOf }: RegistryDeps): Promise<void> {
  const Codes = Type.Object({ code: Type.Union([Type.String(), Type.Array(Type.String())]) });
  app.get<{ Querystring: { code?: string | readonly string[] } }>(
    '/codes/names',
    { config: { query: { often: ['code'] } }, schema: { querystring: Codes, response: { 200: NamesAnswerSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'query');
      return namesOf(ctx, [request.query.code ?? []].flat());
    },
  );
}

async function namesOf(ctx: Ctx, codes: readonly string[]): Promise<NamesAnswer> {
  if (codes.length === 0 || codes.length > NAMED_CODES_MAX || codes.some((code) => code.length > CODE_LENGTH_MAX)) {
    throw new Problem('query.parameter', { name: 'code' });
  }
  const { no } = actingFor(ctx.actor);
  const known = await ctx.read(
    (tx) => findMasterData(tx, codes.flatMap(keysToAsk), { recorders: new Set([no]), sees: ownMaster(no) }),
    {
      as: 'chain',
    },
  );
  const names = codes.flatMap((code) => {
    const key = keysToAsk(code).find((each) => known.has(each));
    const name = displayName(known.get(key ?? code));
    return name === undefined ? [] : [{ code, name }];
  });
  return { names };
}
