/** `/v1/exports/chains`: what others have recorded of an organisation's goods, as far as it is open to it, part by part. */
import type { Readable } from 'node:stream';
import { languageOf, Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Answer } from '../../../platform/apart/index.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { leftSignal } from '../../../platform/http/left.ts';
import { XLSX } from '../../../platform/xlsx/write-xlsx.ts';
import { actingFor, mustBe } from '../../identity/index.ts';
import { FORMS, JSON_TYPE } from './formats.ts';
import { mayExport } from './may-export.ts';
import { describeBounds, describeFile, linkNext, packedFor, spanOf } from './part-head.ts';
import { countOf, planPart } from './plan-part.ts';
import { type ChainsAsked, INCOMPLETE } from './tell-chains.ts';
import { createExportTurns, sendInTurn } from './turns.ts';
import { BOUNDS, boundsOf, FormatSchema } from './wanted.ts';

export interface ChainExportDeps {
  ctx(request: FastifyRequest): Promise<Ctx>;
  /** Walks and writes; where that runs is not for the route to say. */
  chains(ctx: Ctx, asked: ChainsAsked, left: AbortSignal): Promise<Answer>;
}

/** The chains of so many records of goods in boxes and pallets are some 10,000 events, a second or two of one core. */
const COUNT_DEFAULT = 500;
const CODES_MAX = 100; // as many as a trace begins with
const CODE_LENGTH_MAX = 2_000;

/** A part takes a thread that walks until its reader has taken it: one of them at most, so that traces go on however slow a line is. */
const TURNS = { all: { inside: 1, waiting: 16, waitMs: 60_000 }, own: 3 };

const WantedSchema = Type.Object({
  format: FormatSchema,
  code: Type.Optional(
    Type.Union([Type.String(), Type.Array(Type.String())], {
      description:
        'The chains of these units, up to 100 of them, instead of those of the own records: a part of its own',
    }),
  ),
  ...BOUNDS,
  count: Type.Optional(
    Type.String({
      pattern: '^([1-9][0-9]{0,2}|[1-4][0-9]{3}|5000)$',
      description: 'Own records of a part, at most, whose chains it has: 1 to 5,000',
    }),
  ),
});
type Wanted = Type.Static<typeof WantedSchema>;

const SENT = {
  description:
    'What others have recorded, as far as it is open to whoever asks, of the units that own records between two positions name, and of all ' +
    'that these came from and went to; as it stands now. `urn:suyuan:recorders` and `urn:suyuan:hidden` are by whom each event is and ' +
    'what of it is not open. An event may be in several parts, under one ID. Suyuan-Export-From, -To and -Until are as of ' +
    '/v1/exports/events, Suyuan-Export-Own is how many own records the part goes by, Suyuan-Export-Records how many of others it has. Where a bound was met there is `urn:suyuan:incomplete`, Suyuan-Export-Incomplete and another file name: ask for fewer',
  content: {
    [JSON_TYPE]: { schema: Type.Unsafe({ type: 'string' }) },
    [XLSX]: { schema: Type.Unsafe({ type: 'string' }) },
  },
};

const PATH = '/exports/chains';

export async function chainExportRoutes(app: FastifyInstance, { ctx: ctxOf, chains }: ChainExportDeps): Promise<void> {
  const turns = createExportTurns(TURNS);
  app.get<{ Querystring: Wanted }>(
    PATH,
    {
      config: {
        query: { once: ['format', 'from', 'until', 'count'], often: ['code'] },
        describes: { querystring: WantedSchema, response: { 200: SENT } },
      },
      schema: { querystring: WantedSchema },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      mayExport(ctx);
      mustBe(ctx.actor, 'trace');
      const answer = (): Promise<Readable | undefined> => {
        const asked = { ctx, request, reply, chains };
        return request.query.code === undefined ? chainsOfRecords(asked) : chainsOfCodes(asked, request.query.code);
      };
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, answer);
    },
  );
}

interface Asked extends Pick<ChainExportDeps, 'chains'> {
  readonly ctx: Ctx;
  readonly request: FastifyRequest<{ Querystring: Wanted }>;
  readonly reply: FastifyReply;
}

async function chainsOfRecords(asked: Asked): Promise<Readable | undefined> {
  const { ctx, request, reply } = asked;
  const { format = 'epcis', count = String(COUNT_DEFAULT) } = request.query;
  const part = await planPart(ctx, { ...boundsOf(request.query), count: Number(count), hasElements: false });
  describeBounds(reply, part).header('suyuan-export-own', countOf(part.events));
  linkNext(reply, part, { path: `/v1${PATH}`, format, count: Number(count) });
  const detail = { firstPosition: part.from, lastPosition: part.to };
  return send(asked, `chains-${spanOf(part)}`, { of: part.events, detail });
}

async function chainsOfCodes(asked: Asked, given: string | readonly string[]): Promise<Readable | undefined> {
  const { ctx, request } = asked;
  const { from, until, count } = request.query;
  const bound = Object.entries({ from, until, count }).find(([, value]) => value !== undefined);
  if (bound !== undefined) throw new Problem('query.parameter', { name: bound[0] });
  const codes = [given].flat().map((code) => code.trim());
  const isReadable = codes.every((code) => code !== '' && code.length <= CODE_LENGTH_MAX);
  if (codes.length > CODES_MAX || !isReadable) throw new Problem('query.parameter', { name: 'code' });
  const name = `chains-${ctx.clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  return send(asked, name, { of: codes.flatMap(keysToAsk), detail: { codes: codes.length } });
}

/** The file, or its head alone, which nothing is walked for. */
async function send(
  { ctx, request, reply, chains }: Asked,
  name: string,
  asked: Pick<ChainsAsked, 'of' | 'detail'>,
): Promise<Readable | undefined> {
  const { format = 'epcis' } = request.query;
  const { id: orgId } = actingFor(ctx.actor);
  const language = languageOf(request.headers['accept-language']);
  const isHead = request.method === 'HEAD';
  const answer = isHead ? undefined : await chains(ctx, { ...asked, format, language }, leftSignal(reply));
  const isCut = answer?.headers[INCOMPLETE] !== undefined;
  describeFile(reply, `suyuan-${orgId.slice(0, 8)}-${name}${isCut ? '-incomplete' : ''}`, { orgId, format, language });
  if (answer === undefined) return undefined;
  reply.headers(answer.headers);
  return FORMS[format].isPacked ? answer.body : packedFor(request, reply, answer.body);
}
