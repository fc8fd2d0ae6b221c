/** `/v1/exports/events`: all that an organisation has recorded, part by part. */
import { hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { actingFor, mustBe, noteHere } from '../../identity/index.ts';
import { epcisPart } from './epcis-part.ts';
import { countOf, type Part, planPart } from './plan-part.ts';

export interface ExportDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/** Some 8 MB of JSON and 1 MB on the line: what a bad line carries before it breaks off again. */
const COUNT_DEFAULT = 10_000;

const POSITION = '^(0|[1-9][0-9]{0,14})$';
const WantedSchema = Type.Object({
  format: Type.Optional(Type.Enum(['epcis'], { description: 'epcis: an EPCISDocument' })),
  from: Type.Optional(Type.String({ pattern: POSITION, description: 'Position of the log where the part begins' })),
  until: Type.Optional(
    Type.String({ pattern: POSITION, description: 'Where all parts end; where the log ends now if not given' }),
  ),
  count: Type.Optional(
    Type.String({
      pattern: '^([1-9][0-9]{0,3}|[1-4][0-9]{4}|50000)$',
      description: 'Records of a part, at most: 1 to 50,000',
    }),
  ),
});
type Wanted = Type.Static<typeof WantedSchema>;

const JSON_TYPE = 'application/ld+json';
const SENT = {
  description:
    'A part, whole by itself; the same bounds give the same part at any time. Suyuan-Export-From and Suyuan-Export-To are ' +
    'the positions that it covers, Suyuan-Export-Until is where all parts end, Suyuan-Export-Count its events, Suyuan-Export-Records these and its master data. Link ' +
    'rel="next" is the part after it',
  content: { [JSON_TYPE]: { schema: Type.Unsafe({ type: 'string' }) } },
};

export async function exportRoutes(app: FastifyInstance, { ctx: ctxOf }: ExportDeps): Promise<void> {
  app.get<{ Querystring: Wanted }>(
    '/exports/events',
    {
      config: {
        query: { once: ['format', 'from', 'until', 'count'] },
        describes: { querystring: WantedSchema, response: { 200: SENT } },
      },
      schema: { querystring: WantedSchema },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mayExport(ctx);
      const { format = 'epcis', from = '0', until, count = String(COUNT_DEFAULT) } = request.query;
      const part = await planPart(ctx, {
        from: Number(from),
        until: until === undefined ? undefined : Number(until),
        count: Number(count),
      });
      describePart(reply, ctx, part);
      if (part.to < part.until) linkNext(reply, part, { format, count });
      if (request.method === 'HEAD') return reply.send();
      const { to } = part;
      const detail = { format, firstPosition: part.from, lastPosition: to, count: countOf(part.events) };
      await ctx.write((tx) => noteHere(tx, ctx, { kind: 'records.exported', detail }), { as: 'identity' });
      return reply.send(packedFor(request, reply, Readable.from(epcisPart(ctx, part))));
    },
  );
}

/** People who look after the organisation or its audits; a key, as its owner meant it for programs, by `query`. */
function mayExport({ actor }: Ctx): void {
  mustBe(actor, 'query');
  if (actor.is !== 'key') mustBe(actor, 'audit');
  actingFor(actor);
}

/** Of how parts are written: another one gives other bytes for the same bounds. */
const VERSION = 1;

function describePart(reply: FastifyReply, { actor }: Ctx, part: Part): void {
  const { id } = actingFor(actor);
  const { from, to, until } = part;
  const count = countOf(part.events);
  const tag = hash('sha256', [VERSION, id, from, to].join(' '), 'hex').slice(0, 32);
  reply
    .type(`${JSON_TYPE}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${fileName(id, part)}"`)
    .header('cache-control', 'no-store')
    .header('etag', `"${tag}"`)
    .header('suyuan-export-from', from)
    .header('suyuan-export-to', to)
    .header('suyuan-export-until', until)
    .header('suyuan-export-count', count)
    .header('suyuan-export-records', count + countOf(part.elements));
}

/** In the order of the names, which is the one of the log; beginning with whose it is. */
function fileName(orgId: string, { from, to }: Part): string {
  const padded = (position: number): string => String(Math.max(position, 0)).padStart(12, '0');
  return `suyuan-${orgId.slice(0, 8)}-${padded(from)}-${padded(to)}.json`;
}

function linkNext(
  reply: FastifyReply,
  { to, until }: Part,
  { format, count }: { readonly format: string; readonly count: string },
): void {
  const query = new URLSearchParams({ format, from: String(to + 1), until: String(until), count });
  reply.header('link', `</v1/exports/events?${query}>; rel="next"`);
}

/** JSON of events takes an eighth on the line when it is packed. */
function packedFor(request: FastifyRequest, reply: FastifyReply, text: Readable): Readable {
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? ''))) return text;
  reply.header('content-encoding', 'gzip');
  // Where the one fails the other is destroyed, and with it the connection: the client sees that the part is not whole.
  return pipeline(text, createGzip(), () => undefined);
}
