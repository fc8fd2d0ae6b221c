/**
 * What was recorded of units, by whomever: what rules over the life of a unit look at. It stands to those rules alone; what
 * another recorded is told to nobody by it (ADR 0024).
 */
import type { EventFacts } from '@suyuan/epcis';
import type { Queryable } from '../../platform/db/index.ts';
import { type ReadEvent, readEndsOfUnits } from '../events/index.ts';

export interface History {
  /** Effective events that mention the unit, in their order. */
  of(code: string): readonly EventFacts[];
  /** Who recorded an event of it, by numbers. */
  recordersOf(facts: EventFacts): readonly number[];
}

/** The newest of each unit: a pallet lives through some hundred events, a product class through millions. */
const EVENTS_OF_UNIT_MAX = 500;
const UNITS_AT_ONCE = 50;
/** As many as the judge looks at of an event. */
const UNITS_MAX = 1_000;

/** Of the units of these events, and of what these were made or harvested from. */
export async function readHistory(db: Queryable, events: readonly EventFacts[]): Promise<History> {
  const known = new Map<string, ReadEvent[]>();
  const codes = new Set(events.flatMap(({ units }) => units.slice(0, UNITS_MAX).map(({ code }) => code)));
  await readInto(known, db, codes);
  const sources = new Set([...known].flatMap(([code, own]) => own.flatMap(({ facts }) => sourcesOf(code, facts))));
  await readInto(known, db, sources.difference(codes));
  return historyOf(known);
}

/** The effective events of each of these units, in their order. */
export async function readLives(db: Queryable, codes: ReadonlySet<string>): Promise<ReadonlyMap<string, ReadEvent[]>> {
  const known = new Map<string, ReadEvent[]>();
  await readInto(known, db, codes);
  return known;
}

async function readInto(known: Map<string, ReadEvent[]>, db: Queryable, codes: ReadonlySet<string>): Promise<void> {
  const all = [...codes];
  for (let from = 0; from < all.length; from += UNITS_AT_ONCE) {
    const some = all.slice(from, from + UNITS_AT_ONCE);
    const { events } = await readEndsOfUnits(db, some, { max: EVENTS_OF_UNIT_MAX, end: 'newest' });
    const effective = events.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
    for (const code of some) known.set(code, []);
    for (const event of effective.toSorted(inOrder)) {
      for (const code of mentionedBy(event.facts)) known.get(code)?.push(event);
    }
  }
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
