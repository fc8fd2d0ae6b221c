/** `/v1/openings`: what the organisation has opened further than the defaults. */
import { type NewOpeningBody, NewOpeningSchema, type OpeningsBody, OpeningsSchema, Problem } from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/index.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { actingFor, findKnown, mustBe, mustHaveProven, noteHere } from '../identity/index.ts';
import { countOpenings, endOpening, insertOpening, type OwnOpening, selectOwnOpenings } from './store-own-openings.ts';

export interface OpeningDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

const AS = { as: 'identity' } as const;
const OPENINGS_MAX = 500; // all of them are asked of each event of the organisation that others look at
const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });

export async function openingRoutes(app: FastifyInstance, { ctx: ctxOf }: OpeningDeps): Promise<void> {
  acceptJsonAlone(app, 16 * 1024);
  app.get('/openings', { schema: { response: { 200: OpeningsSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'query');
    return ctx.read(openings, AS);
  });
  app.post<{ Body: NewOpeningBody }>(
    '/openings',
    { schema: { body: NewOpeningSchema, response: { 200: OpeningsSchema } } },
    async (request) => open(await ctxOf(request), request.body),
  );
  app.delete<{ Params: { id: string } }>(
    '/openings/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustManage(ctx);
      const { id } = request.params;
      await ctx.write(async (tx) => {
        if (!(await endOpening(tx, id))) throw new Problem('resource.not-found', { what: id });
        await noteHere(tx, ctx, { kind: 'opening.ended', about: id });
      }, AS);
      return reply.code(204).send();
    },
  );
}

/** A person proves anew who it is; a key has been given the right. */
function mustManage({ actor, clock }: Ctx): void {
  mustBe(actor, 'manage');
  if (actor.is === 'person') mustHaveProven(actor, clock.now());
}

/** @throws Problem `opening.audience`, `opening.validity`, `opening.many`, `partner.unknown`, `partner.self` */
async function open(ctx: Ctx, body: NewOpeningBody): Promise<OpeningsBody> {
  mustManage(ctx);
  const { no: orgNo } = actingFor(ctx.actor);
  const { elements, level = null, partner, product, note = null } = body;
  if ((level === null) === (partner === undefined)) throw new Problem('opening.audience');
  const validFrom = body.from === undefined ? ctx.clock.now() : new Date(body.from);
  const validUntil = body.until === undefined ? null : new Date(body.until);
  if (validUntil !== null && validUntil <= validFrom) throw new Problem('opening.validity');
  return ctx.write(async (tx) => {
    const partnerNo = partner === undefined ? null : await partnerNumber(tx, partner, orgNo);
    if ((await countOpenings(tx)) + elements.length > OPENINGS_MAX) throw new Problem('opening.many');
    for (const element of elements) {
      const id = await insertOpening(tx, {
        orgNo,
        element,
        product: product === undefined ? null : canonical(product.trim()),
        level,
        partnerNo,
        validFrom,
        validUntil,
        note,
        madeBy: ctx.actor.personId ?? null,
      });
      await noteHere(tx, ctx, {
        kind: 'opening.made',
        about: id,
        detail: { element, level, product: product ?? null },
      });
    }
    return openings(tx);
  }, AS);
}

async function partnerNumber(tx: Tx, given: string, orgNo: number): Promise<number> {
  const found = (await findKnown(tx, given.trim())) ?? (await findKnown(tx, canonical(given.trim())));
  if (found === undefined) throw new Problem('partner.unknown', { id: given });
  if (found.no === orgNo) throw new Problem('partner.self');
  return found.no;
}

async function openings(tx: Tx): Promise<OpeningsBody> {
  return { openings: (await selectOwnOpenings(tx)).map(openingBody) };
}

function openingBody(opening: OwnOpening): OpeningsBody['openings'][number] {
  const { id, element, product, level, partnerId, partnerName, validFrom, validUntil, note, createdAt } = opening;
  return {
    id,
    element,
    product,
    level,
    partner: partnerId === null ? null : { id: partnerId, name: partnerName },
    from: validFrom.toISOString(),
    until: validUntil?.toISOString() ?? null,
    note,
    createdAt: createdAt.toISOString(),
  };
}
