/**
 * Whose notice counts for a verdict, and whose is a claim: that of the holder of the code's prefix, of whoever has or had custody,
 * of laboratories and regulators counts (trace semantics, What a person who scans is told). Pure.
 */
import { type EventFacts, HANDING_OVER, noticeWords } from '@suyuan/epcis';
import type { TraceEvent } from './reader.ts';

/** What is known of organisations, by their numbers. */
export interface Whose {
  /** The organisation that has the code of a party or place. */
  organisationOf(code: string): number | undefined;
  /** The organisation that holds the range of numbers that the code of a unit is of. */
  holderOf(code: string): number | undefined;
  /** A laboratory, or a regulator that has a jurisdiction. */
  isOffice(no: number): boolean;
}

/** What `Whose` is asked about. */
export interface WhoseAsked {
  readonly units: readonly string[];
  readonly parties: readonly string[];
  readonly recorders: readonly number[];
}

/** What is recorded of a unit: of a lot, also the making of items of it. */
export interface History {
  readonly code: string;
  /** Effective ones, in order. */
  readonly events: readonly TraceEvent[];
  /** Its own code, and those of items of it. */
  isOf(code: string): boolean;
}

/** Asks for all that the authority over these units takes. */
export function askedOf(histories: readonly History[], notices: readonly TraceEvent[]): WhoseAsked {
  const parties = new Set<string>();
  for (const { facts } of histories.flatMap(({ events }) => events)) {
    for (const { party } of [...facts.sources, ...facts.destinations]) parties.add(party);
  }
  const recorders = new Set(notices.flatMap(({ recordedBy }) => recordedBy));
  return { units: histories.map(({ code }) => code), parties: [...parties], recorders: [...recorders] };
}

/** Whether what somebody says of a unit counts; `unknown` where nobody is known who would have a say in it. */
export type Say = 'counts' | 'claim' | 'unknown';

export function sayOf({ recordedBy }: Pick<TraceEvent, 'recordedBy'>, history: History, whose: Whose): Say {
  const holder = whose.holderOf(history.code);
  if (recordedBy.some((no) => no === holder || whose.isOffice(no))) return 'counts';
  const custodians = custodiansOf(history, whose);
  if (recordedBy.some((no) => custodians.has(no))) return 'counts';
  return holder === undefined && custodians.size === 0 ? 'unknown' : 'claim';
}

/**
 * Who has or had a unit: who recorded its making, whom somebody who had it names, and who recorded a step of it after one that
 * names nobody. Whoever is not named where another is has not had it, whatever it records: else a label would be enough
 * to recall what it stands on.
 */
function custodiansOf(history: History, { organisationOf }: Whose): ReadonlySet<number> {
  const first = beginningOf(history);
  const custodians = new Set<number>(first?.recordedBy);
  /** To whom the unit was last handed over; undefined where that was not said. */
  let takers: ReadonlySet<number> | undefined;
  for (const { facts, recordedBy } of history.events) {
    if (first === undefined || facts.eventTimeMs < first.facts.eventTimeMs) continue;
    const isTold = takers === undefined || recordedBy.some((no) => takers?.has(no));
    if (isStep(facts) && isTold) for (const no of recordedBy) custodians.add(no);
    if (!recordedBy.some((no) => custodians.has(no))) continue;
    const known = (transfers: typeof facts.sources): number[] =>
      transfers.map(({ party }) => organisationOf(party)).filter((no) => no !== undefined);
    const named = known(facts.destinations);
    for (const no of [...known(facts.sources), ...named]) custodians.add(no);
    if (HANDING_OVER.has(facts.bizStep)) takers = facts.destinations.length === 0 ? undefined : new Set(named);
  }
  return custodians;
}

/** A notice by itself gives nobody the goods. */
function isStep(facts: EventFacts): boolean {
  return noticeWords(facts) === undefined;
}

/** The making that was recorded first, else the step that was: a time that is claimed for an event makes nobody the maker. */
function beginningOf({ events, isOf }: History): TraceEvent | undefined {
  const makings = events.filter(({ facts }) => {
    const role = facts.type === 'TransformationEvent' ? 'output' : 'object';
    const makes = facts.type === 'TransformationEvent' || (facts.type === 'ObjectEvent' && facts.action === 'ADD');
    return makes && facts.units.some((unit) => unit.role === role && isOf(unit.code));
  });
  const steps = makings.length === 0 ? events.filter(({ facts }) => isStep(facts)) : makings;
  return steps.reduce<TraceEvent | undefined>(
    (least, event) => (least === undefined || event.position < least.position ? event : least),
    undefined,
  );
}
