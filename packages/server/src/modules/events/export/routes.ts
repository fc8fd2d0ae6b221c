/** `/v1/exports/events`: all that an organisation has recorded, part by part. */
import { hash } from 'node:crypto';
import { finished, pipeline, type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Language, languageOf } from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { XLSX } from '../../../platform/xlsx/write-xlsx.ts';
import { actingFor, mustBe, noteHere } from '../../identity/index.ts';
import { FORMS, type Format, JSON_TYPE } from './formats.ts';
import { countOf, type Part, planPart } from './plan-part.ts';
import { createExportTurns } from './turns.ts';

export interface ExportDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/**
 * Some 8 MB of JSON and 1 MB on the line: what a bad line carries before it breaks off again. As a table, tens of thousands
 * of rows: what a spreadsheet opens at once.
 */
const COUNT_DEFAULT = 10_000;

const POSITION = '^(0|[1-9][0-9]{0,14})$';
const WantedSchema = Type.Object({
  format: Type.Optional(
    Type.Enum(['epcis', 'xlsx'], {
      description:
        'epcis: an EPCISDocument. xlsx: an Excel workbook, a row for each unit that an event names, with headings and names of terms by Accept-Language',
    }),
  ),
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

const SENT = {
  description:
    'A part, whole by itself; the same bounds give the same part at any time. Suyuan-Export-From and Suyuan-Export-To are ' +
    'the positions that it covers, Suyuan-Export-Until is where all parts end, Suyuan-Export-Count its events, Suyuan-Export-Records these and the master data in it. Link ' +
    'rel="next" is the part after it',
  content: {
    [JSON_TYPE]: { schema: Type.Unsafe({ type: 'string' }) },
    [XLSX]: { schema: Type.Unsafe({ type: 'string' }) },
  },
};

export async function exportRoutes(app: FastifyInstance, { ctx: ctxOf }: ExportDeps): Promise<void> {
  const turns = createExportTurns();
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
      const giveBack = await turns.take(actingFor(ctx.actor).id);
      try {
        const body = await answer(ctx, request, reply);
        if (body === undefined) giveBack();
        // Also where the client left.
        else finished(body, giveBack);
        return reply.send(body);
      } catch (error) {
        giveBack();
        throw error;
      }
    },
  );
}

/** The part, its head told and noted; undefined where only the head was asked for. */
async function answer(
  ctx: Ctx,
  request: FastifyRequest<{ Querystring: Wanted }>,
  reply: FastifyReply,
): Promise<Readable | undefined> {
  const { format = 'epcis', from = '0', until, count = String(COUNT_DEFAULT) } = request.query;
  const language = languageOf(request.headers['accept-language']);
  const part = await planPart(ctx, {
    from: Number(from),
    until: until === undefined ? undefined : Number(until),
    count: Number(count),
    hasElements: FORMS[format].hasElements,
  });
  describePart(reply, { orgId: actingFor(ctx.actor).id, part, format, language });
  if (part.to < part.until) linkNext(reply, part, { format, count });
  if (request.method === 'HEAD') return undefined;
  const detail = { format, firstPosition: part.from, lastPosition: part.to, count: countOf(part.events) };
  await ctx.write((tx) => noteHere(tx, ctx, { kind: 'records.exported', detail }), { as: 'identity' });
  const written = FORMS[format].write(ctx, part, language);
  return FORMS[format].isPacked ? written : packedFor(request, reply, written);
}

/** People who look after the organisation or its audits; a key, as its owner meant it for programs, by `query`. */
function mayExport({ actor }: Ctx): void {
  mustBe(actor, 'query');
  if (actor.is !== 'key') mustBe(actor, 'audit');
  actingFor(actor);
}

interface Described {
  readonly orgId: string;
  readonly part: Part;
  readonly format: Format;
  readonly language: Language;
}

function describePart(reply: FastifyReply, { orgId, part, format, language }: Described): void {
  const { contentType, version, hasLanguage, isPacked } = FORMS[format];
  const { from, to, until } = part;
  const count = countOf(part.events);
  const form = hasLanguage ? [format, language] : [format];
  const tag = hash('sha256', [version, orgId, from, to, ...form].join(' '), 'hex').slice(0, 32);
  const varies = [...(isPacked ? [] : ['accept-encoding']), ...(hasLanguage ? ['accept-language'] : [])];
  reply
    .type(contentType)
    .header('content-disposition', `attachment; filename="${fileName(orgId, part, FORMS[format].ending)}"`)
    .header('cache-control', 'no-store')
    .header('vary', varies.join(', '))
    .header('etag', `"${tag}"`)
    .header('suyuan-export-from', from)
    .header('suyuan-export-to', to)
    .header('suyuan-export-until', until)
    .header('suyuan-export-count', count)
    .header('suyuan-export-records', count + countOf(part.elements));
}

/** In the order of the names, which is the one of the log; beginning with whose it is. */
function fileName(orgId: string, { from, to }: Part, ending: string): string {
  const padded = (position: number): string => String(Math.max(position, 0)).padStart(12, '0');
  return `suyuan-${orgId.slice(0, 8)}-${padded(from)}-${padded(to)}.${ending}`;
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
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? ''))) return text;
  reply.header('content-encoding', 'gzip');
  // Where the one fails the other is destroyed, and with it the connection: the client sees that the part is not whole.
  return pipeline(text, createGzip(), () => undefined);
}
