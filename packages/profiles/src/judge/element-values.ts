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
}
type Attributes = Readonly<Record<string, unknown>>;

export interface ReadElements {
  readonly values: ElementValues;
  /** Elements that are there and are not of their type. */
  readonly misread: ReadonlySet<string>;
}

export function readElements(facts: EventFacts, known: KnownOf, { elements }: Pick<Pack, 'elements'>): ReadElements {
  const values: Record<string, ElementValue> = {};
  const misread = new Set<string>();
  for (const [id, element] of Object.entries(elements)) {
    const given = element.at.map((place) => at(facts, known, place)).find((texts) => texts.length > 0);
    if (given === undefined) continue;
    const value = typed(given, element.type);
    if (value === undefined) misread.add(id);
    else values[id] = value;
  }
  return { values, misread };
}

/** All that stands at a place, as texts; what is empty is not there. */
function at(facts: EventFacts, known: KnownOf, place: string): string[] {
  const [head = '', name = '', member] = place.split('/');
  return textsAt(facts, known, { head, name, member }).filter((text) => text.trim() !== '');
}

interface Place {
  readonly head: string;
  readonly name: string;
  readonly member: string | undefined;
}

function textsAt(facts: EventFacts, known: KnownOf, { head, name, member }: Place): string[] {
  switch (head) {
    case 'quantity':
      return facts.units.flatMap(({ quantity }) => (quantity === undefined ? [] : [String(quantity)])).slice(0, 1);
    case 'eventTime':
      return [new Date(facts.eventTimeMs).toISOString()];
    case 'readPoint':
      return given(facts.readPoint);
    case 'bizLocation':
      return given(facts.bizLocation);
    case 'lot':
      return given(facts.lotNumber ?? codePart(facts, 'lot'));
    case 'serial':
      return given(codePart(facts, 'serial'));
    case 'gtin':
      return given(codePart(facts, 'gtin'));
    case 'certificate':
      return [...(facts.certificationInfo ?? [])];
    case 'ilmd':
      return named(facts.ilmd, name, member);
    case 'event':
      return named(facts.extensions, name, member);
    case 'document':
      return facts.bizTransactions.flatMap(({ type, id }) => (bareTerm(type ?? '') === name ? [id] : []));
    case 'source':
      return parties(facts.sources, name);
    case 'destination':
      return parties(facts.destinations, name);
    case 'sensor':
      return sensed(facts, name);
    case 'product':
    case 'supplier':
    case 'buyer':
    case 'recorder':
      return plain(known[head]?.[name]);
    default:
      return [];
  }
}

function given(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function codePart({ units }: EventFacts, part: 'lot' | 'serial' | 'gtin'): string | undefined {
  for (const { code } of units) {
    const found = readCode(code).parts[part];
    if (found !== undefined) return found;
  }
  return undefined;
}

function parties(transfers: EventFacts['sources'], kind: string): string[] {
  return transfers.flatMap((each) => (bareTerm(each.kind) === kind ? [each.party] : []));
}

function sensed({ sensors }: EventFacts, type: string): string[] {
  const reports = (sensors ?? []).flatMap((each) => each.reports);
  return reports.flatMap((report) => {
    const value = report.value ?? report.maxValue ?? report.meanValue;
    return report.type?.endsWith(`/${type}`) === true && value !== undefined ? [String(value)] : [];
  });
}

function named(values: readonly NamedValue[] | undefined, name: string, member: string | undefined): string[] {
  return (values ?? [])
    .filter(([full]) => lastPart(full) === name)
    .flatMap(([, value]) => [value].flat())
    .flatMap((value) => (member === undefined ? plain(value) : memberOf(value, member)));
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
function lastPart(name: string): string {
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
  const at = new Date(epochMs(text));
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function unreachable(type: never): never {
  throw new Error(`no values of type ${String(type)}`);
}
