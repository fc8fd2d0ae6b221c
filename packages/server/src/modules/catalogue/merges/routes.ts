/** `/v1/registry/duplicates`, `/merges` and `/differences`: entries that are one thing, and those that are not. */
import { EntryKindSchema, SaidSchema } from '@suyuan/api';
import {
  DifferencesSchema,
  DuplicatesSchema,
  type NewDifference,
  NewDifferenceSchema,
  type NewMerge,
  NewMergeSchema,
} from '@suyuan/api/merges';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { CatalogueDeps } from '../deps.ts';
import { LimitSchema } from '../page-size.ts';
import { findDifferences } from './find-differences.ts';
import { findDuplicates } from './find-duplicates.ts';
import { askAgain, keepApart, mergeEntries, partEntry } from './merge-entries.ts';

/** A group is some entries side by side. */
const PAGE = 20;

const WantedSchema = Type.Object({
  kind: Type.Optional(EntryKindSchema),
  // Twenty codes of a thousand characters, in base64.
  cursor: Type.Optional(Type.String({ maxLength: 30_000, description: '`next` of the page before' })),
  limit: LimitSchema,
});
const DifferencesWantedSchema = Type.Object({ cursor: WantedSchema.properties.cursor, limit: LimitSchema });
const WithCodeSchema = Type.Object({ code: Type.String({ minLength: 1, maxLength: 1_000 }) });
const PairSchema = Type.Object({ ...WithCodeSchema.properties, other: WithCodeSchema.properties.code });

/** In a scope that takes JSON alone. */
export function mergeRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: CatalogueDeps): void {
  app.get<{ Querystring: Type.Static<typeof WantedSchema> }>(
    '/registry/duplicates',
    {
      config: { query: { once: ['kind', 'cursor', 'limit'] } },
      schema: { querystring: WantedSchema, response: { 200: DuplicatesSchema } },
    },
    async (request) => {
      const { limit = String(PAGE), ...wanted } = request.query;
      return findDuplicates(await ctxOf(request), { ...wanted, count: Number(limit) });
    },
  );
  app.post<{ Body: NewMerge }>(
    '/registry/merges',
    { schema: { body: NewMergeSchema, response: { 200: SaidSchema } } },
    async (request) => mergeEntries(await ctxOf(request), deps, request.body),
  );
  app.delete<{ Params: { code: string } }>(
    '/registry/merges/:code',
    { schema: { params: WithCodeSchema, response: { 200: SaidSchema } } },
    async (request) => partEntry(await ctxOf(request), deps, request.params.code),
  );
  differenceRoutes(app, { ctx: ctxOf, ...deps });
}

function differenceRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: CatalogueDeps): void {
  app.get<{ Querystring: Type.Static<typeof DifferencesWantedSchema> }>(
    '/registry/differences',
    {
      config: { query: { once: ['cursor', 'limit'] } },
      schema: { querystring: DifferencesWantedSchema, response: { 200: DifferencesSchema } },
    },
    async (request) => {
      const { limit = String(PAGE), ...wanted } = request.query;
      return findDifferences(await ctxOf(request), { ...wanted, count: Number(limit) });
    },
  );
  app.post<{ Body: NewDifference }>(
    '/registry/differences',
    { schema: { body: NewDifferenceSchema, response: { 200: SaidSchema } } },
    async (request) => keepApart(await ctxOf(request), deps, request.body),
  );
  app.delete<{ Params: Type.Static<typeof PairSchema> }>(
    '/registry/differences/:code/:other',
    { schema: { params: PairSchema, response: { 200: SaidSchema } } },
    async (request) => askAgain(await ctxOf(request), deps, [request.params.code, request.params.other]),
  );
}
