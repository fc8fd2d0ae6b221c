/** `/v1/compliance/clocks`: what is due of the organisation, and until when. */
import { CLOCK_STATES, type ClockState, type Duties, DutiesSchema, type Duty } from '@suyuan/api';
import { basisOf, dueOf, endsAtMoment, holdsAt, type Pack } from '@suyuan/profiles';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { rowIdTimeMs } from '../events/index.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import type { ComplianceDeps } from './deps.ts';
import { type ClocksWanted, selectClocks, type ToldClock } from './store-clocks.ts';

const IdSchema = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }));
const WantedSchema = Type.Object({
  pack: IdSchema,
  clock: IdSchema,
  state: Type.Optional(Type.Unsafe<ClockState>(Type.Enum([...CLOCK_STATES]))),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'Canonical code' })),
  perPage: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$', description: '1 to 500' })),
  cursor: Type.Optional(
    Type.String({
      pattern: '^-?[0-9]{1,16} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} [a-z0-9-]{1,60} [^\\u0000]{0,500}$',
    }),
  ),
});
type Wanted = Type.Static<typeof WantedSchema>;
const PAGE = 50;

export function clockRoutes(app: FastifyInstance, { ctx: ctxOf, packs }: ComplianceDeps): void {
  app.get<{ Querystring: Wanted }>(
    '/compliance/clocks',
    {
      config: { query: { once: ['pack', 'clock', 'state', 'unit', 'perPage', 'cursor'] } },
      schema: { querystring: WantedSchema, response: { 200: DutiesSchema } },
    },
    async (request) => list(await ctxOf(request), request.query, await packs()),
  );
}

async function list(
  ctx: Ctx,
  { perPage = String(PAGE), cursor, unit, ...wanted }: Wanted,
  packs: readonly PackInUse[],
): Promise<Duties> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const count = Number(perPage);
  const now = ctx.clock.now();
  const page = { ...wanted, subject: unit, now, after: afterOf(cursor), limit: count + 1 };
  const rows = await ctx.read((tx) => selectClocks(tx, page));
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    duties: told.map((row) => dutyOf(row, packs, now)),
    ...(rows.length > count && last !== undefined
      ? { next: `${last.dueMs} ${last.startedEvent} ${last.clock} ${last.subject}` }
      : {}),
  };
}

function afterOf(cursor: string | undefined): ClocksWanted['after'] {
  const [, dueMs, startedEvent = '', clock = '', subject = ''] = /^(-?\d+) (\S+) (\S+) (.*)$/s.exec(cursor ?? '') ?? [];
  return dueMs === undefined ? undefined : { dueMs: Number(dueMs), startedEvent, clock, subject };
}

function dutyOf(row: ToldClock, packs: readonly PackInUse[], now: Date): Duty {
  const pack = packs.find((each) => each.pack.id === row.pack)?.pack;
  const clock = pack && versionOf(pack, row);
  const { startedAt, dueAt, lastDay, endedBy, endedAt, subject } = row;
  return {
    ...{
      pack: row.pack,
      clock: row.clock,
      state: row.state,
      startedBy: row.startedBy,
      isProvisional: row.isProvisional,
    },
    name: clock?.name ?? { zh: row.clock, en: row.clock },
    ...(subject === '' ? {} : { unit: subject }),
    ...(startedAt === null ? {} : { startedAt: startedAt.toISOString() }),
    ...(dueAt === null ? {} : { dueAt: dueAt.toISOString() }),
    ...(lastDay === null ? {} : { lastDay }),
    ...(endedBy === null || endedAt === null ? {} : { endedBy, endedAt: endedAt.toISOString() }),
    told: row.state === 'overdue' && clock !== undefined ? toldTo(clock, row, now) : [],
    basis: pack !== undefined && clock !== undefined ? basisOf(pack, clock) : { zh: '', en: '' },
    confidence: clock?.confidence ?? 'unverified',
  };
}

/** The law of the day on which it was started counts to its end. */
function versionOf({ clocks }: Pack, { clock, startedEvent }: ToldClock): PackClock | undefined {
  const versions = clocks.filter(({ id }) => id === clock);
  return versions.find((each) => holdsAt(each, rowIdTimeMs(startedEvent))) ?? versions[0];
}

/** Whom the law has it told to, of those whose time after the due one has passed. */
function toldTo({ escalations = [] }: PackClock, { dueAt, lastDay }: ToldClock, now: Date): Duty['told'] {
  if (dueAt === null) return [];
  const dueMs = dueAt.getTime();
  // Days after a last day are counted from it, and not from the day of which the first moment is late.
  const fromMs = ({ unit }: Escalation['after']): number =>
    lastDay === null || endsAtMoment(unit) ? dueMs : dueMs - 1;
  return escalations.filter(({ after }) => dueOf(fromMs(after), after).atMs <= now.getTime()).map(({ to }) => to);
}

type PackClock = Pack['clocks'][number];
type Escalation = NonNullable<PackClock['escalations']>[number];
