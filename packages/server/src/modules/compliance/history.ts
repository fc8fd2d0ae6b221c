/**
 * What was recorded of units, by whomever: what rules over the life of a unit look at. It stands to those rules alone; what
 * another recorded is told to nobody by it (ADR 0024).
 */
import type { EventFacts } from '@suyuan/epcis';
import type { Queryable } from '../../platform/db/index.ts';
import { findEndsOfUnits, type ReadEvent, readEventsById } from '../events/index.ts';

export interface History {
  /** Effective events that mention the unit, in their order. */
  of(code: string): readonly EventFacts[];
  /** Who recorded an event of it, by numbers. */
  recordersOf(facts: EventFacts): readonly number[];
}

/** The newest of each unit: a pallet lives through some hundred events, a product class through millions. */
const EVENTS_OF_UNIT_MAX = 500;
/** Of a statement: by 50 a batch of 500 events took 200 statements, and nine tenths of its time waited for them. */
const UNITS_AT_ONCE = 400;
/** As many as the judge looks at of an event. */
const UNITS_MAX = 1_000;

/** What one transaction reads of events: each is read and made out once, whatever asks for it. */
export interface EventsRead {
  /** Those that are there. */
  byId(ids: readonly string[]): Promise<readonly ReadEvent[]>;
  /** The effective events of each of these units, in their order. */
  lives(codes: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly ReadEvent[]>>;
}

export function readingOnce(db: Queryable): EventsRead {
  const known = new Map<string, ReadEvent>();
  const lived = new Map<string, readonly ReadEvent[]>();

  async function byId(ids: readonly string[]): Promise<readonly ReadEvent[]> {
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0) for (const event of await readEventsById(db, missing)) known.set(event.id, event);
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  async function live(codes: readonly string[]): Promise<void> {
    const some = new Map<string, ReadEvent[]>();
    for (const code of codes) some.set(code, []);
    const ids = await findEndsOfUnits(db, codes, { max: EVENTS_OF_UNIT_MAX, end: 'newest' });
    const events = await byId(ids);
    const effective = events.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
    // An event may name units of other statements too, which have it from there.
    for (const event of effective.toSorted(inOrder)) {
      for (const code of mentionedBy(event.facts)) some.get(code)?.push(event);
    }
    for (const [code, life] of some) lived.set(code, life);
  }

  return {
    byId,
    async lives(codes) {
      const missing = [...codes].filter((code) => !lived.has(code));
      for (let from = 0; from < missing.length; from += UNITS_AT_ONCE) {
        await live(missing.slice(from, from + UNITS_AT_ONCE));
      }
      return new Map([...codes].map((code) => [code, lived.get(code) ?? []]));
    },
  };
}

/** Of the units of these events, and of what these were made or harvested from. */
export async function readHistory(reading: EventsRead, events: readonly EventFacts[]): Promise<History> {
  const codes = new Set(events.flatMap(({ units }) => units.slice(0, UNITS_MAX).map(({ code }) => code)));
  const lives = await reading.lives(codes);
  const sources = new Set([...lives].flatMap(([code, own]) => own.flatMap(({ facts }) => sourcesOf(code, facts))));
  return historyOf(new Map([...lives, ...(await reading.lives(sources.difference(codes)))]));
}

/** As the trace orders them: event time, then the log. */
export function inOrder(a: ReadEvent, b: ReadEvent): number {
  return a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position || (a.id < b.id ? -1 : 1);
}

function mentionedBy({ units }: EventFacts): ReadonlySet<string> {
  return new Set(units.map(({ code }) => code));
}

/** What an event made the unit of. */
function sourcesOf(code: string, { units }: EventFacts): string[] {
  if (!units.some((unit) => unit.role === 'output' && unit.code === code)) return [];
  return units.flatMap((unit) => (unit.role === 'input' && unit.code !== code ? [unit.code] : [])).slice(0, UNITS_MAX);
}

function historyOf(known: ReadonlyMap<string, readonly ReadEvent[]>): History {
  const facts = new Map([...known].map(([code, events]) => [code, events.map((event) => event.facts)] as const));
  const recorders = new Map([...known.values()].flat().map((event) => [event.facts, event.recordedBy] as const));
  return {
    of: (code) => facts.get(code) ?? [],
    recordersOf: (event) => recorders.get(event) ?? [],
  };
}
