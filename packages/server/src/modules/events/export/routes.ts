/** `/v1/exports/events`: all that an organisation has recorded, part by part. */
import type { Readable } from 'node:stream';
import { languageOf } from '@suyuan/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { XLSX } from '../../../platform/xlsx/write-xlsx.ts';
import { actingFor, noteHere } from '../../identity/index.ts';
import { FORMS, JSON_TYPE } from './formats.ts';
import { mayExport } from './may-export.ts';
import { describePart, linkNext, packedFor } from './part-head.ts';
import { countOf, planPart } from './plan-part.ts';
import { createExportTurns, sendInTurn } from './turns.ts';
import { BOUNDS, boundsOf, FormatSchema } from './wanted.ts';

export interface ExportDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/**
 * Some 8 MB of JSON and 1 MB on the line: what a bad line carries before it breaks off again. As a table, tens of thousands
 * of rows: what a spreadsheet opens at once.
 */
const COUNT_DEFAULT = 10_000;

const WantedSchema = Type.Object({
  format: FormatSchema,
  ...BOUNDS,
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

const PATH = '/exports/events';

export async function exportRoutes(app: FastifyInstance, { ctx: ctxOf }: ExportDeps): Promise<void> {
  const turns = createExportTurns();
  app.get<{ Querystring: Wanted }>(
    PATH,
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
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, () => answer(ctx, request, reply));
    },
  );
}

/** The part, its head told and noted; undefined where only the head was asked for. */
async function answer(
  ctx: Ctx,
  request: FastifyRequest<{ Querystring: Wanted }>,
  reply: FastifyReply,
): Promise<Readable | undefined> {
  const { format = 'epcis', count = String(COUNT_DEFAULT) } = request.query;
  const language = languageOf(request.headers['accept-language']);
  const { hasElements, isPacked, write } = FORMS[format];
  const part = await planPart(ctx, { ...boundsOf(request.query), count: Number(count), hasElements });
  const counted = { events: countOf(part.events), elements: countOf(part.elements) };
  describePart(reply, part, { orgId: actingFor(ctx.actor).id, format, language, count: counted });
  linkNext(reply, part, { path: `/v1${PATH}`, format, count: Number(count) });
  if (request.method === 'HEAD') return undefined;
  const detail = { format, firstPosition: part.from, lastPosition: part.to, count: counted.events };
  await ctx.write((tx) => noteHere(tx, ctx, { kind: 'records.exported', detail }), { as: 'identity' });
  const written = write(ctx, part, language);
  return isPacked ? written : packedFor(request, reply, written);
}
