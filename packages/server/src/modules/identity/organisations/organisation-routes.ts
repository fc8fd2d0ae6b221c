/** `/v1/organisation`: what an organisation says of itself. */
import { ChangeOrganisationSchema, type OrganisationBody, OrganisationSchema, Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../../platform/ctx.ts';
import { noteHere } from '../audit/note-here.ts';
import type { IdentityDeps } from '../deps.ts';
import { actingFor, mustBe } from '../may.ts';
import { manager } from '../people/manage-people.ts';
import { ownCode } from './own-code.ts';
import { describeOwn, type OwnChange, selectOwn } from './store-own.ts';

const AS = { as: 'identity' } as const;

export async function organisationRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get('/organisation', { schema: { response: { 200: OrganisationSchema } } }, async (request) =>
    organisation(await ctxOf(request)),
  );
  app.patch<{ Body: OwnChange }>(
    '/organisation',
    { schema: { body: ChangeOrganisationSchema, response: { 200: OrganisationSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      manager(ctx);
      const change = readChange(request.body);
      await ctx.write(async (tx) => {
        await describeOwn(tx, change);
        await noteHere(tx, ctx, { kind: 'organisation.changed', detail: { what: Object.keys(request.body) } });
      }, AS);
      return organisation(ctx);
    },
  );
}

function readChange({ name, code, ...change }: OwnChange): OwnChange {
  if (name?.trim() === '') throw new Problem('request.invalid', { reason: 'name' });
  return { ...change, name: name?.trim(), code: typeof code === 'string' ? ownCode(code) : code };
}

async function organisation(ctx: Ctx): Promise<OrganisationBody> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const own = await ctx.read(selectOwn, AS);
  if (own === undefined) throw new Problem('organisation.none');
  const { no: _no, ...told } = own;
  return { ...told, categories: [...own.categories] };
}
