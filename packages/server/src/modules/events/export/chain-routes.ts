/** `/v1/exports/chains`: what others have recorded of an organisation's goods, as far as it is open to it, part by part. */
import type { Readable } from 'node:stream';
import { languageOf, Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { XLSX } from '../../../platform/xlsx/write-xlsx.ts';
import { actingFor, mustBe, noteHere } from '../../identity/index.ts';
import { type ChainPart, type FollowChains, readChainPart } from './chain-part.ts';
import { FORMS, JSON_TYPE } from './formats.ts';
import { mayExport } from './may-export.ts';
import { describeBounds, describeFile, linkNext, packedFor, spanOf } from './part-head.ts';
import { countOf, planPart } from './plan-part.ts';
import { unitsOfPart } from './read-part.ts';
import { createExportTurns, sendInTurn } from './turns.ts';
import { BOUNDS, boundsOf, FormatSchema } from './wanted.ts';

export interface ChainExportDeps extends FollowChains {
  ctx(request: FastifyRequest): Promise<Ctx>;
}

/** The chains of so many records of goods in boxes and pallets are some 10,000 events, a second or two of one core. */
const COUNT_DEFAULT = 500;
const CODES_MAX = 100; // as many as a trace begins with
const CODE_LENGTH_MAX = 2_000;

/** A part is held in memory whole, up to 75 MB of it. One place is left for others. */
const TURNS = { all: { inside: 4, waiting: 16, waitMs: 10_000 }, own: 3 };

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

export async function chainExportRoutes(app: FastifyInstance, { ctx: ctxOf, ...deps }: ChainExportDeps): Promise<void> {
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
        const asked = { ctx, request, reply, deps };
        return request.query.code === undefined ? chainsOfRecords(asked) : chainsOfCodes(asked, request.query.code);
      };
      return sendInTurn(reply, { turns, orgId: actingFor(ctx.actor).id }, answer);
    },
  );
}

interface Asked {
  readonly ctx: Ctx;
  readonly request: FastifyRequest<{ Querystring: Wanted }>;
  readonly reply: FastifyReply;
  readonly deps: FollowChains;
}

async function chainsOfRecords({ ctx, request, reply, deps }: Asked): Promise<Readable | undefined> {
  const { format = 'epcis', count = String(COUNT_DEFAULT) } = request.query;
  const part = await planPart(ctx, { ...boundsOf(request.query), count: Number(count), hasElements: false });
  describeBounds(reply, part).header('suyuan-export-own', countOf(part.events));
  linkNext(reply, part, { path: `/v1${PATH}`, format, count: Number(count) });
  const name = `chains-${spanOf(part)}`;
  if (request.method === 'HEAD') return describe({ ctx, request, reply }, name);
  const chains = await readChainPart(ctx, await unitsOfPart(ctx, part), deps);
  const detail = { firstPosition: part.from, lastPosition: part.to };
  return send({ ctx, request, reply }, { chains, name, detail });
}

async function chainsOfCodes(
  { ctx, request, reply, deps }: Asked,
  given: string | readonly string[],
): Promise<Readable | undefined> {
  const { from, until, count } = request.query;
  const bound = Object.entries({ from, until, count }).find(([, value]) => value !== undefined);
  if (bound !== undefined) throw new Problem('query.parameter', { name: bound[0] });
  const codes = [given].flat().map((code) => code.trim());
  const isReadable = codes.every((code) => code !== '' && code.length <= CODE_LENGTH_MAX);
  if (codes.length > CODES_MAX || !isReadable) throw new Problem('query.parameter', { name: 'code' });
  const name = `chains-${ctx.clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  if (request.method === 'HEAD') return describe({ ctx, request, reply }, name);
  const chains = await readChainPart(ctx, codes.flatMap(keysToAsk), deps);
  return send({ ctx, request, reply }, { chains, name, detail: { codes: codes.length } });
}

type Answered = Omit<Asked, 'deps'>;

function describe({ ctx, request, reply }: Answered, name: string, chains?: ChainPart): undefined {
  const { format = 'epcis' } = request.query;
  const { id: orgId } = actingFor(ctx.actor);
  const language = languageOf(request.headers['accept-language']);
  const isCut = chains?.isWhole === false;
  describeFile(reply, `suyuan-${orgId.slice(0, 8)}-${name}${isCut ? '-incomplete' : ''}`, {
    ...{ orgId, format, language },
    ...(chains === undefined ? {} : { count: { events: chains.events.length, elements: 0 } }),
  });
  if (isCut) reply.header('suyuan-export-incomplete', 'true');
}

async function send(
  answered: Answered,
  {
    chains,
    name,
    detail,
  }: { readonly chains: ChainPart; readonly name: string; readonly detail: Readonly<Record<string, number>> },
): Promise<Readable> {
  const { ctx, request, reply } = answered;
  const { format = 'epcis' } = request.query;
  describe(answered, name, chains);
  const noted = { ...detail, format, count: chains.events.length };
  await ctx.write((tx) => noteHere(tx, ctx, { kind: 'chains.exported', detail: noted }), { as: 'identity' });
  const language = languageOf(request.headers['accept-language']);
  const written = FORMS[format].writeChains(chains, language);
  return FORMS[format].isPacked ? written : packedFor(request, reply, written);
}
