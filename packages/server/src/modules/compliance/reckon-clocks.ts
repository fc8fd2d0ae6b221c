/** Reckons the clocks that events bear on anew: of each unit that they name, and of who recorded them. */
import { asksOf, type ClockRun, clockRuns, type Pack, stagesOfClock } from '@suyuan/profiles';
import type { Tx } from '../../platform/db/index.ts';
import type { ReadEvent } from '../events/index.ts';
import { applyingPacks, type PackInUse } from '../standards/index.ts';
import { type EventsRead, inOrder, readingOnce } from './history.ts';
import {
  type ClockRow,
  replaceOwnClocks,
  replaceUnitClocks,
  selectClocked,
  selectNewestOf,
  selectOwnersOf,
  selectSubjectsOf,
  takeClocks,
} from './store-clocks.ts';
import type { JudgedRecord } from './store-judged.ts';
import { type JudgedOrganisation, readOrganisations } from './store-organisations.ts';

/** As many as the judge looks at of an event. */
const UNITS_MAX = 1_000;
/** Of what an organisation has to do again and again: some years of drills. */
const OWN_EVENTS_MAX = 500;

export interface Reckoned {
  /** Of all that was judged, also of what is there no more. */
  readonly ids: readonly string[];
  readonly events: readonly ReadEvent[];
  readonly judged: readonly JudgedRecord[];
}

export async function reckonClocks(
  tx: Tx,
  packs: readonly PackInUse[],
  { ids, events, judged }: Reckoned,
): Promise<void> {
  const timed = packs.filter(({ pack }) => pack.clocks.length > 0);
  const timedIds = new Set(timed.map(({ pack }) => pack.id));
  const likely = events.filter(({ facts }) => timed.some(({ loaded }) => asksOf(loaded, facts).time));
  // A clock is started by what is of its pack; ended it may be by whomever, where it runs.
  const starting = new Set(judged.flatMap(({ eventId, pack }) => (timedIds.has(pack) ? [eventId] : [])));
  const { own = [], others = [] } = Object.groupBy(likely, ({ id }) => (starting.has(id) ? 'own' : 'others'));
  const units = new Set([
    ...namedBy(own),
    ...(await selectClocked(tx, namedBy(others))),
    ...(await selectSubjectsOf(tx, ids)),
  ]);
  const recorders = new Set([...recordersIn(timed, judged), ...(await selectOwnersOf(tx, ids))]);
  if (units.size === 0 && recorders.size === 0) return;
  await takeClocks(tx);
  // What was recorded until now, and not what was when the batch began: another may have reckoned with that by now.
  const reading = readingOnce(tx);
  if (units.size > 0) await reckonUnits(tx, packs, await reading.lives(units));
  if (recorders.size > 0) await reckonRecorders(tx, timed, { orgNos: [...recorders], reading });
}

function namedBy(events: readonly ReadEvent[]): string[] {
  return events.flatMap(({ facts }) => facts.units.slice(0, UNITS_MAX).map(({ code }) => code));
}

/** Who recorded something of a stage that a clock of recorders knows. */
function recordersIn(packs: readonly PackInUse[], judged: readonly JudgedRecord[]): number[] {
  const stages = new Map(packs.map(({ pack }) => [pack.id, new Set(stagesOfRecorders(pack))]));
  return judged.flatMap(({ pack, stage, orgNo }) => (stages.get(pack)?.has(stage) === true ? [orgNo] : []));
}

function stagesOfRecorders({ clocks }: Pack): string[] {
  return clocks.flatMap((clock) => (clock.of === 'recorder' ? stagesOfClock(clock) : []));
}

type Lives = Awaited<ReturnType<EventsRead['lives']>>;

async function reckonUnits(tx: Tx, packs: readonly PackInUse[], lives: Lives): Promise<void> {
  const timed = packs.filter(({ pack }) => pack.clocks.length > 0);
  const events = new Set([...lives.values()].flat());
  const organisations = await readOrganisations(tx, [...new Set([...events].flatMap(({ recordedBy }) => recordedBy))]);
  const owners = new Map([...events].map((event) => [event, ownersOf(event, packs, organisations)] as const));
  const rows = [...lives].flatMap(([subject, life]) =>
    // What no event of a unit is of starts no clock of it; most units are of one pack.
    timed
      .filter((inUse) => life.some((event) => owners.get(event)?.has(inUse)))
      .flatMap((inUse) =>
        [...clockRuns(inUse.loaded, 'unit', life), ...clockRuns(inUse.loaded, 'event', life)].flatMap((run) =>
          (owners.get(run.startedBy)?.get(inUse) ?? []).map((orgNo) =>
            rowOf(run, { orgNo, pack: inUse.pack.id, subject }),
          ),
        ),
      ),
  );
  await replaceUnitClocks(tx, [...lives.keys()], rows);
}

/** Whoever recorded the start of a clock has it done, as far as the pack is theirs: by the packs of an event, who that is. */
function ownersOf(
  { recordedBy, facts }: ReadEvent,
  packs: readonly PackInUse[],
  organisations: ReadonlyMap<number, JudgedOrganisation>,
): ReadonlyMap<PackInUse, readonly number[]> {
  const owners = new Map<PackInUse, number[]>();
  for (const no of recordedBy) {
    const org = organisations.get(no);
    if (org === undefined) continue;
    for (const inUse of applyingPacks(packs, facts, org.categories)) {
      owners.set(inUse, [...(owners.get(inUse) ?? []), no]);
    }
  }
  return owners;
}

async function reckonRecorders(
  tx: Tx,
  packs: readonly PackInUse[],
  { orgNos, reading }: { readonly orgNos: readonly number[]; readonly reading: EventsRead },
): Promise<void> {
  const rows: ClockRow[] = [];
  for (const { pack, loaded } of packs) {
    const stages = stagesOfRecorders(pack);
    if (stages.length === 0) continue;
    for (const orgNo of orgNos) {
      const ids = await selectNewestOf(tx, { orgNo, pack: pack.id, stages, limit: OWN_EVENTS_MAX });
      const events = (await reading.byId(ids)).filter(({ isDeclaration }) => !isDeclaration);
      const runs = clockRuns(loaded, 'recorder', events.toSorted(inOrder));
      rows.push(...runs.map((run) => rowOf(run, { orgNo, pack: pack.id, subject: '' })));
    }
  }
  await replaceOwnClocks(tx, orgNos, rows);
}

function rowOf(
  { clock, startedBy, startMs, due, doneBy, stoppedBy }: ClockRun<ReadEvent>,
  of: Pick<ClockRow, 'orgNo' | 'pack' | 'subject'>,
): ClockRow {
  const ended = doneBy ?? stoppedBy;
  const atMs = due === undefined || due.isPaused ? undefined : due.atMs;
  return {
    ...of,
    clock: clock.id,
    startedEvent: startedBy.id,
    startedBy: startedBy.eventID,
    startedAt: startMs === undefined ? null : new Date(startMs),
    dueAt: atMs === undefined ? null : new Date(atMs),
    lastDay: due?.lastDay ?? null,
    isProvisional: due?.isProvisional ?? false,
    isPaused: due?.isPaused ?? false,
    endedEvent: ended?.id ?? null,
    endedBy: ended?.eventID ?? null,
    endedAt: ended === undefined ? null : new Date(ended.facts.eventTimeMs),
    isDone: doneBy !== undefined,
  };
}
