/** `GET /v1/trace`, as JSON or, streamed, as NDJSON with each row tagged with its list. */
import { Readable } from 'node:stream';
import { languageOf, type TraceAnswer, TraceAnswerSchema, TraceDirectionSchema } from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Look } from '../disclosure/index.ts';
import { readCodes, readMoment } from './asked.ts';
import type { EventReader } from './reader.ts';
import { startOf } from './start.ts';
import { type DisputesAsked, openTies, traceUnits } from './trace-units.ts';

/** All of one state of the store. */
interface Asked {
  readonly reader: EventReader;
  readonly look: Look;
  readonly disputes: DisputesAsked;
}

export interface TraceDeps {
  /** Lends a reader of the chain, the view of the caller, and what is said against events. */
  read<Result>(
    request: FastifyRequest,
    codes: readonly string[],
    use: (asked: Asked) => Promise<Result>,
  ): Promise<Result>;
}

const TraceQuery = Type.Object({
  code: Type.Union([Type.String(), Type.Array(Type.String())]),
  direction: Type.Optional(TraceDirectionSchema),
  at: Type.Optional(Type.String({ description: 'RFC 3339; downstream since, upstream until' })),
});
type TraceQuery = Type.Static<typeof TraceQuery>;

const NDJSON = 'application/x-ndjson';
const LISTS = ['units', 'events', 'links', 'custody', 'anomalies'] as const;

/** The routes of the trace, for a scope under `/v1`. */
export async function traceRoutes(app: FastifyInstance, deps: TraceDeps): Promise<void> {
  app.get<{ Querystring: TraceQuery }>(
    '/trace',
    {
      config: { query: { once: ['direction', 'at'], often: ['code'] } },
      schema: { querystring: TraceQuery, response: { 200: TraceAnswerSchema } },
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const { direction = 'both', at } = request.query;
      const codes = readCodes(request.query.code);
      const atMs = at === undefined ? undefined : readMoment(at);
      const language = languageOf(request.headers['accept-language']);
      const asked = { direction, ...(atMs === undefined ? {} : { atMs }), language };
      const answer = await deps.read(request, codes, async ({ reader, look, disputes }) => {
        const ties = openTies(reader);
        return traceUnits(ties, { ...asked, start: await startOf(ties, codes), look, disputes });
      });
      reply.header('vary', 'accept, accept-language');
      return wantsLines(request) ? sendLines(reply, answer) : answer;
    },
  );
}

function wantsLines(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').toLowerCase().includes(NDJSON);
}

function sendLines(reply: FastifyReply, answer: TraceAnswer): FastifyReply {
  return reply.header('content-type', NDJSON).send(Readable.from(linesOf(answer)));
}

/** First what was asked (`trace`), then every row of every list, then `completeness`: a cut answer lacks its last line. */
export function* linesOf(answer: TraceAnswer): Generator<string> {
  const { start, direction, at, completeness } = answer;
  yield line('trace', { start, direction, ...(at === undefined ? {} : { at }) });
  for (const list of LISTS) for (const row of answer[list]) yield line(list, row);
  yield line('completeness', completeness);
}

function line(list: string, row: object): string {
  return `${JSON.stringify({ list, row })}\n`;
}
