/** When statutory clocks ran over the life of a unit, or over what an organisation recorded. Pure. */
import type { EventFacts } from '@suyuan/epcis';
import { type Due, dueOf, monthlyDue } from '../clock/due.ts';
import { dayOf } from '../clock/local-day.ts';
import type { Pause } from '../clock/pause.ts';
import type { ElementValues } from '../expression.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { PackClock } from '../pack/pack.ts';
import { judgingAlone } from './judging.ts';
import type { LoadedClock, LoadedPack } from './loaded-pack.ts';

/** From a start to what ended it. */
export interface ClockRun<Event> {
  readonly clock: PackClock;
  readonly startedBy: Event;
  /** From when it ran; undefined where the element that says it is not recorded. */
  readonly startMs: number | undefined;
  /** Undefined where it cannot be told. */
  readonly due: Due | undefined;
  readonly doneBy: Event | undefined;
  /** By what it was stopped before it was done: it is due no more. */
  readonly stoppedBy: Event | undefined;
}

interface Staged<Event> {
  readonly event: Event;
  readonly stage: string;
  readonly values: ElementValues;
  readonly facts: EventFacts;
}

/** @param events effective ones of one subject, in their order */
export function clockRuns<Event extends { readonly facts: EventFacts }>(
  loaded: LoadedPack,
  of: PackClock['of'],
  events: readonly Event[],
): ClockRun<Event>[] {
  const clocks = loaded.clocks.filter(({ clock }) => clock.of === of);
  if (clocks.length === 0) return [];
  const staged = events.flatMap((event): Staged<Event>[] => {
    const judging = judgingAlone(loaded, event.facts);
    if (judging === undefined) return [];
    return [{ event, stage: judging.stage.id, values: judging.values, facts: event.facts }];
  });
  // Versions of one clock are one clock: what started under the old law is ended by what comes under the new.
  return [...Map.groupBy(clocks, ({ clock }) => clock.id).values()].flatMap((versions) => runsOf(versions, staged));
}

interface Open<Event> {
  readonly clock: PackClock;
  readonly start: Staged<Event>;
  readonly since: number;
}

function runsOf<Event>(versions: readonly LoadedClock[], staged: readonly Staged<Event>[]): ClockRun<Event>[] {
  const runs: ClockRun<Event>[] = [];
  let open: readonly Open<Event>[] = [];
  const close = (by: Partial<Pick<ClockRun<Event>, 'doneBy' | 'stoppedBy'>>, until: number): void => {
    runs.push(...open.map((each) => runOf(each, staged.slice(each.since, until + 1), by)));
    open = [];
  };
  for (const [place, each] of staged.entries()) {
    const isOf = (list: readonly string[] = []): boolean => list.includes(each.stage);
    const ended = open.filter(({ clock }) => isOf(clock.ends));
    const hasEnded = ended.length > 0;
    if (open.some(({ clock }) => isOf(clock.stops))) close({ stoppedBy: each.event }, place);
    else if (hasEnded) close({ doneBy: each.event }, place);
    const begins = versions.find((version) => starts(version, each, hasEnded));
    if (begins === undefined || (open.length > 0 && begins.clock.of !== 'event')) continue;
    open = [...open, { clock: begins.clock, start: each, since: place }];
  }
  close({}, staged.length);
  return runs;
}

function starts<Event>(
  { clock, when }: LoadedClock,
  { stage, facts, values }: Staged<Event>,
  hasEnded: boolean,
): boolean {
  if (!isInForce(clock, chinaDay(facts.eventTimeMs))) return false;
  const isStart = clock.starts.includes(stage) || (clock.isRepeated === true && hasEnded && clock.ends.includes(stage));
  // What cannot be told starts nothing: a clock that nobody can stop would be overdue for good.
  return isStart && (when === undefined || when.ask(facts, values) === 'true');
}

function runOf<Event>(
  { clock, start }: Open<Event>,
  during: readonly Staged<Event>[],
  { doneBy, stoppedBy }: Partial<Pick<ClockRun<Event>, 'doneBy' | 'stoppedBy'>>,
): ClockRun<Event> {
  const startMs = startOf(clock, start);
  return {
    clock,
    startedBy: start.event,
    startMs,
    due: startMs === undefined ? undefined : dueIn(clock, startMs, during),
    doneBy,
    stoppedBy,
  };
}

function startOf<Event>({ startsAt }: PackClock, { facts, values }: Staged<Event>): number | undefined {
  if (startsAt === undefined) return facts.eventTimeMs;
  const at = values[startsAt];
  return at instanceof Date ? at.getTime() : undefined;
}

function dueIn<Event>(clock: PackClock, startMs: number, during: readonly Staged<Event>[]): Due {
  if (clock.dayOfNextMonth !== undefined) return monthlyDue(dayOf(startMs).slice(0, 7), clock.dayOfNextMonth);
  const { extension } = clock;
  const isExtended = extension !== undefined && during.some(({ stage }) => stage === extension.on);
  const pauses = (clock.pauses ?? []).flatMap((pause) => pausesIn(pause, during));
  return dueOf(startMs, clock.within, { pauses, ...(isExtended ? { extension: extension.by } : {}) });
}

function pausesIn<Event>(
  { from, until }: { readonly from: string; readonly until: string },
  during: readonly Staged<Event>[],
): Pause[] {
  const pauses: Pause[] = [];
  let fromMs: number | undefined;
  for (const { stage, facts } of during) {
    if (stage === from) fromMs ??= facts.eventTimeMs;
    else if (stage === until && fromMs !== undefined) {
      pauses.push({ fromMs, untilMs: facts.eventTimeMs });
      fromMs = undefined;
    }
  }
  return fromMs === undefined ? pauses : [...pauses, { fromMs }];
}
