/**
 * EPCIS XML as EPCIS JSON: an event, and the parts of the document around it (EPCIS 2.0 §9.5 and §10; of 1.2, the
 * `extension` and `baseExtension` elements around what came later are left out).
 *
 * What the standard defines becomes what its JSON binding has for it. Elements of other namespaces keep their text, as
 * GS1's own examples do, unless `urn:suyuan:json` attributes say that they were something else in JSON.
 */
import { holdsPersonalNumber } from '@suyuan/codes';
import {
  ATTRIBUTE_NAMESPACE,
  ATTRIBUTE_PREFIX,
  isStandard,
  JSON_NAMESPACE,
  type Prefixes,
  type XmlElement,
  XSI,
} from './tree.ts';

type Json = Record<string, unknown>;

/** Elements around what came after EPCIS 1.0; their content belongs to the element around them. */
const WRAPPERS = new Set(['extension', 'baseExtension']);

/** An event element as an event. */
export function eventFromXml(element: XmlElement, prefixes: Prefixes): Json {
  if (isStandard(element.uri) && element.local === 'QuantityEvent') return quantityEvent(element, prefixes);
  return { type: element.local, ...membersOf(element, { prefixes, readers: EVENT }) };
}

/**
 * EPCIS 1.2 §7.4.4: a quantity of one class was observed, which in 2.0 an ObjectEvent says. One with members that no
 * QuantityEvent has keeps its type, and is refused by it.
 */
function quantityEvent(element: XmlElement, prefixes: Prefixes): Json {
  const members = membersOf(element, { prefixes, readers: QUANTITY_EVENT });
  if (FOREIGN_TO_QUANTITY_EVENT.some((name) => Object.hasOwn(members, name)))
    return { type: element.local, ...members };
  const { epcClass, quantity = null, ...others } = members;
  // 1.2 requires both. A class without quantity would be sound in 2.0 and say less, so that a missing one is null there.
  const what = epcClass === undefined ? { quantity } : { epcClass, quantity };
  return { type: 'ObjectEvent', ...others, action: 'OBSERVE', quantityList: [what] };
}
const FOREIGN_TO_QUANTITY_EVENT = ['action', 'epcList', 'quantityList'];

interface Reading {
  readonly prefixes: Prefixes;
  readonly readers: Readers;
}
type Reader<Value = unknown> = (element: XmlElement, prefixes: Prefixes) => Value;
type Readers = Readonly<Record<string, Reader>>;

/** Members of an object: standard elements by their readers, others as extensions; those that repeat are lists. */
function membersOf(element: XmlElement, reading: Reading): Json {
  const members: Json = {};
  // Of names that repeat; a list that a reader made, or an array that a mark made, is one value.
  const lists = new Map<string, unknown[]>();
  for (const child of unwrapped(element)) {
    const name = reading.prefixes.nameOf(child);
    // XML Schema §2.6.2: a nil element is there and has no value; JSON leaves such a member out.
    if (isStandard(child.uri) && isNil(child)) continue;
    // Own members only: an element may be called `toString`.
    const isRead = isStandard(child.uri) && Object.hasOwn(reading.readers, child.local);
    const reader = isRead ? reading.readers[child.local] : undefined;
    const value = (reader ?? extensionOf)(child, reading.prefixes);
    const list = lists.get(name);
    const isKnown = Object.hasOwn(members, name);
    if (list !== undefined) list.push(value);
    else if (!isKnown && !isList(child)) define(members, name, value);
    else {
      const first = isKnown ? [members[name], value] : [value];
      lists.set(name, first);
      define(members, name, first);
    }
  }
  return members;
}

/** Also for names like `__proto__`, which the validator then refuses. */
function define(members: Json, name: string, value: unknown): void {
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}

function unwrapped(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    isStandard(child.uri) && WRAPPERS.has(child.local) ? unwrapped(child) : [child],
  );
}

const text: Reader = (element) => element.text.trim();
/** `xsd:anyURI` of a term or a reference. Codes of units, places, parties and documents are what they are, and no CURIEs. */
const uri: Reader = (element, prefixes) => prefixes.valueOf(element.text.trim(), element);
const allOf =
  (name: string, read: Reader): Reader<readonly unknown[]> =>
  (element, prefixes) =>
    unwrapped(element)
      .filter(({ local }) => local === name)
      .map((child) => read(child, prefixes));
const listOf =
  (read: Reader): Reader =>
  (element, prefixes) =>
    unwrapped(element).map((child) => read(child, prefixes));
const objectOf =
  (readers: Readers): Reader =>
  (element, prefixes) =>
    membersOf(element, { prefixes, readers });

/**
 * A decimal number of XML Schema as a number; any other text stays one, for the validator to point at, as the number
 * of a person does.
 */
function numberOf(value: string): unknown {
  const trimmed = value.trim();
  // As a number it would be rounded, and no longer be seen to be one.
  if (holdsPersonalNumber(trimmed)) return trimmed;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}
const number: Reader = (element) => numberOf(element.text);

/** `<bizTransaction type="…">id</bizTransaction>` and its like. */
const typed =
  (member: string): Reader =>
  (element, prefixes) => {
    const type = attributeOf(element, 'type');
    const given = type === undefined ? {} : { type: prefixes.valueOf(type, element) };
    return { ...given, [member]: element.text.trim() };
  };

const quantityElement = objectOf({ epcClass: text, quantity: number, uom: text });
const place = objectOf({ id: text });
const epcs = allOf('epc', text);
const correctiveIds = allOf('correctiveEventID', text);

const NUMBERS = new Set(['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue']);

/** Attributes of sensor elements that are `xsd:anyURI`. */
const URIS = new Set([
  'type',
  'exception',
  'component',
  'deviceID',
  'deviceMetadata',
  'rawData',
  'dataProcessingMethod',
  'bizRules',
  'microorganism',
  'chemicalSubstance',
  'uriValue',
  'coordinateReferenceSystem',
]);

/** Attributes of sensor elements are members; those of other namespaces keep their prefix. */
function attributesOf(element: XmlElement, prefixes: Prefixes): Json {
  const members: Json = {};
  for (const attribute of element.attributes) {
    if (attribute.uri === XSI || attribute.uri === JSON_NAMESPACE) continue;
    const { local, value } = attribute;
    if (attribute.uri !== '') define(members, prefixes.nameOf(attribute), value);
    else define(members, local, URIS.has(local) ? prefixes.valueOf(value, element) : sensorValue(local, value));
  }
  return members;
}

function sensorValue(name: string, value: string): unknown {
  if (NUMBERS.has(name)) return numberOf(value);
  if (name !== 'booleanValue') return value;
  const flag = value.trim();
  return flag === 'true' || flag === '1' ? true : flag === 'false' || flag === '0' ? false : value;
}

const sensorPart: Reader = (element, prefixes) => ({
  ...attributesOf(element, prefixes),
  ...membersOf(element, { prefixes, readers: {} }),
});

/** Reports repeat beside each other, and are a list in JSON also where there is one. */
function sensorElement(element: XmlElement, prefixes: Prefixes): Json {
  const reports = unwrapped(element).filter(isReport);
  const others = { ...element, children: unwrapped(element).filter((child) => !isReport(child)) };
  const members = membersOf(others, { prefixes, readers: { sensorMetadata: sensorPart } });
  if (reports.length > 0) members.sensorReport = reports.map((report) => sensorPart(report, prefixes));
  return members;
}

const isReport = ({ local, uri }: XmlElement): boolean => isStandard(uri) && local === 'sensorReport';

const persistentDisposition: Reader = (element, prefixes) => ({
  ...nonEmpty('set', allOf('set', uri)(element, prefixes)),
  ...nonEmpty('unset', allOf('unset', uri)(element, prefixes)),
});

const errorDeclaration = objectOf({ declarationTime: text, reason: uri, correctiveEventIDs: correctiveIds });

const EVENT: Readers = {
  eventTime: text,
  recordTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  certificationInfo: uri,
  errorDeclaration,
  action: text,
  bizStep: uri,
  disposition: uri,
  persistentDisposition,
  transformationID: text,
  parentID: text,
  epcList: epcs,
  childEPCs: epcs,
  inputEPCList: epcs,
  outputEPCList: epcs,
  quantityList: listOf(quantityElement),
  childQuantityList: listOf(quantityElement),
  inputQuantityList: listOf(quantityElement),
  outputQuantityList: listOf(quantityElement),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: listOf(typed('bizTransaction')),
  sourceList: listOf(typed('source')),
  destinationList: listOf(typed('destination')),
  sensorElementList: listOf(sensorElement),
  ilmd: objectOf({}),
};

const QUANTITY_EVENT: Readers = { ...EVENT, epcClass: text, quantity: number };

/** `xsi:nil` is an `xs:boolean`, whose true is also written 1 (XML Schema 2 §3.2.2). */
function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(({ uri, local, value }) => uri === XSI && local === 'nil' && /^\s*(?:true|1)\s*$/.test(value));
}

/** Whether it was a list in JSON although it stands alone. */
function isList(element: XmlElement): boolean {
  return markOf(element, 'list') === 'true';
}

function markOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ uri, local }) => uri === JSON_NAMESPACE && local === name)?.value;
}

/** An element of another namespace: its text, or an object of what is in it. */
export function extensionOf(element: XmlElement, prefixes: Prefixes): unknown {
  const kind = markOf(element, 'type');
  if (kind !== undefined) return markedValue(element, kind, prefixes);
  const attributes = foreignAttributes(element, prefixes);
  if (element.children.length === 0) {
    if (Object.keys(attributes).length === 0) return element.text;
    return element.text.trim() === '' ? attributes : { ...attributes, '@value': element.text };
  }
  const members = { ...attributes, ...membersOf(element, { prefixes, readers: {} }) };
  const between = element.text.trim();
  return between === '' ? members : { ...members, '@value': between };
}

function markedValue(element: XmlElement, kind: string, prefixes: Prefixes): unknown {
  switch (kind) {
    case 'number':
      return numberOf(element.text);
    case 'boolean':
      return element.text.trim() === 'true';
    case 'null':
      return null;
    case 'array':
      return element.children.map((child) => extensionOf(child, prefixes));
    default:
      // An object, also an empty one.
      return { ...foreignAttributes(element, prefixes), ...keyedMembers(element, prefixes) };
  }
}

/** A member whose name is no name of XML stands under `member` with its name as an attribute. */
function keyedMembers(element: XmlElement, prefixes: Prefixes): Json {
  const plain = element.children.filter((child) => markOf(child, 'name') === undefined);
  const members = membersOf({ ...element, children: plain }, { prefixes, readers: {} });
  for (const child of element.children) {
    const name = markOf(child, 'name');
    if (name !== undefined) define(members, name, extensionOf(child, prefixes));
  }
  return members;
}

function foreignAttributes(element: XmlElement, prefixes: Prefixes): Json {
  const members: Json = {};
  for (const { uri, prefix, local, value } of element.attributes) {
    if (uri === XSI || uri === JSON_NAMESPACE || uri === 'http://www.w3.org/2000/xmlns/') continue;
    const own = uri === '' ? { uri: ATTRIBUTE_NAMESPACE, prefix: ATTRIBUTE_PREFIX, local } : { uri, prefix, local };
    define(members, prefixes.nameOf(own), value);
  }
  return members;
}

/** A `VocabularyList` as `vocabularyList` (CBV 2.0 §9). */
export function vocabularyFromXml(element: XmlElement, prefixes: Prefixes): readonly Json[] {
  return named(element, 'Vocabulary').map((vocabulary) => ({
    type: attributeOf(vocabulary, 'type'),
    vocabularyElementList: named(vocabulary, 'VocabularyElementList')
      .flatMap((list) => named(list, 'VocabularyElement'))
      .map((entry) => ({
        id: attributeOf(entry, 'id'),
        ...nonEmpty(
          'attributes',
          named(entry, 'attribute').map((attribute) => attributeEntry(attribute, prefixes)),
        ),
        ...nonEmpty(
          'children',
          named(entry, 'children').flatMap((list) => named(list, 'id').map((id) => id.text.trim())),
        ),
      })),
  }));
}

function attributeEntry(attribute: XmlElement, prefixes: Prefixes): Json {
  const value =
    attribute.children.length === 0 ? attribute.text.trim() : membersOf(attribute, { prefixes, readers: {} });
  return { id: attributeOf(attribute, 'id'), attribute: value };
}

const nonEmpty = (name: string, list: readonly unknown[]): Json => (list.length === 0 ? {} : { [name]: list });

export const named = (element: XmlElement, local: string): readonly XmlElement[] =>
  unwrapped(element).filter((child) => child.local === local);

export function attributeOf(element: XmlElement, local: string): string | undefined {
  return element.attributes.find((attribute) => attribute.uri === '' && attribute.local === local)?.value.trim();
}
