/** Small worlds for tests: events by builders, read from memory, answers as short lines with hours for times. */

import type { TraceAnswer, TraceDirection } from '@suyuan/api';
import { lotCode, productCode, readCode } from '@suyuan/codes';
import {
  type Action,
  type EventFacts,
  type EventType,
  noticeWords,
  type UnitMention,
  type UnitRole,
  unitsSaidOf,
} from '@suyuan/epcis';
import type { Held } from '../events/index.ts';
import type { TraceLimits } from './limits.ts';
import type { EventReader, TraceEvent, TraceEvents, Within } from './reader.ts';
import { openTies, traceUnits } from './trace-units.ts';

const START_MS = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

export const hourMs = (hour: number): number => START_MS + hour * HOUR_MS;
export const step = (word: string): string => `https://ref.gs1.org/cbv/BizStep-${word}`;
export const GTIN = '06901234567892';
export const lot = (number: string): string => lotCode(GTIN, number);
export const serial = (number: string): string => `https://id.gs1.org/01/${GTIN}/21/${number}`;
export const serialOfLot = (lotNumber: string, number: string): string => `${lot(lotNumber)}/21/${number}`;

type Amount = readonly [code: string, quantity: number, uom?: string];
type Goods = readonly (string | Amount)[];
type When = readonly [hour: number, action: Action];
type Contents = readonly [parent: string, ...children: string[]];
type More = Partial<Omit<EventFacts, 'type' | 'action' | 'units'>> & {
  readonly inError?: boolean;
  readonly disputed?: boolean;
  readonly /** Number of the organisation that recorded it. */ by?: number;
  declares?: boolean;
  readonly position?: number;
};

/** Events in the order in which they were captured; the id of event n is `e1`, `e2`, …. */
export class World implements EventReader {
  readonly events: TraceEvent[] = [];
  calls = 0;

  add(hour: number, type: EventType, more: More & { action?: Action; units: readonly UnitMention[] }): string {
    const { inError = false, disputed = false, declares = false, by = 1, position, ...facts } = more;
    const n = this.events.length + 1;
    this.events.push({
      id: `row${n}`,
      position: position ?? n,
      eventID: facts.eventID ?? `e${n}`,
      declaredInError: inError,
      isDisputed: disputed,
      isDeclaration: declares,
      recordedBy: [by],
      facts: {
        type,
        eventTimeMs: hourMs(hour),
        eventTimeZoneOffset: '+08:00',
        sources: [],
        destinations: [],
        bizTransactions: [],
        ...facts,
      },
    });
    return `e${n}`;
  }

  object([hour, action]: When, units: Goods, more: More = {}): string {
    return this.add(hour, 'ObjectEvent', { action, units: mentions('object', units), ...more });
  }

  pack([hour, action]: When, contents: Contents, more: More = {}): string {
    return this.add(hour, 'AggregationEvent', { action, units: contained('child', contents), ...more });
  }

  attach([hour, action]: When, contents: Contents, more: More = {}): string {
    return this.add(hour, 'AssociationEvent', { action, units: contained('child', contents), ...more });
  }

  transact(hour: number, contents: Contents, more: More = {}): string {
    return this.add(hour, 'TransactionEvent', { action: 'ADD', units: contained('object', contents), ...more });
  }

  make(hour: number, [inputs, outputs]: readonly [Goods, Goods], more: More = {}): string {
    const units = [...mentions('input', inputs), ...mentions('output', outputs)];
    return this.add(hour, 'TransformationEvent', { units, ...more });
  }

  async eventsOfUnits(codes: readonly string[], { held }: Within): Promise<TraceEvents> {
    const wanted = new Set(codes);
    return this.read(
      ({ facts }) => facts.units.some(({ code }) => wanted.has(code)) || lotsMade(facts).some((l) => wanted.has(l)),
      held,
    );
  }

  async eventsOfTransformations(ids: readonly string[], { held }: Within): Promise<TraceEvents> {
    return this.read(({ facts }) => facts.transformationID !== undefined && ids.includes(facts.transformationID), held);
  }

  async eventsOfLots(lots: readonly string[], { held }: Within): Promise<TraceEvents> {
    const wanted = new Set(lots);
    const isWanted = ({ code }: UnitMention): boolean => {
      const { gtin, lot: number, serial: own } = readCode(code).parts;
      return (
        wanted.has(code) ||
        (gtin !== undefined && number !== undefined && own !== undefined && wanted.has(lotCode(gtin, number)))
      );
    };
    return this.read(
      ({ facts }) => facts.units.some(isWanted) || lotsMade(facts).some((made) => wanted.has(made)),
      held,
    );
  }

  async noticesOf(codes: readonly string[]): Promise<TraceEvents> {
    const wanted = new Set(codes);
    return this.read(({ facts }) => isNotice(facts) && unitsSaidOf(facts).some(({ code }) => wanted.has(code)));
  }

  async noticesWithin(codes: readonly string[]): Promise<TraceEvents> {
    const wanted = new Set(codes);
    return this.read(
      ({ facts }) => isNotice(facts) && unitsSaidOf(facts).some(({ code }) => widerOf(code).some((c) => wanted.has(c))),
    );
  }

  private read(wanted: (event: TraceEvent) => boolean, held: Held = NOTHING): TraceEvents {
    this.calls += 1;
    // A store answers in any order.
    return foundOf(this.events.filter(wanted).reverse(), held);
  }
}

const NOTHING: Held = new Set();

export function foundOf(events: readonly TraceEvent[], held: Held): TraceEvents {
  return { events: events.filter(({ id }) => !held.has(id)), more: false };
}

const isNotice = (facts: EventFacts): boolean => noticeWords(facts) !== undefined;

function widerOf(code: string): string[] {
  const { gtin, lot: number, serial: own } = readCode(code).parts;
  if (gtin === undefined || (number === undefined && own === undefined)) return [];
  return number !== undefined && own !== undefined ? [lotCode(gtin, number), productCode(gtin)] : [productCode(gtin)];
}

function contained(role: UnitRole, [parent, ...children]: Contents): UnitMention[] {
  return [...mentions('parent', [parent]), ...mentions(role, children)];
}

function mentions(role: UnitRole, units: Goods): UnitMention[] {
  return units.map((unit) => {
    if (typeof unit === 'string') return { code: unit, role, isClass: false };
    const [code, quantity, uom] = unit;
    return { code, role, isClass: true, quantity, ...(uom === undefined ? {} : { uom }) };
  });
}

function lotsMade({ lotNumber, type, action, units }: EventFacts): string[] {
  if (lotNumber === undefined) return [];
  const role = type === 'TransformationEvent' ? 'output' : action === 'ADD' ? 'object' : undefined;
  return units.flatMap((unit) => {
    const { gtin } = readCode(unit.code).parts;
    return unit.role === role && gtin !== undefined ? [lotCode(gtin, lotNumber)] : [];
  });
}

export function trace(
  world: EventReader,
  start: string | readonly string[],
  more: { direction?: TraceDirection; atHour?: number; limits?: Partial<TraceLimits>; language?: 'en' | 'zh' } = {},
): Promise<TraceAnswer> {
  return traceUnits(openTies(world, more.limits), {
    start: typeof start === 'string' ? [start] : start,
    direction: more.direction ?? 'downstream',
    language: more.language ?? 'en',
    ...(more.atHour === undefined ? {} : { atMs: hourMs(more.atHour) }),
  });
}

/** An RFC 3339 time as hours since the world began. */
export function hourOf(time: string): number {
  return (Date.parse(time) - START_MS) / HOUR_MS;
}

/** `since..until`, either end left out where it is absent. */
function range(since: string | undefined, until: string | undefined): string {
  return `${since === undefined ? '' : hourOf(since)}..${until === undefined ? '' : hourOf(until)}`;
}

/** `role code since..until hops`, in the order of the answer. */
export function unitLines({ units }: TraceAnswer): string[] {
  return units.map(({ role, code, since, until, hops }) => `${role} ${short(code)} ${range(since, until)} ${hops}`);
}

/** `kind from>to event since..until quantity uom`, what is absent left out. */
export function linkLines({ links }: TraceAnswer): string[] {
  return links.map(({ kind, from, to, eventID, since, until, quantity, uom }) =>
    [kind, `${short(from)}>${short(to)}`, eventID, since || until ? range(since, until) : undefined, quantity, uom]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

export function eventIDs({ events }: TraceAnswer): string[] {
  return events.map(({ eventID }) => eventID);
}

/** `kind code events`. */
export function anomalyLines({ anomalies }: TraceAnswer): string[] {
  return anomalies.map(({ kind, code, eventIDs: ids }) => `${kind} ${short(code)} ${ids.join(',')}`);
}

/** `code kind party from..to event`. */
export function custodyLines({ custody }: TraceAnswer, code?: string): string[] {
  return custody
    .filter((row) => code === undefined || row.code === code)
    .map((row) => `${short(row.code)} ${row.kind} ${row.party} ${range(row.from, row.to)} ${row.eventID}`);
}

function short(code: string): string {
  return code.replace(`https://id.gs1.org/01/${GTIN}`, 'g');
}
