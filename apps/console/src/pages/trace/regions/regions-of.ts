/** What of a trace was in which province, and what went from one to another. Pure. */
import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import { dayOf, type PictureNode, placeOf } from '../picture/collapse.ts';
import { joinLinks } from '../picture/join-links.ts';
import { mentionsOf } from '../picture/mentions.ts';
import { provinceOf } from './provinces.ts';

/** Where the region is not told, or is in no province. */
export const UNKNOWN = 'unknown';

export interface RegionPlace {
  readonly place: PictureNode['place'];
  readonly events: readonly TraceEventRow[];
}

export interface Region {
  /** Two digits of a province, or {@link UNKNOWN}. */
  readonly code: string;
  /** In the order of the trace. */
  readonly places: readonly RegionPlace[];
  readonly events: readonly TraceEventRow[];
  /** In China; undefined where no day is told. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
}

/** Goods that went from one province to another, or into what was made there. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly units: number;
}

export interface Regions {
  /** Those where something was, in the order of the trace. */
  readonly regions: readonly Region[];
  /** The most first. */
  readonly moves: readonly Move[];
  /** Steps that were declared in error: nothing was there. */
  readonly wrong: number;
}

export function regionsOf(trace: Pick<TraceAnswer, 'units' | 'events' | 'links'>): Regions {
  const counted = trace.events.filter(({ declaredInError }) => declaredInError !== true);
  const byCode = new Map<string, TraceEventRow[]>();
  for (const event of counted) {
    const code = codeOf(event);
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [event]);
    else known.push(event);
  }
  return {
    regions: [...byCode].map(([code, events]) => regionOf(code, events)),
    moves: movesOf({ ...trace, events: counted }),
    wrong: trace.events.length - counted.length,
  };
}

const codeOf = (event: TraceEventRow): string => provinceOf(event.place?.region) ?? UNKNOWN;

function regionOf(code: string, events: readonly TraceEventRow[]): Region {
  const places = new Map<string, { readonly place: PictureNode['place']; readonly events: TraceEventRow[] }>();
  let [firstDay, lastDay]: (string | undefined)[] = [];
  for (const event of events) {
    const place = placeOf(event);
    const key = JSON.stringify([place.code, place.kind, place.region]);
    const known = places.get(key);
    if (known === undefined) places.set(key, { place, events: [event] });
    else known.events.push(event);
    const day = dayOf(event);
    if (day === undefined) continue;
    if (firstDay === undefined || day < firstDay) firstDay = day;
    if (lastDay === undefined || day > lastDay) lastDay = day;
  }
  return { code, places: [...places.values()], events, firstDay, lastDay };
}

function movesOf(trace: Pick<TraceAnswer, 'units' | 'events' | 'links'>): readonly Move[] {
  // What only lies in a container, or belongs to a lot, went nowhere by that.
  const ties = mentionsOf(trace).ties.filter(
    ({ kind, from, to }) => (kind === 'moved' || kind === 'made') && from.event !== undefined && to.event !== undefined,
  );
  return joinLinks(ties, ({ event }) => (event === undefined ? UNKNOWN : codeOf(event)))
    .map(({ from, to, units }) => ({ from, to, units }))
    .toSorted((a, b) => b.units - a.units);
}

/** So many steps and more have the next colour. */
export const LEVELS = [1, 3, 10, 50] as const;

/** From 0, where nothing was, to 4. */
export const levelOf = (steps: number): number => LEVELS.filter((from) => steps >= from).length;
