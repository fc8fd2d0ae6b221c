/** `/v1/partners`: with whom the organisation agreed to be partners, and whom that was offered to. */
import {
  type NewPartner,
  NewPartnerSchema,
  type PartnerBody,
  PartnerSchema,
  type PartnersBody,
  PartnersSchema,
  Problem,
} from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteTo } from '../audit/note-to.ts';
import type { OccurrenceKind } from '../audit/occurrence.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import type { IdentityDeps } from '../deps.ts';
import { actingFor, mustBe } from '../may.ts';
import { manager } from '../people/manage-people.ts';
import { WithIdSchema } from '../with-id.ts';
import { likePattern, PageSchema, pageOf } from './pages.ts';
import {
  acceptPartner,
  declinePartner,
  endPartner,
  findPartner,
  invitePartner,
  type PartnerRow,
  selectPartners,
  sidesOf,
} from './store-partners.ts';
import { findKnown } from './store-ties.ts';

const AS = { as: 'identity' } as const;

const ListSchema = Type.Object({
  ...PageSchema.properties,
  side: Type.Optional(Type.Enum(['given', 'received'], { description: 'Who invited: who asks, or the other' })),
  state: Type.Optional(Type.Enum(['pending', 'accepted'])),
});
type Wanted = Type.Static<typeof ListSchema>;

interface WithId {
  readonly id: string;
}

export async function partnerRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get<{ Querystring: Wanted }>(
    '/partners',
    {
      config: { query: { once: ['q', 'perPage', 'cursor', 'side', 'state'] } },
      schema: { querystring: ListSchema, response: { 200: PartnersSchema } },
    },
    async (request) => list(await ctxOf(request), request.query),
  );
  app.post<{ Body: NewPartner }>(
    '/partners',
    { schema: { body: NewPartnerSchema, response: { 200: PartnerSchema } } },
    async (request) => invite(await ctxOf(request), request.body),
  );
  app.post<{ Params: WithId }>(
    '/partners/:id/accept',
    { schema: { params: WithIdSchema, response: { 200: PartnerSchema } } },
    async (request) => accept(await ctxOf(request), request.params.id),
  );
  app.post<{ Params: WithId }>(
    '/partners/:id/decline',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await close(await ctxOf(request), request.params.id, { kind: 'partner.declined', by: declinePartner });
      return reply.code(204).send();
    },
  );
  app.delete<{ Params: WithId }>(
    '/partners/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await close(await ctxOf(request), request.params.id, { kind: 'partner.ended', by: endPartner });
      return reply.code(204).send();
    },
  );
}

async function list(ctx: Ctx, { side, state, ...wanted }: Wanted): Promise<PartnersBody> {
  mustBe(ctx.actor, 'manage');
  const { count, lookedFor, after } = pageOf(wanted);
  const page = { side, state, lookedFor: likePattern(lookedFor), after, count: count + 1 };
  const rows = await ctx.read((tx) => selectPartners(tx, page), AS);
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    partners: told.map(partnerBody),
    ...(rows.length > count && last !== undefined ? { next: String(last.no) } : {}),
  };
}

/**
 * Invites; accepts, where the other has invited already.
 * @throws Problem `organisation.pending`, `partner.unknown`, `partner.self`, `partner.exists`
 */
async function invite(ctx: Ctx, { organisation, note = '' }: NewPartner): Promise<PartnerBody> {
  const { personId, orgNo } = manager(ctx);
  // Whom nobody has approved writes to nobody.
  if (ctx.actor.standing === 'pending') throw new Problem('organisation.pending');
  return ctx.write(async (tx) => {
    const other = (await findKnown(tx, organisation)) ?? (await findKnown(tx, canonical(organisation.trim())));
    if (other === undefined) throw new Problem('partner.unknown', { id: organisation });
    if (other.no === orgNo) throw new Problem('partner.self');
    const invited = await invitePartner(tx, { otherNo: other.no, note: note.trim() || null, personId });
    if (invited === undefined) throw new Problem('partner.exists');
    await tellBoth(tx, ctx, { id: invited.id, kind: invited.isAccepted ? 'partner.accepted' : 'partner.invited' });
    return bodyOf(tx, invited.id);
  }, AS);
}

/** @throws Problem `resource.not-found` where none waits for an answer of this organisation, or the other does not stand */
async function accept(ctx: Ctx, id: string): Promise<PartnerBody> {
  const { personId } = manager(ctx);
  return ctx.write(async (tx) => {
    if (!(await acceptPartner(tx, id, personId))) throw new Problem('resource.not-found', { what: id });
    await tellBoth(tx, ctx, { id, kind: 'partner.accepted' });
    return bodyOf(tx, id);
  }, AS);
}

interface Closing {
  readonly kind: OccurrenceKind;
  readonly by: (tx: Tx, id: string) => Promise<boolean>;
}

/** @throws Problem `resource.not-found` where there is none that this organisation may close so */
async function close(ctx: Ctx, id: string, { kind, by }: Closing): Promise<void> {
  manager(ctx);
  await ctx.write(async (tx) => {
    if (!(await by(tx, id))) throw new Problem('resource.not-found', { what: id });
    await tellBoth(tx, ctx, { id, kind });
  }, AS);
}

/** Tells each side about the other. The transaction is the actor's organisation's before and afterwards. */
async function tellBoth(
  tx: Tx,
  ctx: Ctx,
  { id, kind }: { readonly id: string; readonly kind: OccurrenceKind },
): Promise<void> {
  const sides = await sidesOf(tx, id);
  if (sides === undefined) throw new Error(`the partnership ${id} was not kept`);
  const [inviter, invited] = sides;
  for (const [org, other] of [
    [inviter, invited],
    [invited, inviter],
  ] as const)
    await noteTo(tx, ctx, { org, kind, about: id, detail: { partner: other.name, organisation: other.id } });
  await turnTo(tx, actingFor(ctx.actor).no);
}

async function bodyOf(tx: Tx, id: string): Promise<PartnerBody> {
  const row = await findPartner(tx, id);
  if (row === undefined) throw new Error(`the partnership ${id} was not kept`);
  return partnerBody(row);
}

function partnerBody({ id, isGiven, otherId, otherName, otherCode, isStanding, ...row }: PartnerRow): PartnerBody {
  return {
    id,
    given: isGiven,
    state: row.acceptedAt === null ? 'pending' : 'accepted',
    other: { id: otherId, name: otherName, code: otherCode, active: isStanding },
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  };
}
