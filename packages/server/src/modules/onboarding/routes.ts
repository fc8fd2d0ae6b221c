/** `/v1/onboarding`: what comes first, for whoever has recorded nothing yet. */
import { ONBOARDING_MARKS, type Onboarding, type OnboardingMark, OnboardingSchema } from '@suyuan/api/onboarding';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { readOrganisations } from '../compliance/index.ts';
import { findSomeOwn } from '../events/index.ts';
import { actingFor, mustBe, personOf } from '../identity/index.ts';
import { formsOf, type RecordingDeps, recordedLast } from '../recording/index.ts';
import { FEW, onboardingOf } from './steps.ts';
import { deleteMark, insertMark, selectMarks } from './store-marks.ts';

const Marked = Type.Object({ mark: Type.Enum([...ONBOARDING_MARKS]) });
type Marked = { readonly mark: OnboardingMark };

export async function onboardingRoutes(app: FastifyInstance, deps: RecordingDeps): Promise<void> {
  const { ctx: ctxOf } = deps;
  app.get('/onboarding', { schema: { response: { 200: OnboardingSchema } } }, async (request) =>
    readOnboarding(await ctxOf(request), deps),
  );
  app.put<{ Params: Marked }>(
    '/onboarding/:mark',
    { schema: { params: Marked, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      const { no: orgNo, personId } = whose(ctx);
      const row = { orgNo, personId, mark: request.params.mark };
      await ctx.write((tx) => insertMark(tx, row, ctx.clock.now()), { as: 'identity' });
      return reply.code(204).send();
    },
  );
  app.delete('/onboarding/hidden', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const ctx = await ctxOf(request);
    const { personId } = whose(ctx);
    await ctx.write((tx) => deleteMark(tx, { personId, mark: 'hidden' }), { as: 'identity' });
    return reply.code(204).send();
  });
}

async function readOnboarding(ctx: Ctx, deps: RecordingDeps): Promise<Onboarding> {
  const { packs } = await formsOf(ctx, deps);
  const { count, last } = await recordedLast(ctx, deps, FEW + 1);
  const { no } = actingFor(ctx.actor);
  const own = (await deps.program.read((tx) => readOrganisations(tx, [no]))).get(no);
  const hasCategories = (own?.categories.length ?? 0) > 0;
  const marks = await ctx.read((tx) => selectMarks(tx, ctx.actor.personId ?? null), { as: 'identity' });
  const hasOtherEvents = count === 0 && (await ctx.read((tx) => findSomeOwn(tx, new Date(0)))).length > 0;
  return onboardingOf({ packs, marks, hasCategories, sheets: count, hasOtherEvents, recorded: last });
}

/** A person of the organisation. */
function whose({ actor }: Ctx): { readonly no: number; readonly personId: string } {
  mustBe(actor, 'query');
  return { no: actingFor(actor).no, personId: personOf(actor).personId };
}
