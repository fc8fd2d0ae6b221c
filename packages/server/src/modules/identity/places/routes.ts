/** `/v1/sites`, `/v1/licences`, `/v1/holdings`: where an organisation works, what it is licensed for, which codes are its own. */
import {
  HoldingSchema,
  HoldingsSchema,
  LicenceSchema,
  LicencesSchema,
  NewHoldingSchema,
  NewLicenceSchema,
  NewSiteSchema,
  Problem,
  SiteSchema,
  SitesSchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteHere } from '../audit/note-here.ts';
import type { OccurrenceKind } from '../audit/occurrence.ts';
import type { IdentityDeps } from '../deps.ts';
import { actingFor, mustBe } from '../may.ts';
import { WithIdSchema } from '../with-id.ts';
import { holdingBody, licenceBody, siteBody } from './bodies.ts';
import { readHolding, readLicence, readSite } from './read-places.ts';
import {
  endHolding,
  type HoldingRow,
  insertHolding,
  isHoldingTaken,
  type NewHolding,
  selectHoldings,
} from './store-holdings.ts';
import { endLicence, insertLicence, type NewLicence, selectLicences, updateLicence } from './store-licences.ts';
import { closeSite, insertSite, type NewSite, selectSites, updateSite } from './store-sites.ts';

const AS = { as: 'identity' } as const;
const NOTHING = { response: { 204: Type.Null() } };

interface WithId {
  readonly id: string;
}

export async function ownPlaceRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  siteRoutes(app, deps);
  licenceRoutes(app, deps);
  holdingRoutes(app, deps);
}

async function listed<Row>(ctx: Ctx, select: (tx: Tx) => Promise<Row[]>): Promise<Row[]> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  return ctx.read(select, AS);
}

/** Something of the organisation's master data, kept and noted; what is not there is told as such. */
async function keep<Row extends WithId>(
  ctx: Ctx,
  kind: OccurrenceKind,
  run: (tx: Tx, orgNo: number) => Promise<Row | undefined>,
): Promise<Row> {
  mustBe(ctx.actor, 'manage');
  const { no } = actingFor(ctx.actor);
  return ctx
    .write(async (tx) => {
      const row = await run(tx, no);
      if (row === undefined) throw new Problem('resource.not-found', { what: kind });
      await noteHere(tx, ctx, { kind, about: row.id });
      return row;
    }, AS)
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23505') throw new Problem('place.taken');
      throw error;
    });
}

/** As the second of what `keep` is given: says whether it ended something. */
function ending(id: string, run: (tx: Tx, id: string) => Promise<boolean>): (tx: Tx) => Promise<WithId | undefined> {
  return async (tx) => ((await run(tx, id)) ? { id } : undefined);
}

function siteRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get('/sites', { schema: { response: { 200: SitesSchema } } }, async (request) => ({
    sites: (await listed(await ctxOf(request), selectSites)).map(siteBody),
  }));
  app.post<{ Body: NewSite }>(
    '/sites',
    { schema: { body: NewSiteSchema, response: { 200: SiteSchema } } },
    async (request) => {
      const site = readSite(request.body);
      return siteBody(await keep(await ctxOf(request), 'site.made', (tx, no) => insertSite(tx, no, site)));
    },
  );
  app.put<{ Params: WithId; Body: NewSite }>(
    '/sites/:id',
    { schema: { params: WithIdSchema, body: NewSiteSchema, response: { 200: SiteSchema } } },
    async (request) => {
      const site = readSite(request.body);
      const { id } = request.params;
      return siteBody(await keep(await ctxOf(request), 'site.changed', (tx) => updateSite(tx, id, site)));
    },
  );
  app.delete<{ Params: WithId }>(
    '/sites/:id',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await keep(await ctxOf(request), 'site.closed', ending(request.params.id, closeSite));
      return reply.code(204).send();
    },
  );
}

function licenceRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get('/licences', { schema: { response: { 200: LicencesSchema } } }, async (request) => ({
    licences: (await listed(await ctxOf(request), selectLicences)).map(licenceBody),
  }));
  app.post<{ Body: NewLicence }>(
    '/licences',
    { schema: { body: NewLicenceSchema, response: { 200: LicenceSchema } } },
    async (request) => {
      const licence = readLicence(request.body);
      const row = await keep(await ctxOf(request), 'licence.made', async (tx, no) => {
        const kept = await insertLicence(tx, no, licence);
        if (kept === undefined) throw new Problem('place.taken');
        return kept;
      });
      return licenceBody(row);
    },
  );
  app.put<{ Params: WithId; Body: NewLicence }>(
    '/licences/:id',
    { schema: { params: WithIdSchema, body: NewLicenceSchema, response: { 200: LicenceSchema } } },
    async (request) => {
      const licence = readLicence(request.body);
      const { id } = request.params;
      return licenceBody(await keep(await ctxOf(request), 'licence.changed', (tx) => updateLicence(tx, id, licence)));
    },
  );
  app.delete<{ Params: WithId }>(
    '/licences/:id',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await keep(await ctxOf(request), 'licence.ended', ending(request.params.id, endLicence));
      return reply.code(204).send();
    },
  );
}

function holdingRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): void {
  app.get('/holdings', { schema: { response: { 200: HoldingsSchema } } }, async (request) => ({
    holdings: (await listed(await ctxOf(request), selectHoldings)).map(holdingBody),
  }));
  app.post<{ Body: NewHolding }>(
    '/holdings',
    { schema: { body: NewHoldingSchema, response: { 200: HoldingSchema } } },
    async (request) => {
      const holding = readHolding(request.body);
      const row = await keep(await ctxOf(request), 'holding.made', (tx, no) => hold(tx, no, holding));
      return holdingBody(row);
    },
  );
  app.delete<{ Params: WithId }>(
    '/holdings/:id',
    { schema: { params: WithIdSchema, ...NOTHING } },
    async (request, reply) => {
      await keep(await ctxOf(request), 'holding.ended', ending(request.params.id, endHolding));
      return reply.code(204).send();
    },
  );
}

/** @throws Problem `holding.taken` */
async function hold(tx: Tx, orgNo: number, holding: NewHolding): Promise<HoldingRow> {
  if (await isHoldingTaken(tx, holding)) {
    throw new Problem('holding.taken', { scheme: holding.scheme, first: holding.first });
  }
  return insertHolding(tx, orgNo, holding);
}
