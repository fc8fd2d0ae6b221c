import type { Language, TraceAnswer } from '@suyuan/api';
import { alternates, type CodeReading, type Detection, detect, productCode, readCode } from '@suyuan/codes';
import type { Db, Tx } from '../../platform/db/index.ts';
import { type ReadEvent, readBodies, readEventsOfUnits } from '../events/index.ts';
import { findLeaf, type Leaf } from '../integrity/index.ts';
import { findMasterData, type RegistryEntry } from '../registry/index.ts';
import { eventReader, traceUnits } from '../trace/index.ts';
import { readingsToLookUp } from './code-model.ts';

/** What is held of a code, from one state of the database. */
export interface LookUp {
  readonly given: string;
  /** What the given text is taken for: of all its readings the first that something is held of, else the likeliest. */
  readonly reading: CodeReading;
  /** All that it may be. */
  readonly detection: Detection;
  /** The codes it is known under here: with and without its lot. */
  readonly start: readonly string[];
  /** Both ways from the code; absent when no event names it. */
  readonly trace?: TraceAnswer;
  /** The events that name the code itself, oldest first, and what each of them was received as. */
  readonly own: readonly ReadEvent[];
  readonly bodies: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly known: ReadonlyMap<string, RegistryEntry>;
  /** Where the newest record of the code stands in the log. */
  readonly leaf?: Leaf;
}

/**
 * A page asks for a picture, not for everything: beyond this the trace says that it was cut, and the page says so.
 * A consumer's can of formula has some 60 units and 80 events behind it.
 */
const PUBLIC_LIMITS = { UNITS_MAX: 2_000, EVENTS_MAX: 5_000, LEVELS_MAX: 200, LINKS_MAX: 20_000, ANOMALIES_MAX: 1_000 };

/** Gathers what is known of a code, for anybody. */
export async function lookUp(db: Db, given: string, language: Language): Promise<LookUp> {
  const detection = detect(given);
  return db.snapshot(async (tx) => {
    const { reading, start, own } = await firstHeld(tx, given, detection);
    const found = { given, reading, detection, start, own };
    if (own.length === 0) return { ...found, bodies: new Map(), known: await namesOf(tx, reading, undefined) };
    const named = start.filter((code) => own.some((event) => event.facts.units.some((unit) => unit.code === code)));
    const trace = await traceUnits(eventReader(tx), {
      start: named.length === 0 ? [reading.canonical] : named,
      direction: 'both',
      language,
      limits: PUBLIC_LIMITS,
    });
    const newest = own.reduce((latest, event) => (event.position > latest.position ? event : latest));
    const leaf = await findLeaf(tx, newest.id);
    return {
      ...found,
      trace,
      bodies: await readBodies(
        tx,
        own.slice(0, OWN_BODIES_MAX).map((event) => event.id),
      ),
      known: await namesOf(tx, reading, trace),
      ...(leaf === undefined ? {} : { leaf }),
    };
  });
}

interface Held {
  readonly reading: CodeReading;
  readonly start: readonly string[];
  readonly own: readonly ReadEvent[];
}

/** The first reading of the text that events name, else that master data names, else the likeliest. */
async function firstHeld(tx: Tx, given: string, detection: Detection): Promise<Held> {
  const asItStands = readCode(given);
  const candidates = readingsToLookUp(asItStands, detection).map((reading) => ({
    reading,
    start: [reading.canonical, ...alternates(reading.canonical)],
  }));
  for (const candidate of candidates) {
    const own = await ownEvents(tx, candidate.start);
    if (own.length > 0) return { ...candidate, own };
  }
  const known = await findMasterData(
    tx,
    candidates.map(({ reading }) => reading.canonical),
  );
  const named = candidates.find(({ reading }) => known.has(reading.canonical))?.reading;
  const reading = named ?? (asItStands.scheme === 'unknown' ? (detection.readings[0] ?? asItStands) : asItStands);
  return { reading, start: [reading.canonical], own: [] };
}

/** Events whose own words (dates, tests, recall notices) a page may quote. */
const OWN_BODIES_MAX = 500;

async function ownEvents(tx: Tx, codes: readonly string[]): Promise<ReadEvent[]> {
  const events = await readEventsOfUnits(tx, codes);
  return events.sort((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
}

/** Master data of everything a page names: product classes, lots' products, parties, places. */
async function namesOf(
  tx: Tx,
  reading: CodeReading,
  trace: TraceAnswer | undefined,
): Promise<Map<string, RegistryEntry>> {
  const codes = new Set([reading.canonical, reading.classOf, ...productOf(reading)]);
  for (const unit of trace?.units ?? [])
    for (const code of [unit.product, unit.holder]) if (code !== undefined) codes.add(code);
  for (const event of trace?.events ?? []) {
    for (const code of [event.readPoint, event.bizLocation, event.party]) if (code !== undefined) codes.add(code);
  }
  for (const { party } of trace?.custody ?? []) codes.add(party);
  return findMasterData(tx, [...codes]);
}

/** The product class of a code, where it has one. */
export function productOf(reading: CodeReading): string[] {
  const { gtin } = reading.parts;
  return gtin === undefined ? [] : [productCode(gtin)];
}
