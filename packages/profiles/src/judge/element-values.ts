/** What an event says of the data elements of a pack. */
import { readCode } from '@suyuan/codes';
import { type EventFacts, type ExtensionValue, epochMs, type NamedValue } from '@suyuan/epcis';
import { bareTerm } from '../bare-term.ts';
import type { ElementValue, ElementValues } from '../expression.ts';
import type { Pack, PackElement } from '../pack/pack.ts';

/** What is known of those that an event is about, beside what it says: attributes by the last part of their names. */
export interface KnownOf {
  readonly product?: Attributes | undefined;
  readonly supplier?: Attributes | undefined;
  readonly buyer?: Attributes | undefined;
  readonly recorder?: Attributes | undefined;
  /** Of the first that confirmed the record: `name` of the person, `capacity`, `organisation`. */
  readonly countersignature?: Attributes | undefined;
}
type Attributes = Readonly<Record<string, unknown>>;

export interface ReadElements {
  readonly values: ElementValues;
  /** Elements that are there and are not of their type. */
  readonly misread: ReadonlySet<string>;
}

/** The elements of a pack, with what reads them. */
export interface PlacedElements {
  /** Looked for in every event. */
  readonly always: readonly PlacedElement[];
  /** Looked for in events that hold something of such a name: half of all elements, and an event holds few names. */
  readonly byName: ReadonlyMap<string, readonly PlacedElement[]>;
}

/** With the places where an event may hold it, the first that is there first. */
interface PlacedElement {
  readonly id: string;
  readonly type: PackElement['type'];
  readonly places: readonly Place[];
}

/** What stands there, as texts; none where there is nothing. */
type Place = (read: Reading) => readonly string[];

/** An event while it is read: what it says beyond the standard is looked through once, and not for each element. */
interface Reading {
  readonly facts: EventFacts;
  readonly known: KnownOf;
  /** Its time, as a text; not there where whoever asks is not told it. */
  readonly time: readonly string[];
  readonly ilmd: Named;
  readonly extensions: Named;
}
type Named = ReadonlyMap<string, readonly ExtensionValue[]>;

/** Made once a pack: of each event some hundred places are looked at. */
export function placedElements({ elements }: Pick<Pack, 'elements'>): PlacedElements {
  const always: PlacedElement[] = [];
  const byName = new Map<string, PlacedElement[]>();
  for (const [id, { type, at }] of Object.entries(elements)) {
    const element = { id, type, places: at.map(placeOf) };
    const names = at.map((place) => NAMED_PLACE.exec(place)?.[1]);
    if (names.includes(undefined)) always.push(element);
    else for (const name of new Set(names)) byName.set(name ?? '', [...(byName.get(name ?? '') ?? []), element]);
  }
  return { always, byName };
}

const NAMED_PLACE = /^(?:ilmd|event)\/([^/]+)/;

export function readElements(facts: EventFacts, known: KnownOf, { always, byName }: PlacedElements): ReadElements {
  const reading: Reading = {
    ...{ facts, known, ilmd: byLastPart(facts.ilmd), extensions: byLastPart(facts.extensions) },
    // Not a number where whoever asks is not told it.
    time: Number.isNaN(facts.eventTimeMs) ? NOTHING : [new Date(facts.eventTimeMs).toISOString()],
  };
  const values: Record<string, ElementValue> = {};
  const misread = new Set<string>();
  const read = ({ id, type, places }: PlacedElement): void => {
    const texts = firstOf(reading, places);
    if (texts === undefined) return;
    const value = typed(texts, type);
    if (value === undefined) misread.add(id);
    else values[id] = value;
  };
  always.forEach(read);
  // Read once more where it has two names of them, to the same end.
  for (const names of [reading.ilmd.keys(), reading.extensions.keys()]) {
    for (const name of names) byName.get(name)?.forEach(read);
  }
  return { values, misread };
}

/** What stands at the first of the places that has something; what is empty is not there. */
function firstOf(reading: Reading, places: readonly Place[]): readonly string[] | undefined {
  for (const place of places) {
    const texts = place(reading);
    if (texts.length === 0) continue;
    const filled = texts.filter((text) => text.trim() !== '');
    if (filled.length > 0) return filled;
  }
  return undefined;
}

const NOTHING: readonly string[] = [];

function placeOf(text: string): Place {
  const [head = '', name = '', member] = text.split('/');
  switch (head) {
    case 'quantity':
      return ({ facts }) =>
        facts.units.flatMap(({ quantity }) => (quantity === undefined ? [] : [String(quantity)])).slice(0, 1);
    case 'eventTime':
      return ({ time }) => time;
    case 'readPoint':
      return ({ facts }) => given(facts.readPoint);
    case 'bizLocation':
      return ({ facts }) => given(facts.bizLocation);
    case 'lot':
      return ({ facts }) => given(facts.lotNumber ?? partsOf(facts).lot);
    case 'serial':
      return ({ facts }) => given(partsOf(facts).serial);
    case 'gtin':
      return ({ facts }) => given(partsOf(facts).gtin);
    case 'certificate':
      return ({ facts }) => facts.certificationInfo ?? NOTHING;
    case 'ilmd':
      return ({ ilmd }) => named(ilmd, name, member);
    case 'event':
      return ({ extensions }) => named(extensions, name, member);
    case 'document':
      return ({ facts }) =>
        facts.bizTransactions.flatMap(({ type, id }) => (bareTerm(type ?? '') === name ? [id] : []));
    case 'source':
      return ({ facts }) => parties(facts.sources, name);
    case 'destination':
      return ({ facts }) => parties(facts.destinations, name);
    case 'sensor':
      return ({ facts }) => sensed(facts, name);
    case 'product':
    case 'supplier':
    case 'buyer':
    case 'recorder':
    case 'countersignature':
      return ({ known }) => plain(known[head]?.[name]);
    default:
      return () => NOTHING;
  }
}

function given(text: string | undefined): readonly string[] {
  return text === undefined ? NOTHING : [text];
}

type Part = 'lot' | 'serial' | 'gtin';

const partsRead = new WeakMap<EventFacts, Readonly<Partial<Record<Part, string>>>>();

/** Three elements may ask for them, and reading a code is what takes longest of an event. */
function partsOf(facts: EventFacts): Readonly<Partial<Record<Part, string>>> {
  const read = partsRead.get(facts);
  if (read !== undefined) return read;
  const found: Partial<Record<Part, string>> = {};
  for (const { code } of facts.units.slice(0, UNITS_MAX)) {
    const { lot, serial, gtin } = readCode(code).parts;
    if (lot !== undefined) found.lot ??= lot;
    if (serial !== undefined) found.serial ??= serial;
    if (gtin !== undefined) found.gtin ??= gtin;
    if (found.gtin !== undefined) break;
  }
  partsRead.set(facts, found);
  return found;
}

/** Units that are looked at for a code that has such a part. */
const UNITS_MAX = 100;

function parties(transfers: EventFacts['sources'], kind: string): readonly string[] {
  if (transfers.length === 0) return NOTHING;
  return transfers.flatMap((each) => (bareTerm(each.kind) === kind ? [each.party] : []));
}

function sensed({ sensors }: EventFacts, type: string): readonly string[] {
  if (sensors === undefined) return NOTHING;
  const reports = sensors.flatMap((each) => each.reports);
  return reports.flatMap((report) => {
    const value = report.value ?? report.maxValue ?? report.meanValue;
    return report.type?.endsWith(`/${type}`) === true && value !== undefined ? [String(value)] : [];
  });
}

function named(values: Named, name: string, member: string | undefined): readonly string[] {
  const found = values.get(name);
  if (found === undefined) return NOTHING;
  if (member === undefined) return found.length === 1 ? plain(found[0]) : found.flatMap(plain);
  return found.flatMap((value) => [value].flat()).flatMap((value) => memberOf(value, member));
}

const NONE_NAMED: Named = new Map();

function byLastPart(values: readonly NamedValue[] | undefined): Named {
  if (values === undefined) return NONE_NAMED;
  const index = new Map<string, ExtensionValue[]>();
  for (const [full, value] of values) {
    const name = lastPart(full);
    const list = index.get(name);
    if (list === undefined) index.set(name, [value]);
    else list.push(value);
  }
  return index;
}

function memberOf(value: ExtensionValue, member: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([full, inner]) =>
    lastPart(full) === member ? [inner].flat().flatMap(plain) : [],
  );
}

function plain(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return Array.isArray(value) ? value.flatMap(plain) : [];
}

/** Of `https://ref.gs1.org/cbv/lotNumber`, `urn:epcglobal:cbv:mda:lotNumber`, `example:lotNumber`: `lotNumber`. */
export function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

function typed(texts: readonly string[], type: PackElement['type']): ElementValue | undefined {
  const text = (texts[0] ?? '').trim();
  switch (type) {
    case 'text':
    case 'code':
      return text;
    case 'list':
      return texts.map((each) => each.trim());
    case 'number':
      return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'date':
      return dateOf(text);
    case 'dateTime':
      return momentOf(text) ?? dateOf(text);
    default:
      return unreachable(type);
  }
}

/** A day begins at midnight in China. */
function dateOf(text: string): Date | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return momentOf(text);
  const at = new Date(`${year}-${month}-${day}T00:00:00+08:00`);
  // 2026-02-30 would be a day of March.
  return !Number.isNaN(at.getTime()) && new Date(at.getTime() + 8 * 3_600_000).getUTCDate() === Number(day)
    ? at
    : undefined;
}

function momentOf(text: string): Date | undefined {
  // The time of an event is that of several elements, one after another.
  if (text !== last.text) last = { text, ms: epochMs(text) };
  return Number.isNaN(last.ms) ? undefined : new Date(last.ms);
}

let last = { text: '', ms: Number.NaN };

function unreachable(type: never): never {
  throw new Error(`no values of type ${String(type)}`);
}
