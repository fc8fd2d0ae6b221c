/**
 * CBV 2.0 §8.9: the hash of an event, the same however the event is spelt.
 *
 * The event is written out as one canonical string, the pre-hash string, in which order of keys, order
 * of lists, spelling of codes, terms, times and numbers no longer show. Its SHA-256 in a `ni` URI is the
 * event's hash ID. What the hash does not cover is what a repository or a correction adds to an event:
 * `eventID`, `recordTime` and `errorDeclaration`.
 */

import { canonical } from '@suyuan/codes';
import { type Context, expand, extendContext, qualify } from './context.ts';
import { decimal, sortedByCodePoint } from './hash-text.ts';
import { epochMsRounded } from './time.ts';
import {
  bizStepUri,
  bizTransactionTypeUri,
  componentUri,
  dispositionUri,
  sensorTermUri,
  sourceDestTypeUri,
  webUriOfUrn,
} from './vocabulary.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Writes the value of one field in its canonical form; the empty string when it has none. */
type Writer = (value: unknown, context: Context) => string;

/** A standard field: its key in JSON and what stands for it in the pre-hash string. */
type Field = readonly [key: string, write: Writer];

/**
 * The hash ID of one event: `ni:///sha-256;<hex>?ver=CBV2.0` (RFC 6920).
 * @param raw the event as received, structurally valid
 * @param context of the document around it; the event's own `@context` is added here
 * @param sha256Hex SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits
 */
export function eventHashId(raw: unknown, context: Context, sha256Hex: (utf8: string) => string): string {
  return `ni:///sha-256;${sha256Hex(eventPreHash(raw, context))}?ver=CBV2.0`;
}

/** The pre-hash string of one event. Parameters as for `eventHashId`. */
export function eventPreHash(raw: unknown, context: Context): string {
  if (!isFields(raw)) return '';
  const own = extendContext(context, raw['@context']);
  const closing = extensionParts(raw, EVENT_KEYS, own);
  for (const [key, write] of CLOSING_FIELDS) {
    const value = raw[key];
    if (value !== undefined) closing.push(write(value, own));
  }
  return standardPart(raw, EVENT_FIELDS, own) + sortedByCodePoint(closing).join('');
}

/**
 * Event fields in the canonical property order of §8.9, as the reference of the standard applies it: the
 * printed table has `epcList` before `parentID` and knows no `certificationInfo`.
 */
const EVENT_FIELDS: readonly Field[] = [
  ['type', (value, context) => pair('eventType', plain(value, context))],
  field('eventTime', time),
  field('eventTimeZoneOffset', plain),
  ['certificationInfo', certificationInfo],
  field('parentID', identifier),
  ['epcList', epcs('epcList')],
  ['inputEPCList', epcs('inputEPCList')],
  ['childEPCs', epcs('childEPCs')],
  ['quantityList', quantities('quantityList')],
  ['childQuantityList', quantities('childQuantityList')],
  ['inputQuantityList', quantities('inputQuantityList')],
  ['outputEPCList', epcs('outputEPCList')],
  ['outputQuantityList', quantities('outputQuantityList')],
  field('action', plain),
  field('transformationID', identifier),
  field('bizStep', term(bizStepUri)),
  field('disposition', term(dispositionUri)),
  ['persistentDisposition', persistentDisposition],
  ['readPoint', place('readPoint')],
  ['bizLocation', place('bizLocation')],
  ['sensorElementList', sensorElements],
];

/**
 * The printed table of §8.9 has these among the fields above and sources before destinations. The hashes
 * published with the standard's reference come out only when they stand behind the sensor elements,
 * sorted by name together with the user extensions, and a hash is worth only what others compute too.
 */
const CLOSING_FIELDS: readonly Field[] = [
  ['bizTransactionList', typedIds('bizTransactionList', 'bizTransaction', term(bizTransactionTypeUri))],
  ['destinationList', typedIds('destinationList', 'destination', term(sourceDestTypeUri))],
  ['ilmd', ilmd],
  ['sourceList', typedIds('sourceList', 'source', term(sourceDestTypeUri))],
];

/** Keys that are no user extension; those without a place in the canonical order are not hashed. */
const EVENT_KEYS: ReadonlySet<string> = new Set([
  ...[...EVENT_FIELDS, ...CLOSING_FIELDS].map(([key]) => key),
  'eventID',
  'recordTime',
  'errorDeclaration',
]);

const METADATA_FIELDS: readonly Field[] = [
  ...['time', 'startTime', 'endTime'].map((key) => field(key, time)),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'].map((key) => field(key, identifier)),
];
const METADATA_KEYS: ReadonlySet<string> = new Set(METADATA_FIELDS.map(([key]) => key));

const REPORT_FIELDS: readonly Field[] = [
  field('type', term(sensorTermUri)),
  field('exception', term(sensorTermUri)),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'].map((key) => field(key, identifier)),
  field('time', time),
  field('microorganism', identifier),
  field('chemicalSubstance', identifier),
  field('value', number),
  field('component', term(componentUri)),
  field('stringValue', plain),
  field('booleanValue', plain),
  field('hexBinaryValue', plain),
  field('uriValue', identifier),
  ...['minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'].map((key) => field(key, number)),
  field('uom', plain),
  field('coordinateReferenceSystem', identifier),
];
const REPORT_KEYS: ReadonlySet<string> = new Set(REPORT_FIELDS.map(([key]) => key));

const QUANTITY_FIELDS: readonly Field[] = [
  field('epcClass', identifier),
  field('quantity', number),
  field('uom', plain),
];

const PLACE_KEYS: ReadonlySet<string> = new Set(['id']);
const ELEMENT_KEYS: ReadonlySet<string> = new Set(['sensorMetadata', 'sensorReport']);
const NO_KEYS: ReadonlySet<string> = new Set();

// ---- Parts of an event ----

function standardPart(fields: Fields, order: readonly Field[], context: Context): string {
  let out = '';
  for (const [key, write] of order) {
    const value = fields[key];
    if (value !== undefined) out += write(value, context);
  }
  return out;
}

function field(key: string, write: Writer): Field {
  return [key, (value, context) => pair(key, write(value, context))];
}

/** §8.9: an element that the event does not state is not written. */
function pair(key: string, value: string): string {
  return value === '' ? '' : `${key}=${value}`;
}

function epcs(name: string): Writer {
  return (value, context) =>
    list(
      name,
      listOf(value).map((epc) => pair('epc', identifier(epc, context))),
    );
}

function quantities(name: string): Writer {
  return (value, context) =>
    list(
      name,
      listOf(value)
        .filter(isFields)
        .map((quantity) => `quantityElement${standardPart(quantity, QUANTITY_FIELDS, context)}`),
    );
}

function typedIds(name: string, member: string, type: Writer): Writer {
  // The rule's text has the type follow the identifier; the published hashes come out only with it in front.
  const fields: readonly Field[] = [field('type', type), field(member, identifier)];
  return (value, context) =>
    list(
      name,
      listOf(value)
        .filter(isFields)
        .map((entry) => standardPart(entry, fields, context)),
    );
}

function certificationInfo(value: unknown, context: Context): string {
  const certificates = listOf(value).map((member) => pair('certificationInfo', identifier(member, context)));
  return sortedByCodePoint(certificates).join('');
}

const DISPOSITION = term(dispositionUri);

function persistentDisposition(value: unknown, context: Context): string {
  if (!isFields(value)) return '';
  const dispositions = (name: 'set' | 'unset') =>
    sortedByCodePoint(listOf(value[name]).map((member) => pair(name, DISPOSITION(member, context)))).join('');
  const members = dispositions('set') + dispositions('unset');
  return members === '' ? '' : `persistentDisposition${members}`;
}

function place(name: string): Writer {
  return (value, context) => {
    if (!isFields(value)) return list(name, [pair('id', identifier(value, context))]);
    return list(name, [pair('id', identifier(value.id, context)) + extensionPart(value, PLACE_KEYS, context)]);
  };
}

function sensorElements(value: unknown, context: Context): string {
  const elements = listOf(value)
    .filter(isFields)
    .map((element) => sensorElement(element, context));
  return list('sensorElementList', elements);
}

function sensorElement(element: Fields, context: Context): string {
  const { sensorMetadata, sensorReport } = element;
  const metadata = isFields(sensorMetadata)
    ? `sensorMetadata${standardPart(sensorMetadata, METADATA_FIELDS, context)}${extensionPart(sensorMetadata, METADATA_KEYS, context)}`
    : '';
  const reports = listOf(sensorReport)
    .filter(isFields)
    .map(
      (report) =>
        `sensorReport${standardPart(report, REPORT_FIELDS, context)}${extensionPart(report, REPORT_KEYS, context)}`,
    );
  return `sensorElement${metadata}${sortedByCodePoint(reports).join('')}${extensionPart(element, ELEMENT_KEYS, context)}`;
}

function ilmd(value: unknown, context: Context): string {
  return isFields(value) ? list('ilmd', [extensionPart(value, NO_KEYS, context)]) : '';
}

/** §8.9: the name of a list stands once, its members sorted; a list without members is not written. */
function list(name: string, members: string[]): string {
  const joined = sortedByCodePoint(members).join('');
  return joined === '' ? '' : name + joined;
}

// ---- User extensions ----

function extensionPart(fields: Fields, standardKeys: ReadonlySet<string>, context: Context): string {
  return sortedByCodePoint(extensionParts(fields, standardKeys, context)).join('');
}

function extensionParts(fields: Fields, standardKeys: ReadonlySet<string>, context: Context): string[] {
  const parts: string[] = [];
  for (const key of Object.keys(fields)) {
    if (standardKeys.has(key) || key === '@context') continue;
    const name = extensionName(key, context);
    if (name === COMMENT) continue;
    for (const part of extensionMember(name, fields[key], context)) parts.push(part);
  }
  return parts;
}

/** A remark for human readers (EPCIS 2.0 §10.2), no data: the published hashes leave it out. */
const COMMENT = '{http://www.w3.org/2000/01/rdf-schema#}comment';

function extensionName(key: string, context: Context): string {
  const { namespace, local } = qualify(context, key);
  return namespace === '' ? local : `{${namespace}}${local}`;
}

/** An array is what XML writes as repeated elements, so each member carries the name. */
function extensionMember(name: string, value: unknown, context: Context): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => extensionMember(name, member, context));
  if (!isFields(value)) return [pair(name, extensionValue(value, context)) || name];
  const literal = value['@value'];
  if (literal !== undefined) return extensionMember(name, literal, context);
  return [name + extensionPart(value, NO_KEYS, extendContext(context, value['@context']))];
}

// ---- Values ----

/**
 * XML has no number type, so a text like `23.0` counts as the quantity that JSON may have it as and loses
 * its trailing zeros. Leading zeros stay: they belong to batch numbers and the like.
 */
function extensionValue(value: unknown, context: Context): string {
  const text = identifier(value, context);
  return FRACTION.test(text) ? decimal(text) : text;
}

const FRACTION = /^-?(?:0|[1-9]\d*)\.\d+$/;

function plain(value: unknown, _context: Context): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return decimal(String(value));
  return typeof value === 'boolean' ? String(value) : '';
}

function number(value: unknown, context: Context): string {
  return decimal(plain(value, context));
}

function time(value: unknown, context: Context): string {
  const text = plain(value, context);
  const ms = epochMsRounded(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

function term(uriOf: (term: string, context: Context) => string): Writer {
  return (value, context) => {
    const text = plain(isFields(value) ? value.id : value, context);
    return text === '' ? '' : uriOf(text, context);
  };
}

function identifier(value: unknown, context: Context): string {
  const text = plain(isFields(value) ? value.id : value, context);
  const colon = text.indexOf(':');
  if (colon < 0) return text;
  if (text.startsWith('urn:epc:') || /^https?:/i.test(text)) return finestDigitalLink(text);
  if (text.startsWith('urn:')) return webUriOfUrn(text) ?? text;
  return /\s/.test(text) ? text : expand(context, text);
}

const GS1_HOST = 'https://id.gs1.org/';

/** Qualifiers of a GS1 key that name something finer than the key, finest first (§8.9, list of Digital Link forms). */
const FINER: ReadonlyMap<string, readonly string[]> = new Map([
  ['01', ['21', '10', '235']],
  ['8006', ['21', '10']],
  ['414', ['254']],
  ['8010', ['8011']],
]);

/** §8.9: a GS1 code is written as the canonical Digital Link of its finest level only: a serial without its lot. */
function finestDigitalLink(text: string): string {
  const link = canonical(text);
  if (!link.startsWith(GS1_HOST)) return text;
  const [key = '', value = '', ...qualifiers] = link.slice(GS1_HOST.length).split('/');
  if (qualifiers.length === 0) return link;
  for (const finer of FINER.get(key) ?? []) {
    // Names stand at even places; a lot may itself be numbered 21.
    const at = qualifiers.findIndex((part, i) => i % 2 === 0 && part === finer);
    if (at >= 0) return `${GS1_HOST}${key}/${value}/${finer}/${qualifiers[at + 1] ?? ''}`;
  }
  return `${GS1_HOST}${key}/${value}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
