/** `GET /v1/trace`: as JSON, as NDJSON with each row tagged with its list, or one list as CSV. */
import { languageOf, Problem, TraceAnswerSchema, TraceDirectionSchema } from '@suyuan/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Answer } from '../../platform/apart/index.ts';
import { leftSignal } from '../../platform/http/left.ts';
import { readCodes, readMoment } from './asked.ts';
import { LISTS } from './lists.ts';
import type { TraceAsked } from './tell-trace.ts';

export interface TraceDeps {
  /** As whoever asks; where the walk runs is not for the route to say. */
  trace(request: FastifyRequest, asked: Omit<TraceAsked, 'nameKey'>, left: AbortSignal): Promise<Answer>;
}

const HOPS_MAX = 10_000;
const ROWS_MAX = 1_000_000;

const ListName = Type.Union(LISTS.map((name) => Type.Literal(name)));
const TraceQuery = Type.Object({
  code: Type.Union([Type.String(), Type.Array(Type.String())]),
  direction: Type.Optional(TraceDirectionSchema),
  at: Type.Optional(Type.String({ description: 'RFC 3339; downstream since, upstream until' })),
  hopsMax: Type.Optional(
    Type.Integer({ minimum: 0, maximum: HOPS_MAX, description: 'Units further off are left out, and that is told' }),
  ),
  only: Type.Optional(
    Type.Union([ListName, Type.Array(ListName)], { description: 'The lists that are wanted; all if not given' }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: ROWS_MAX,
      description: 'Rows of all lists together; `completeness.next` goes on',
    }),
  ),
  after: Type.Optional(Type.String({ maxLength: 100, description: '`completeness.next` of the page before' })),
  format: Type.Optional(
    Type.Union([Type.Literal('json'), Type.Literal('ndjson'), Type.Literal('csv')], {
      description: 'By `Accept` if not given; csv is of one list, that of `only`, units if not given',
    }),
  ),
});
type TraceQuery = Type.Static<typeof TraceQuery>;

const TYPES = {
  json: 'application/json; charset=utf-8',
  lines: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The routes of the trace, for a scope under `/v1`. */
export async function traceRoutes(app: FastifyInstance, deps: TraceDeps): Promise<void> {
  const once = ['direction', 'at', 'hopsMax', 'limit', 'after', 'format'];
  app.get<{ Querystring: TraceQuery }>(
    '/trace',
    {
      config: { query: { once, often: ['code', 'only'] } },
      schema: { querystring: TraceQuery, response: { 200: TraceAnswerSchema } },
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const asked = askedOf(request);
      const { headers, body } = await deps.trace(request, asked, leftSignal(reply));
      reply.header('vary', 'accept, accept-language').header('content-type', TYPES[asked.form]).headers(headers);
      if (asked.form === 'csv') reply.header('content-disposition', 'attachment; filename="trace.csv"');
      return reply.send(body);
    },
  );
}

function askedOf(request: FastifyRequest<{ Querystring: TraceQuery }>): Omit<TraceAsked, 'nameKey'> {
  const { direction = 'both', at, hopsMax, limit, after } = request.query;
  const form = formOf(request);
  const only = request.query.only === undefined ? undefined : [...new Set([request.query.only].flat())];
  if (form === 'csv' && only !== undefined && only.length > 1) throw new Problem('query.parameter', { name: 'only' });
  const lists = only ?? (form === 'csv' ? (['units'] as const) : undefined);
  return {
    ...{ codes: readCodes(request.query.code), direction, form },
    language: languageOf(request.headers['accept-language']),
    ...(at === undefined ? {} : { atMs: readMoment(at) }),
    ...(hopsMax === undefined ? {} : { hopsMax }),
    ...(lists === undefined ? {} : { only: lists }),
    ...(limit === undefined ? {} : { limit }),
    ...(after === undefined ? {} : { after }),
  };
}

function formOf({ query, headers }: FastifyRequest<{ Querystring: TraceQuery }>): TraceAsked['form'] {
  if (query.format !== undefined) return query.format === 'ndjson' ? 'lines' : query.format;
  const accept = (headers.accept ?? '').toLowerCase();
  return accept.includes('application/x-ndjson') ? 'lines' : accept.includes('text/csv') ? 'csv' : 'json';
}
