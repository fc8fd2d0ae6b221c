/**
 * Random worlds: a log of EPCIS events that does to units what companies do and what they should not do. Few units,
 * few times and many events, so that the rare meetings (equal times, cycles, two parents at once) are common.
 */
import type { Question, World } from './brute-force.ts';
import { type Random, seededRandom } from './random.ts';
import type { RawEvent, RawQuantity } from './raw-event.ts';
import { type Code, type Codes, drawCodes, type Unit } from './world-codes.ts';

export interface WorldSize {
  readonly units: number;
  /** Events before corrections are added. */
  readonly events: number;
}

/** What an event of a world is drawn from. */
interface Draft {
  readonly random: Random;
  readonly codes: Codes;
  readonly number: number;
  readonly time: { readonly eventTime: string; readonly eventTimeZoneOffset: string };
}

const START_MS = Date.UTC(2026, 0, 5);
const HOUR_MS = 3_600_000;
const TERM_SPELLINGS = {
  bizStep: ['', 'https://ref.gs1.org/cbv/BizStep-', 'urn:epcglobal:cbv:bizstep:'],
  party: ['', 'https://ref.gs1.org/cbv/SDT-', 'urn:epcglobal:cbv:sdt:'],
};
const BIZ_STEPS = [
  'shipping',
  'shipping',
  'receiving',
  'receiving',
  'departing',
  'consigning',
  'arriving',
  'accepting',
];
const OTHER_STEPS = ['storing', 'packing', 'unpacking', 'inspecting', 'commissioning'];

export function generateWorld(seed: number, size: WorldSize): World {
  const random = seededRandom(seed);
  const codes = drawCodes(random, size.units);
  const slots = Math.max(3, Math.floor(size.events / random.pick([1, 2, 4])));
  const inOrder = random.chance(0.6);
  const drawn = Array.from({ length: size.events }, (_, number): RawEvent => {
    const steady = Math.floor((number / size.events) * slots);
    const slot = inOrder && random.chance(0.85) ? steady : random.below(slots);
    return drawEvent({ random, codes, number, time: spellTime(random, START_MS + slot * HOUR_MS) });
  });
  const all = [...codes.units, ...codes.parties, ...codes.places];
  return {
    events: withCorrections(random, drawn),
    spellings: new Map(all.flatMap((code) => code.spellings.map((spelling) => [spelling, code.canonical] as const))),
  };
}

/** Questions about a world: one to three start codes in any spelling, some that the world does not know. */
export function drawQuestions(seed: number, world: World, count: number): Question[] {
  const random = seededRandom(seed ^ 0x5eed);
  const spellings = [...world.spellings.keys()].filter((spelling) => !/\/41[47]\/|:[sp]gln:/.test(spelling));
  const times = world.events.map((event) => event.eventTime);
  return Array.from({ length: count }, (): Question => {
    const start = random.some(spellings, random.pick([1, 1, 1, 2, 3]));
    if (random.chance(0.03)) start.push('urn:example:nobody-mentioned-this');
    const direction = random.pick(['downstream', 'upstream', 'both'] as const);
    if (times.length === 0 || random.chance(0.5)) return { start, direction };
    const at = Date.parse(random.pick(times)) + (random.chance(0.3) ? HOUR_MS / 2 : 0);
    return { start, direction, at: new Date(at).toISOString() };
  });
}

function spellTime(random: Random, timeMs: number): Draft['time'] {
  const hours = random.pick([0, 8, -5]);
  const offset = hours === 0 ? '+00:00' : `${hours < 0 ? '-' : '+'}0${Math.abs(hours)}:00`;
  const local = new Date(timeMs + hours * HOUR_MS).toISOString();
  return { eventTime: hours === 0 ? local : local.replace('Z', offset), eventTimeZoneOffset: offset };
}

function drawEvent(draft: Draft): RawEvent {
  const draw = draft.random.below(20);
  if (draw < 6) return objectEvent(draft);
  if (draw < 12) return packingEvent(draft, 'AggregationEvent');
  if (draw < 14) return packingEvent(draft, 'AssociationEvent');
  if (draw < 16) return transactionEvent(draft);
  return transformationEvent(draft);
}

/** What any event can carry: its id, time, step, places, and who hands over to whom. */
function common({ random, codes, number, time }: Draft): Omit<RawEvent, 'type'> {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const step = random.pick([...BIZ_STEPS, ...OTHER_STEPS]);
  const types = random.some(['possessing_party', 'owning_party', 'location', 'possessing_party'], random.below(4));
  const party = (type: string): string =>
    spell(random, random.pick(type === 'location' ? codes.places : codes.parties));
  const handsOver = random.chance(0.4);
  const term = (type: string): string => random.pick(TERM_SPELLINGS.party) + type;
  const sourceList = types.filter(() => random.chance(0.7)).map((type) => ({ type: term(type), source: party(type) }));
  const destinationList = types
    .filter(() => random.chance(0.7))
    .map((type) => ({ type: term(type), destination: party(type) }));
  return {
    eventID: number % 3 === 0 ? `https://events.example.org/${id}` : `urn:uuid:${id}`,
    ...time,
    ...(random.chance(0.8) ? { bizStep: random.pick(TERM_SPELLINGS.bizStep) + step } : {}),
    ...(random.chance(0.5) ? { readPoint: { id: spell(random, random.pick(codes.places)) } } : {}),
    ...(random.chance(0.4) ? { bizLocation: { id: spell(random, random.pick(codes.places)) } } : {}),
    ...(handsOver && sourceList.length > 0 ? { sourceList } : {}),
    ...(handsOver && destinationList.length > 0 ? { destinationList } : {}),
  };
}

function spell(random: Random, code: Code): string {
  return random.pick(code.spellings);
}

/** Now and then an event lists a unit twice. */
function twice(random: Random, units: readonly Unit[]): Unit[] {
  return random.chance(0.06) ? [...units, ...units.slice(0, 1)] : [...units];
}

/** Units as they stand in an event: instances and containers by code, lots and classes with a quantity or none. */
function lists(random: Random, units: readonly Unit[]): { epcs: string[]; quantities: RawQuantity[] } {
  const isClass = (unit: Unit): boolean => unit.kind === 'lot' || unit.kind === 'class';
  return {
    epcs: units.filter((unit) => !isClass(unit)).map((unit) => spell(random, unit)),
    quantities: units.filter(isClass).map((unit) => ({ epcClass: spell(random, unit), ...drawQuantity(random, unit) })),
  };
}

/** Exact in grams; some 2 % above another. Most lots are weighed, a few are also counted or measured. */
function drawQuantity(random: Random, unit: Unit): { quantity?: number; uom?: string } {
  const draw = random.below(10);
  if (draw < 2) return {};
  const counted = unit.canonical.endsWith('A2') ? draw < 9 : draw < 3;
  if (counted)
    return random.pick([{ quantity: 50 }, { quantity: 51 }, { quantity: 10, uom: 'EA' }, { quantity: 1, uom: 'DZN' }]);
  if (draw < 6) return { quantity: random.pick([2.5, 5, 10, 10.2]), uom: 'KGM' };
  return draw < 9 ? { quantity: random.pick([2500, 5000]), uom: 'GRM' } : { quantity: 1, uom: 'LTR' };
}

function objectEvent(draft: Draft): RawEvent {
  const { random, codes } = draft;
  const action = random.pick(['ADD', 'ADD', 'OBSERVE', 'OBSERVE', 'DELETE'] as const);
  const { epcs, quantities } = lists(random, twice(random, random.some(codes.units, 1 + random.below(3))));
  return {
    type: 'ObjectEvent',
    ...common(draft),
    action,
    ...(epcs.length > 0 || quantities.length === 0 ? { epcList: epcs } : {}),
    ...(quantities.length > 0 ? { quantityList: quantities } : {}),
    ...(action === 'ADD' ? drawIlmd(random, codes) : {}),
  };
}

function drawIlmd(random: Random, codes: Codes): Pick<RawEvent, 'ilmd'> {
  if (random.chance(0.4)) return {};
  if (random.chance(0.2)) return { ilmd: { 'cbvmda:itemExpirationDate': '2027-01-01' } };
  return { ilmd: { 'cbvmda:lotNumber': random.pick(codes.lotNumbers) } };
}

function packingEvent(draft: Draft, type: 'AggregationEvent' | 'AssociationEvent'): RawEvent {
  const { random, codes } = draft;
  const action = random.pick(['ADD', 'ADD', 'ADD', 'OBSERVE', 'DELETE', 'DELETE'] as const);
  // Any code can be a parent, yet containers are parents most of the time.
  const parents = codes.units.filter(
    ({ kind }) => kind === 'container' || random.chance(kind === 'instance' ? 0.1 : kind === 'lot' ? 0.03 : 0),
  );
  const parent = random.pick(parents.length > 0 ? parents : codes.units);
  const others = random.chance(0.03) ? codes.units : codes.units.filter((unit) => unit !== parent);
  const children =
    action === 'DELETE' && random.chance(0.35) ? [] : twice(random, random.some(others, 1 + random.below(3)));
  const { epcs, quantities } = lists(random, children);
  const anonymous = type === 'AggregationEvent' && action === 'OBSERVE' && random.chance(0.15);
  return {
    type,
    ...common(draft),
    action,
    ...(anonymous ? {} : { parentID: spell(random, parent) }),
    ...(epcs.length > 0 || (children.length === 0 && random.chance(0.5)) ? { childEPCs: epcs } : {}),
    ...(quantities.length > 0 ? { childQuantityList: quantities } : {}),
  };
}

function transactionEvent(draft: Draft): RawEvent {
  const { random, codes, number } = draft;
  const [parent, ...listed] = random.some(codes.units, 2 + random.below(2));
  const { epcs, quantities } = lists(random, listed);
  return {
    type: 'TransactionEvent',
    ...common(draft),
    action: random.pick(['ADD', 'OBSERVE', 'DELETE'] as const),
    bizTransactionList: [{ type: 'po', bizTransaction: `https://example.org/orders/${number}` }],
    ...(parent !== undefined && random.chance(0.6) ? { parentID: spell(random, parent) } : {}),
    epcList: epcs,
    ...(quantities.length > 0 ? { quantityList: quantities } : {}),
  };
}

/** Alone, or a part of one of two transformations whose inputs and outputs are recorded in several events. */
function transformationEvent(draft: Draft): RawEvent {
  const { random, codes } = draft;
  const spread = random.chance(0.5);
  const part = spread ? random.pick(['inputs', 'outputs', 'both']) : 'both';
  const goods = random.chance(0.15) ? codes.units : codes.units.filter((unit) => unit.gtin !== undefined);
  const drawn = random.some(goods, 2 + random.below(3));
  const cut = 1 + random.below(Math.max(1, drawn.length - 1));
  const inputs = lists(random, part === 'outputs' ? [] : twice(random, drawn.slice(0, cut)));
  // Rework within one event: what goes in comes out again.
  const rework = part === 'both' && random.chance(0.08) ? drawn.slice(0, 1) : [];
  const outputs = lists(random, part === 'inputs' ? [] : [...drawn.slice(cut), ...rework]);
  return {
    type: 'TransformationEvent',
    ...common(draft),
    ...(spread ? { transformationID: `https://example.org/batches/${random.below(2)}` } : {}),
    ...(inputs.epcs.length > 0 ? { inputEPCList: inputs.epcs } : {}),
    ...(inputs.quantities.length > 0 ? { inputQuantityList: inputs.quantities } : {}),
    ...(outputs.epcs.length > 0 ? { outputEPCList: outputs.epcs } : {}),
    ...(outputs.quantities.length > 0 ? { outputQuantityList: outputs.quantities } : {}),
    ...drawIlmd(random, codes),
  };
}

/**
 * Declares about one event in twelve erroneous, by a later row of the same eventID; some with a corrective event at
 * another time, a few where the original was never captured.
 */
function withCorrections(random: Random, drawn: readonly RawEvent[]): RawEvent[] {
  const events = [...drawn];
  for (const original of drawn) {
    if (!random.chance(0.08)) continue;
    const at = events.indexOf(original);
    const correctiveID = `${original.eventID}-corrected`;
    const corrected = random.chance(0.5);
    const declaration: RawEvent = {
      ...original,
      errorDeclaration: {
        declarationTime: new Date(Date.parse(original.eventTime) + 50 * HOUR_MS).toISOString(),
        reason: 'incorrect_data',
        ...(corrected ? { correctiveEventIDs: [correctiveID] } : {}),
      },
    };
    if (random.chance(0.15)) events[at] = declaration;
    else events.splice(at + 1 + random.below(events.length - at), 0, declaration);
    if (!corrected) continue;
    const time = spellTime(random, Date.parse(original.eventTime) + random.below(3) * HOUR_MS);
    events.splice(at + 1 + random.below(events.length - at), 0, { ...original, ...time, eventID: correctiveID });
  }
  return events;
}
