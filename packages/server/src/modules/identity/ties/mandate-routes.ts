/** `/v1/mandates`: who acts for whom. */
import { type MandateBody, MandateSchema, MandatesSchema, NewMandateSchema, Problem } from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx, Right } from '../../../platform/ctx.ts';
import { noteTo } from '../audit/note-to.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import type { IdentityDeps } from '../deps.ts';
import { actingFor, mustBe } from '../may.ts';
import { manager, mayGive } from '../people/manage-people.ts';
import { WithIdSchema } from '../with-id.ts';
import { endMandate, findKnown, insertMandate, type MandateRow, selectMandates } from './store-ties.ts';

const AS = { as: 'identity' } as const;

interface MandateGiven {
  readonly agent: string;
  readonly rights: readonly Right[];
  readonly endsAt?: string;
}

export async function mandateRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get('/mandates', { schema: { response: { 200: MandatesSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'manage');
    return { mandates: (await ctx.read(selectMandates, AS)).map(mandateBody) };
  });
  app.post<{ Body: MandateGiven }>(
    '/mandates',
    { schema: { body: NewMandateSchema, response: { 200: MandateSchema } } },
    async (request) => give(await ctxOf(request), request.body),
  );
  app.delete<{ Params: { id: string } }>(
    '/mandates/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await take(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

/** @throws Problem `organisation.not-yours`, `mandate.self`, `mandate.exists`, `key.expiry` */
async function give(ctx: Ctx, { agent, rights, endsAt }: MandateGiven): Promise<MandateBody> {
  const { personId, orgNo } = manager(ctx);
  mayGive(ctx.actor, rights);
  const end = endsAt === undefined ? null : new Date(endsAt);
  if (end !== null && !(end > ctx.clock.now())) throw new Problem('key.expiry');
  return ctx.write(async (tx) => {
    const other = (await findKnown(tx, agent)) ?? (await findKnown(tx, canonical(agent.trim())));
    if (other === undefined) throw new Problem('organisation.not-yours', { id: agent });
    if (other.no === orgNo) throw new Problem('mandate.self');
    const id = await insertMandate(tx, { orgNo, agentNo: other.no, rights, madeBy: personId, endsAt: end });
    if (id === undefined) throw new Problem('mandate.exists');
    const detail = { agent: other.id, rights: [...rights] };
    // Both sides are told.
    for (const org of [actingFor(ctx.actor), other])
      await noteTo(tx, ctx, { org, kind: 'mandate.made', about: id, detail });
    await turnTo(tx, orgNo);
    const row = (await selectMandates(tx)).find((each) => each.id === id);
    if (row === undefined) throw new Error(`the mandate ${id} was not kept`);
    return mandateBody(row);
  }, AS);
}

async function take(ctx: Ctx, id: string): Promise<void> {
  manager(ctx);
  await ctx.write(async (tx) => {
    const ended = await endMandate(tx, id);
    if (ended === undefined) throw new Problem('resource.not-found', { what: id });
    for (const org of [ended.principal, ended.agent]) await noteTo(tx, ctx, { org, kind: 'mandate.ended', about: id });
  }, AS);
}

function mandateBody({
  isGiven,
  otherId,
  otherName,
  otherCode,
  createdAt,
  endsAt,
  ...mandate
}: MandateRow): MandateBody {
  return {
    ...mandate,
    given: isGiven,
    other: { id: otherId, name: otherName, code: otherCode },
    createdAt: createdAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
  };
}
