/** `/v1/occurrences`: what happened in an organisation. */
import { type OccurrencesBody, OccurrencesSchema, Problem } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustBe } from '../may.ts';
import { selectOccurrences, type ToldOccurrence } from './store-occurrences.ts';

const PAGE = 50;

const Wanted = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  group: Type.Optional(
    Type.String({
      pattern: '^[a-z-]{1,40}$',
      description: 'What its kind begins with: `key` is all that is done to keys',
    }),
  ),
  person: Type.Optional(Type.String({ format: 'uuid' })),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time' })),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
});

export async function auditRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get<{ Querystring: Type.Static<typeof Wanted> }>(
    '/occurrences',
    {
      config: { query: { once: ['kind', 'group', 'person', 'from', 'to', 'perPage', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: OccurrencesSchema } },
    },
    async (request) => occurrences(await ctxOf(request), request.query),
  );
}

async function occurrences(ctx: Ctx, wanted: Type.Static<typeof Wanted>): Promise<OccurrencesBody> {
  mustBe(ctx.actor, 'audit');
  const { kind = null, group = null, person = null, cursor } = wanted;
  const perPage = wanted.perPage === undefined ? PAGE : Number(wanted.perPage);
  const rows = await ctx.read(
    (tx) =>
      selectOccurrences(tx, {
        before: cursor === undefined ? null : Number(cursor),
        kind,
        group,
        personId: person,
        from: readTime('from', wanted.from),
        to: readTime('to', wanted.to),
        count: perPage + 1,
      }),
    { as: 'identity' },
  );
  const told = rows.slice(0, perPage);
  const last = told.at(-1);
  return {
    occurrences: told.map(occurrenceBody),
    ...(rows.length > perPage && last !== undefined ? { next: String(last.block) } : {}),
  };
}

function readTime(name: string, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new Problem('query.parameter', { name });
  return time;
}

function occurrenceBody({ block, position, at, kind, person, personId, body }: ToldOccurrence) {
  // What the text says beside what has a column.
  const { kind: _kind, org: _org, at: _at, person: _person, ...more }: Record<string, unknown> = JSON.parse(body);
  return { id: block, position, at: at.toISOString(), kind, person, personId, ...more };
}
