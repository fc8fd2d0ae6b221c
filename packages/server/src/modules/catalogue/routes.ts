/** `/v1/registry`: what the organisation says of its products, parties, sites, equipment and devices. */
import {
  EntriesSchema,
  EntryKindSchema,
  FoundThingsSchema,
  NewEntriesSchema,
  SaidSchema,
  WholeEntrySchema,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { csvRoutes } from './csv/routes.ts';
import type { CatalogueDeps } from './deps.ts';
import { findByIdentifier, findEntry, listEntries } from './find-entries.ts';
import { mergeRoutes } from './merges/routes.ts';
import { LimitSchema, PAGE } from './page-size.ts';
import { sayEntries } from './say-entries.ts';
import { unknownRoutes } from './unknown/routes.ts';

/** A thousand entries of 4 KiB. */
const BYTES_MAX = 4 * 1024 * 1024;

const ListSchema = Type.Object({
  kind: Type.Optional(EntryKindSchema),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'What a code or a value holds' })),
  after: Type.Optional(Type.String({ maxLength: 1_000, description: '`next` of the page before' })),
  limit: LimitSchema,
});
const WithCodeSchema = Type.Object({ code: Type.String({ minLength: 1, maxLength: 1_000 }) });
const ValueSchema = Type.Object({ value: Type.String({ minLength: 1, maxLength: 1_000 }) });

export async function catalogueRoutes(app: FastifyInstance, deps: CatalogueDeps): Promise<void> {
  await app.register(async (scope) => csvRoutes(scope, deps));
  entryRoutes(app, deps);
  unknownRoutes(app, deps);
  mergeRoutes(app, deps);
}

function entryRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: CatalogueDeps): void {
  acceptJsonAlone(app, BYTES_MAX);
  app.post(
    '/registry/entries',
    // Every fault of every entry is told, so that the entries are read by `readEntries`.
    { config: { describes: { body: NewEntriesSchema, response: { 200: SaidSchema } } } },
    async (request) => sayEntries(await ctxOf(request), deps, request.body),
  );
  app.get<{ Querystring: Type.Static<typeof ListSchema> }>(
    '/registry/entries',
    {
      config: { query: { once: ['kind', 'q', 'after', 'limit'] } },
      schema: { querystring: ListSchema, response: { 200: EntriesSchema } },
    },
    async (request) => {
      const { limit = String(PAGE), ...wanted } = request.query;
      return listEntries(await ctxOf(request), { ...wanted, count: Number(limit) });
    },
  );
  app.get<{ Params: { code: string } }>(
    '/registry/entries/:code',
    { schema: { params: WithCodeSchema, response: { 200: WholeEntrySchema } } },
    async (request) => findEntry(await ctxOf(request), request.params.code),
  );
  app.get<{ Querystring: { value: string } }>(
    '/registry/identifiers',
    {
      config: { query: { once: ['value'] } },
      schema: { querystring: ValueSchema, response: { 200: FoundThingsSchema } },
    },
    async (request) => findByIdentifier(await ctxOf(request), request.query.value),
  );
}
