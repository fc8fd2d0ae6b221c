/** `/v1/personal`: personal data of an organisation, by masks; in clear to a person alone, for a purpose. */
import {
  KeepPersonalSchema,
  KeptPersonalSchema,
  type PersonalDataBody,
  PersonalDataSchema,
  type PersonalDatumBody,
  PersonalDatumSchema,
  PersonalKindSchema,
  PersonalValueSchema,
  Problem,
  ReadPersonalSchema,
} from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Actor, Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { actingFor, type Keyring, mustBe } from '../identity/index.ts';
import { erasePersonal } from './erase-datum.ts';
import { keepPersonal, type PersonalValue, refOf } from './keep-data.ts';
import { readInClear } from './read-in-clear.ts';
import { type DatumRow, findDatum, selectData } from './store.ts';

export interface PersonalDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  readonly keyring: Keyring;
}

const AS = { as: 'identity' } as const;
const BODY_BYTES_MAX = 16 * 1024;
const PAGE = 50;

interface WithId {
  readonly id: string;
}
const WithIdSchema = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Wanted = Type.Object({
  kind: Type.Optional(PersonalKindSchema),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});
type Wanted = Type.Static<typeof Wanted>;

export async function personalRoutes(app: FastifyInstance, { ctx: ctxOf, keyring }: PersonalDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.post<{ Body: PersonalValue }>(
    '/personal',
    { schema: { body: KeepPersonalSchema, response: { 200: KeptPersonalSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustKeep(ctx.actor);
      const org = actingFor(ctx.actor);
      const [kept] = await ctx.write((tx) => keepPersonal(tx, { keyring, org }, [request.body]), AS);
      return kept;
    },
  );
  app.get<{ Querystring: Wanted }>(
    '/personal',
    {
      config: { query: { once: ['kind', 'perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: PersonalDataSchema } },
    },
    async (request) => listed(await ctxOf(request), request.query),
  );
  app.get<{ Params: WithId }>(
    '/personal/:id',
    { schema: { params: WithIdSchema, response: { 200: PersonalDatumSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      mustBe(ctx.actor, 'manage');
      const { id } = request.params;
      const datum = await ctx.read((tx) => findDatum(tx, id), AS);
      if (datum === undefined) throw new Problem('resource.not-found', { what: id });
      return datumBody(datum);
    },
  );
  app.post<{ Params: WithId; Body: { readonly purpose: string } }>(
    '/personal/:id/read',
    { schema: { params: WithIdSchema, body: ReadPersonalSchema, response: { 200: PersonalValueSchema } } },
    async (request, reply) => {
      const { id } = request.params;
      const value = await readInClear(await ctxOf(request), keyring, { id, purpose: request.body.purpose });
      return reply.header('cache-control', 'no-store').send({ value });
    },
  );
  app.delete<{ Params: WithId }>(
    '/personal/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await erasePersonal(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

/** Whoever records events records what they refer to. */
function mustKeep(actor: Actor): void {
  mustBe(actor, actor.rights.has('manage') ? 'manage' : 'capture');
}

async function listed(ctx: Ctx, { kind, perPage, cursor }: Wanted): Promise<PersonalDataBody> {
  mustBe(ctx.actor, 'manage');
  const most = perPage === undefined ? PAGE : Number(perPage);
  const rows = await ctx.read(
    (tx) => selectData(tx, { kind: kind ?? null, before: cursor ?? null, count: most + 1 }),
    AS,
  );
  const told = rows.slice(0, most);
  const last = told.at(-1);
  return { data: told.map(datumBody), ...(rows.length > most && last !== undefined ? { next: last.id } : {}) };
}

function datumBody({ id, kind, mask, createdAt, erasedAt }: DatumRow): PersonalDatumBody {
  return {
    ...{ id, ref: refOf(id), kind, mask },
    createdAt: createdAt.toISOString(),
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}
