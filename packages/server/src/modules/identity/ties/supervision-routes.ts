/** `/v1/supervised`, `/v1/jurisdictions`: whom a regulator watches over, and what it gives to those below it. */
import {
  type JurisdictionsBody,
  JurisdictionsSchema,
  NewJurisdictionSchema,
  Problem,
  SupervisedListSchema,
  type SupervisedWholeBody,
  SupervisedWholeSchema,
  VerifyLicenceSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteTo } from '../audit/note-to.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import type { IdentityDeps } from '../deps.ts';
import { actingFor, mustBe, mustHaveProven, personOf } from '../may.ts';
import { manager } from '../people/manage-people.ts';
import { licenceBody, siteBody } from '../places/bodies.ts';
import { readRegion } from '../places/read-places.ts';
import { selectLicences } from '../places/store-licences.ts';
import { selectSites } from '../places/store-sites.ts';
import { WithIdSchema } from '../with-id.ts';
import { likePattern, PageSchema, type PageWanted, pageOf } from './pages.ts';
import {
  endJurisdiction,
  findSupervised,
  giveJurisdiction,
  selectGivenJurisdictions,
  selectOwnJurisdictions,
  selectSupervised,
  verifyLicence,
} from './store-ties.ts';

const AS = { as: 'identity' } as const;

interface WithId {
  readonly id: string;
}

export async function supervisionRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  supervisedRoutes(app, deps);
  jurisdictionRoutes(app, deps);
}

function supervisedRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get<{ Querystring: PageWanted }>(
    '/supervised',
    {
      config: { query: { once: ['q', 'perPage', 'cursor'] } },
      schema: { querystring: PageSchema, response: { 200: SupervisedListSchema } },
    },
    async (request) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'supervise');
      const { count, lookedFor, after } = pageOf(request.query);
      const page = { lookedFor: likePattern(lookedFor), after, count: count + 1 };
      const rows = await ctx.read((tx) => selectSupervised(tx, page), AS);
      const told = rows.slice(0, count);
      const last = told.at(-1);
      return {
        organisations: told.map(({ no: _no, ...organisation }) => organisation),
        ...(rows.length > count && last !== undefined ? { next: String(last.no) } : {}),
      };
    },
  );
  app.get<{ Params: WithId }>(
    '/supervised/:id',
    { schema: { params: WithIdSchema, response: { 200: SupervisedWholeSchema } } },
    async (request) => view(await ctxOf(request), request.params.id),
  );
  app.post<{ Params: WithId; Body: { what: string } }>(
    '/supervised/licences/:id/verify',
    { schema: { params: WithIdSchema, body: VerifyLicenceSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'supervise');
      const { personId } = personOf(ctx.actor);
      const { id } = request.params;
      const { what } = request.body;
      await ctx.write(async (tx) => {
        const org = await verifyLicence(tx, id, { personId, what });
        if (org === undefined) throw new Problem('supervision.none');
        await noteTo(tx, ctx, { org: org, kind: 'licence.verified', about: id, detail: { what } });
      }, AS);
      return reply.code(204).send();
    },
  );
}

/** What an organisation says of itself, to its regulator; that it was looked at is told to it. @throws Problem `supervision.none` */
async function view(ctx: Ctx, id: string): Promise<SupervisedWholeBody> {
  mustBe(ctx.actor, 'supervise');
  return ctx.write(async (tx) => {
    const found = await findSupervised(tx, id);
    if (found === undefined) throw new Problem('supervision.none');
    const { no, ...told } = found;
    await noteTo(tx, ctx, { org: { no, id }, kind: 'organisation.viewed', about: id });
    // The transaction is that organisation's now.
    const sites = (await selectSites(tx)).map(siteBody);
    return { ...told, sites, licences: (await selectLicences(tx)).map(licenceBody) };
  }, AS);
}

function jurisdictionRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get('/jurisdictions', { schema: { response: { 200: JurisdictionsSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'query');
    return ctx.read(jurisdictions, AS);
  });
  app.post<{ Body: { organisation: string; region: string; category: string } }>(
    '/jurisdictions',
    { schema: { body: NewJurisdictionSchema, response: { 200: JurisdictionsSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      const { personId } = manager(ctx);
      const { region, category } = request.body;
      if (region !== '*') readRegion(region);
      return ctx.write(async (tx) => {
        const given = await giveJurisdiction(tx, { ...request.body, personId });
        if (given === undefined) throw new Problem('jurisdiction.beyond');
        await noteTo(tx, ctx, {
          org: given,
          kind: 'jurisdiction.given',
          about: given.jurisdiction,
          detail: { region, category },
        });
        await turnTo(tx, actingFor(ctx.actor).no);
        return jurisdictions(tx);
      }, AS);
    },
  );
  app.delete<{ Params: WithId }>(
    '/jurisdictions/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'manage');
      mustHaveProven(ctx.actor, ctx.clock.now());
      const { id } = request.params;
      await ctx.write(async (tx) => {
        const org = await endJurisdiction(tx, id);
        if (org === undefined) throw new Problem('resource.not-found', { what: id });
        await noteTo(tx, ctx, { org: org, kind: 'jurisdiction.ended', about: id });
      }, AS);
      return reply.code(204).send();
    },
  );
}

async function jurisdictions(tx: Tx): Promise<JurisdictionsBody> {
  const given = await selectGivenJurisdictions(tx);
  return {
    own: await selectOwnJurisdictions(tx),
    given: given.map(({ orgId, name, createdAt, ...jurisdiction }) => ({
      ...jurisdiction,
      organisation: { id: orgId, name },
      createdAt: createdAt.toISOString(),
    })),
  };
}
