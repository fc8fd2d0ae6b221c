/** What the picture of a trace shows: boxes of place, product and day, and what went from one to another. Pure. */
import type { TraceAnswer, TraceEventRow, TracePlace, TraceUnit } from '@suyuan/api';
import { eventLine } from '../../../events/event-lines.ts';
import { joinLinks, type PictureLink } from './join-links.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { shortName } from './short-name.ts';

/** From the finest: a box for each place, product and day, for each place and product, for each place. */
export const GRAINS = ['day', 'product', 'place'] as const;
export type Grain = (typeof GRAINS)[number];

/** More than this no person reads, and no browser lays out while one waits. */
export const NODES_MAX = 2_000;
/** Of a box that is taken apart, so many units have one of their own; those left share one. */
export const UNITS_APART_MAX = 100;

/** What is wrong with something in a box, the worst first. */
export const MARKS = ['recalled', 'broken', 'disputed', 'wrong'] as const;
export type Mark = (typeof MARKS)[number];

export interface PictureNode {
  /** Short, and the same whenever the same trace is drawn. */
  readonly id: string;
  readonly place: { readonly code?: string } & TracePlace;
  readonly product: string | undefined;
  readonly isCarrier: boolean;
  /** In China. */
  readonly day: string | undefined;
  /** The box that it was taken out of, where it is one unit, or the units left, of a box that was taken apart. */
  readonly outOf: string | undefined;
  readonly units: readonly string[];
  readonly events: readonly TraceEventRow[];
  /** How often each kind of step was taken; '' where it is not told. */
  readonly steps: ReadonlyMap<string, number>;
  readonly marks: readonly Mark[];
  /** Something that was asked for is in it. */
  readonly isStart: boolean;
}

export interface Picture {
  readonly grain: Grain;
  /** Coarser than was wanted, which would have been too many boxes. */
  readonly isCoarser: boolean;
  /** There are more than {@link NODES_MAX} even so: it is a list only. */
  readonly isTooLarge: boolean;
  /** In the order of the trace. */
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
}

export interface Wanted {
  readonly grain: Grain;
  /** Ids of boxes that are taken apart. */
  readonly open: ReadonlySet<string>;
}

export function collapse(trace: TraceAnswer, wanted: Wanted): Picture {
  const { all, ties } = mentionsOf(trace);
  const units = new Map(trace.units.map((unit) => [unit.code, unit]));
  for (const unit of trace.units) if (unit.role === 'start') units.set(unit.code, unit);
  const marksOf = markingOf(trace);
  for (const grain of GRAINS.slice(GRAINS.indexOf(wanted.grain))) {
    const boxes = boxesOf(all, { grain, units, open: wanted.open });
    if (boxes.size > NODES_MAX && grain !== 'place') continue;
    const boxOf = new Map([...boxes.values()].flatMap((box) => box.mentions.map((mention) => [mention, box.id])));
    return {
      ...{ grain, isCoarser: grain !== wanted.grain, isTooLarge: boxes.size > NODES_MAX },
      nodes: [...boxes.values()].map((box) => nodeOf(box, { units, marksOf, start: new Set(trace.start) })),
      links: joinLinks(ties, (mention) => boxOf.get(mention) ?? ''),
    };
  }
  throw new Error('the coarsest grain is always taken');
}

interface Box {
  readonly id: string;
  readonly outOf: string | undefined;
  readonly grain: Grain;
  readonly mentions: Mention[];
}

interface Boxing {
  readonly grain: Grain;
  readonly units: ReadonlyMap<string, TraceUnit>;
  readonly open: ReadonlySet<string>;
}

function boxesOf(all: readonly Mention[], { grain, units, open }: Boxing): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  /** Of each box that is taken apart, the units that came first. */
  const apart = new Map<string, Set<string>>();
  for (const mention of all) {
    const whole = shortName(keyOf(mention, { grain, unit: units.get(mention.unit) }));
    let id = whole;
    if (open.has(whole)) {
      const first = apart.get(whole) ?? new Set();
      apart.set(whole, first);
      if (first.size < UNITS_APART_MAX) first.add(mention.unit);
      id = shortName(`${whole} ${first.has(mention.unit) ? mention.unit : ''}`);
    }
    const box = boxes.get(id);
    if (box === undefined) boxes.set(id, { id, grain, mentions: [mention], outOf: id === whole ? undefined : whole });
    else box.mentions.push(mention);
  }
  return boxes;
}

function keyOf({ event }: Mention, { grain, unit }: { grain: Grain; unit: TraceUnit | undefined }): string {
  const { code, kind, region } = placeOf(event);
  const place = [code, kind, region];
  if (grain === 'place') return JSON.stringify(place);
  const product = [unit?.product, unit?.product === undefined && unit?.role === 'carrier'];
  return JSON.stringify(grain === 'product' ? [place, product] : [place, product, dayOf(event)]);
}

interface Told {
  readonly units: ReadonlyMap<string, TraceUnit>;
  readonly marksOf: (mention: Mention) => readonly Mark[];
  readonly start: ReadonlySet<string>;
}

function nodeOf({ id, grain, outOf, mentions }: Box, { units, marksOf, start }: Told): PictureNode {
  const codes = [...new Set(mentions.map(({ unit }) => unit))];
  const events = [...new Set(mentions.flatMap(({ event }) => event ?? []))];
  const steps = new Map<string, number>();
  for (const event of events) {
    const step = event.bizStep === undefined && event.hidden?.includes('step') === true ? '' : eventLine(event).step;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const marks = new Set(mentions.flatMap(marksOf));
  const [first] = codes.flatMap((code) => units.get(code) ?? []);
  const isOfOne = grain !== 'place' || outOf !== undefined;
  return {
    ...{ id, outOf, events, steps, units: codes },
    place: placeOf(events[0]),
    product: isOfOne ? first?.product : undefined,
    isCarrier: isOfOne && first?.role === 'carrier' && first.product === undefined,
    day: grain === 'day' ? dayOf(events[0]) : undefined,
    marks: MARKS.filter((mark) => marks.has(mark)),
    isStart: codes.some((code) => start.has(code)),
  };
}

/** Where it was, as far as it is told. */
export function placeOf(event: TraceEventRow | undefined): PictureNode['place'] {
  const code = event?.bizLocation ?? event?.readPoint;
  return code === undefined ? { ...event?.place } : { code };
}

const CHINA_MS = 8 * 60 * 60 * 1000; // UTC+8 all year, wherever it is read: an address then names the same box

export function dayOf(event: TraceEventRow | undefined): string | undefined {
  if (event?.eventTime === undefined) return undefined;
  return new Date(Date.parse(event.eventTime) + CHINA_MS).toISOString().slice(0, 10);
}

/** An anomaly is of one unit at some steps; what is said against a step is said of all its units. */
function markingOf({ anomalies }: TraceAnswer): (mention: Mention) => readonly Mark[] {
  const broken = new Set<string>();
  for (const { kind, code, eventIDs } of anomalies) {
    if (kind !== 'declared-in-error') for (const eventID of eventIDs) broken.add(`${code} ${eventID}`);
  }
  return ({ unit, event }) => {
    if (event === undefined) return [];
    const { eventID, disposition = '', disputed, disputes = [], declaredInError } = event;
    return [
      ...(/(?:^|[/:-])recalled$/.test(disposition) ? (['recalled'] as const) : []),
      ...(broken.has(`${unit} ${eventID}`) ? (['broken'] as const) : []),
      ...(disputed === true || disputes.length > 0 ? (['disputed'] as const) : []),
      ...(declaredInError === true ? (['wrong'] as const) : []),
    ];
  };
}
