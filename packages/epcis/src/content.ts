/**
 * What an event says, whole: the text by which two events are told to be one or two.
 *
 * The CBV hash is too coarse for that (CBV 2.0 §8.9 leaves out the lot of an instance, the consumer product variant, the
 * fourth digit of a time, the structure of extensions). Here everything counts that anything derives from: every
 * qualifier of every code, every term by its full URI, every extension by its expanded name, times to the digit. What
 * does not count is what says the same: spelling of codes, terms, times and prefixes, order of keys and of the
 * standard's lists. Two events of one content have equal facts; a property test holds that.
 *
 * `eventID`, `recordTime` and `errorDeclaration` are no content: a repository or a correction adds them.
 */
import { canonical } from '@suyuan/codes';
import { type Context, expand, extendContext, qualify } from './context.ts';
import { type Fields, isFields } from './fields.ts';
import { decimal } from './hash-text.ts';
import { timeToTheDigit } from './time.ts';
import {
  bizStepUri,
  bizTransactionTypeUri,
  componentUri,
  dispositionUri,
  sensorTermUri,
  sourceDestTypeUri,
} from './vocabulary.ts';

/** A part of the content, as JSON has it; `{ o }` is an object by its sorted members, `{ a }` an array as it stands. */
type Part = string | null | { readonly [mark: string]: unknown } | readonly unknown[];
type Reader = (value: unknown, context: Context) => Part;
type Readers = Readonly<Record<string, Reader>>;

/**
 * The content of one event as a text, the same in JSON and XML wherever XML can say it.
 * @param raw the event as received, structurally valid
 * @param context of the document around it; the event's own `@context` is added here
 */
export function eventContent(raw: unknown, context: Context): string {
  return isFields(raw) ? JSON.stringify(members(raw, EVENT, extendContext(context, raw['@context']))) : 'null';
}

const plain: Reader = (value) => (typeof value === 'string' ? value.trim() : scalar(value));

const number: Reader = (value) =>
  typeof value === 'number' ? decimal(String(value)) : { text: typeof value === 'string' ? value : scalar(value) };

const time: Reader = (value) => (typeof value === 'string' ? timeToTheDigit(value.trim()) : scalar(value));

/** A code of a unit, place, party or document, as the facts have it. */
const code: Reader = (value, context) => {
  if (isFields(value)) return isReference(value) ? code(value.id, context) : object(value, context, CODED);
  if (typeof value !== 'string') return scalar(value);
  const text = value.trim();
  return withExpansion(canonical(text), text, context);
};

/** Any other identifier: of a device, a method, a certificate. */
const reference: Reader = (value, context) => {
  if (isFields(value)) return isReference(value) ? reference(value.id, context) : object(value, context, REFERRED);
  return typeof value === 'string' ? canonical(expand(context, value.trim())) : scalar(value);
};

const term =
  (uriOf: (term: string, context: Context) => string): Reader =>
  (value, context) => {
    if (isFields(value)) return object(value, context, NO_READERS);
    return typeof value === 'string' ? uriOf(value.trim(), context) : scalar(value);
  };

/** A list of the standard: its order says nothing, and one without members is as good as absent. */
const listOf =
  (read: Reader): Reader =>
  (value, context) =>
    (Array.isArray(value) ? value : [value]).map((member) => JSON.stringify(read(member, context))).sort();

const objectOf =
  (readers: Readers): Reader =>
  (value, context) =>
    isFields(value) ? object(value, context, readers) : plain(value, context);

/** JSON-LD writes a reference as a string or as an object with nothing but `id`. */
function isReference(value: Fields): boolean {
  return typeof value.id === 'string' && Object.keys(value).length === 1;
}

const CODED: Readers = { id: code };
const REFERRED: Readers = { id: reference };

const quantities = listOf(objectOf({ epcClass: code, quantity: number, uom: plain }));
const place = (value: unknown, context: Context): Part =>
  typeof value === 'string' ? object({ id: value }, context, CODED) : objectOf(CODED)(value, context);

const METADATA: Readers = {
  time,
  startTime: time,
  endTime: time,
  deviceID: reference,
  deviceMetadata: reference,
  rawData: reference,
  dataProcessingMethod: reference,
  bizRules: reference,
};

const REPORT: Readers = {
  type: term(sensorTermUri),
  exception: term(sensorTermUri),
  deviceID: reference,
  deviceMetadata: reference,
  rawData: reference,
  dataProcessingMethod: reference,
  time,
  microorganism: reference,
  chemicalSubstance: reference,
  value: number,
  component: term(componentUri),
  stringValue: plain,
  booleanValue: plain,
  hexBinaryValue: plain,
  uriValue: reference,
  minValue: number,
  maxValue: number,
  meanValue: number,
  sDev: number,
  percRank: number,
  percValue: number,
  uom: plain,
  coordinateReferenceSystem: reference,
};

/** Members of an event by their names in the standard (EPCIS 2.0 §7.4); every other is an extension. */
const EVENT: Readers = {
  type: plain,
  eventTime: time,
  eventTimeZoneOffset: plain,
  certificationInfo: listOf(reference),
  parentID: code,
  epcList: listOf(code),
  inputEPCList: listOf(code),
  childEPCs: listOf(code),
  outputEPCList: listOf(code),
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  action: plain,
  transformationID: code,
  bizStep: term(bizStepUri),
  disposition: term(dispositionUri),
  persistentDisposition: objectOf({ set: listOf(term(dispositionUri)), unset: listOf(term(dispositionUri)) }),
  readPoint: place,
  bizLocation: place,
  sensorElementList: listOf(objectOf({ sensorMetadata: objectOf(METADATA), sensorReport: listOf(objectOf(REPORT)) })),
  bizTransactionList: listOf(objectOf({ type: term(bizTransactionTypeUri), bizTransaction: code })),
  sourceList: listOf(objectOf({ type: term(sourceDestTypeUri), source: code })),
  destinationList: listOf(objectOf({ type: term(sourceDestTypeUri), destination: code })),
  ilmd: objectOf({}),
};

const NO_CONTENT: ReadonlySet<string> = new Set(['@context', 'eventID', 'recordTime', 'errorDeclaration']);

/** Every name that the standard gives to a member of an event. */
export const EVENT_MEMBERS: ReadonlySet<string> = new Set([...Object.keys(EVENT), ...NO_CONTENT]);

// ---- Objects ----

function object(fields: Fields, context: Context, readers: Readers): Part {
  return { o: members(fields, readers, extendContext(context, fields['@context'])) };
}

/** The members in the order of their names; those of one name, which are a list, in their own. */
function members(fields: Fields, readers: Readers, context: Context): unknown[] {
  const entries: [name: string, value: unknown][] = [];
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined || (NO_CONTENT.has(key) && (readers === EVENT || key === '@context'))) continue;
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (reader === undefined) addExtension(entries, key, { value, context });
    else {
      const part = reader(value, context);
      if (!Array.isArray(part) || part.length > 0) entries.push([key, part]);
    }
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** An array is what XML writes as repeated elements, so each member carries the name. */
function addExtension(entries: [string, unknown][], key: string, at: { value: unknown; context: Context }): void {
  const { value, context } = at;
  const name = extensionName(key, context);
  if (name === COMMENT) return;
  if (!Array.isArray(value) || value.length === 0) entries.push([name, extension(value, context)]);
  else for (const member of value) entries.push([name, extension(member, context)]);
}

/** EPCIS 2.0 §10.2: a remark for people is no data, and the hash leaves it out as well. */
const COMMENT = '+http://www.w3.org/2000/01/rdf-schema#comment';

/** Marked, so that an extension without namespace is never taken for a member of the standard. */
function extensionName(key: string, context: Context): string {
  if (key.startsWith('@')) return key;
  const { namespace, local } = qualify(context, key);
  return `+${namespace}${local}`;
}

function extension(value: unknown, context: Context): Part {
  if (Array.isArray(value)) return { a: value.map((member) => extension(member, context)) };
  if (!isFields(value)) return typeof value === 'string' ? withExpansion(value, value, context) : scalar(value);
  const keys = Object.keys(value);
  // JSON-LD 1.1 §4.2: a literal on its own and the value object that holds nothing but it are the same.
  if (keys.length === 1 && keys[0] === '@value' && !isFields(value['@value']))
    return extension(value['@value'], context);
  return object(value, context, NO_READERS);
}

const NO_READERS: Readers = {};

// ---- Values ----

/** XML has neither numbers nor flags, so a number or a flag is the text that stands for it. */
function scalar(value: unknown): Part {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? null : { other: JSON.stringify(value) };
}

/** A text that a prefix of the document gives another meaning counts with that meaning. */
function withExpansion(part: string, text: string, context: Context): Part {
  if (!CURIE.test(text)) return part;
  const expanded = expand(context, text);
  return expanded === text ? part : { text: part, means: expanded };
}

// What begins with `urn:` or continues with `//` is a URI; a text with a space is none, prefix or not.
const CURIE = /^(?!urn:)[^\s:/]+:(?!\/\/)\S*$/;
