import { describe, expect, test } from 'vitest';
import { growth, LINEAR_MAX } from '../../../../tools/growth.fixture.ts';
import { ScanFault } from '../json-strict.ts';
import { readXmlDocument } from './read-document.fixture.ts';
import { ATTRIBUTES_MAX, createXmlScanner, ELEMENTS_MAX, looksLikeXml, NAMESPACES_MAX } from './scan.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const document = (body: string): string =>
  `<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0">${body}</e:EPCISDocument>`;
const listOf = (events: string): string => document(`<EPCISBody><EventList>${events}</EventList></EPCISBody>`);
const event = (step: string): string => `<ObjectEvent><bizStep>${step}</bizStep></ObjectEvent>`;

/** The finding of a text that is refused whole. */
function refusal(given: string | Uint8Array, limits = {}): unknown {
  const scanner = createXmlScanner({ depthMax: 64, eventBytesMax: 1000, headerBytesMax: 1000, ...limits });
  try {
    scanner.push(typeof given === 'string' ? bytes(given) : given);
    scanner.end();
  } catch (error) {
    if (error instanceof ScanFault) return error.finding;
    throw error;
  }
  return undefined;
}

describe('events', () => {
  test('come as soon as they are closed, each with its place in the JSON document', () => {
    const scanner = createXmlScanner();
    const text = listOf(event('packing') + event('shipping'));
    const cut = text.indexOf('</ObjectEvent>') + '</ObjectEvent>'.length;
    const found = [text.slice(0, cut - 1), text.slice(cut - 1, cut), text.slice(cut)].map((part) =>
      scanner.push(bytes(part)).map(({ index, pointer, value }) => [index, pointer, Object(value).bizStep]),
    );
    expect(found).toEqual([
      [],
      [[0, '/epcisBody/eventList/0', 'packing']],
      [[1, '/epcisBody/eventList/1', 'shipping']],
    ]);
  });

  test('of a query document have their place in its results', () => {
    const text = `<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:2"><EPCISBody><q:QueryResults><resultsBody><EventList>${event('packing')}</EventList></resultsBody></q:QueryResults></EPCISBody></q:EPCISQueryDocument>`;
    const [found] = createXmlScanner().push(bytes(text));
    expect(found?.pointer).toBe('/epcisBody/queryResults/resultsBody/eventList/0');
  });

  test('in wrappers of EPCIS 1.2 follow each other with those outside', () => {
    const text = listOf(
      `${event('a')}<extension>${event('b')}<extension>${event('c')}</extension></extension>${event('d')}`,
    );
    expect(
      createXmlScanner()
        .push(bytes(text))
        .map(({ index, value }) => [index, Object(value).bizStep]),
    ).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
      [3, 'd'],
    ]);
  });

  test('an event list of another namespace is none', () => {
    const text = document(
      `<EPCISBody><EventList>${event('a')}</EventList></EPCISBody><x:EventList xmlns:x="urn:x"><x:a>1</x:a></x:EventList>`,
    );
    expect(readXmlDocument(bytes(text))).toMatchObject({
      epcisBody: { eventList: [{ bizStep: 'a' }] },
      'x:EventList': { 'x:a': '1' },
    });
  });
});

describe('the document around them', () => {
  test('may lack its body, which then is empty', () => {
    expect(readXmlDocument(bytes(document('')))).toMatchObject({ epcisBody: {} });
    expect(Object(readXmlDocument(bytes(document('')))).epcisBody).toStrictEqual({});
  });

  test('may lack its list, and then has none in JSON', () => {
    expect(Object(readXmlDocument(bytes(document('<EPCISBody/>')))).epcisBody).toStrictEqual({});
  });

  test('without version and time has none', () => {
    const text = '<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2"><EPCISBody/></e:EPCISDocument>';
    expect(Object.keys(Object(readXmlDocument(bytes(text))))).toEqual(['@context', 'type', 'epcisBody']);
  });

  test.each([
    ['1.0', '2.0'],
    ['1.1', '2.0'],
    ['1.2', '2.0'],
    ['1.2.1', '2.0'],
    ['2.0', '2.0'],
    ['2.0.1', '2.0.1'],
    ['1.3', '1.3'],
    ['1', '1'],
    ['9', '9'],
  ])('of version %s is of version %s in JSON, where that has a version for it', (given, version) => {
    const text = document('').replace('schemaVersion="2.0"', `schemaVersion="${given}"`);
    expect(readXmlDocument(bytes(text))).toMatchObject({ schemaVersion: version });
  });

  test('query results may stand without the elements around them', () => {
    const text = `<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:2"><queryName> mine </queryName><resultsBody><EventList>${event('a')}</EventList></resultsBody></q:EPCISQueryDocument>`;
    expect(Object(readXmlDocument(bytes(text))).epcisBody).toStrictEqual({
      queryResults: { queryName: 'mine', resultsBody: { eventList: [{ type: 'ObjectEvent', bizStep: 'a' }] } },
    });
  });

  test('query results without a name are those of the simple event query', () => {
    const text = '<q:EPCISQueryDocument xmlns:q="urn:epcglobal:epcis-query:xsd:2"/>';
    expect(Object(readXmlDocument(bytes(text))).epcisBody).toStrictEqual({
      queryResults: { queryName: 'SimpleEventQuery', resultsBody: { eventList: [] } },
    });
  });

  test('a master data document keeps what else its header holds', () => {
    const text =
      '<m:EPCISMasterDataDocument xmlns:m="urn:epcglobal:epcis-masterdata:xsd:2" xmlns:x="urn:x"><EPCISHeader><x:a>1</x:a></EPCISHeader><EPCISBody/></m:EPCISMasterDataDocument>';
    expect(Object(readXmlDocument(bytes(text))).epcisHeader).toStrictEqual({
      'x:a': '1',
      epcisMasterData: { vocabularyList: [] },
    });
  });
});

describe('encodings', () => {
  const text = listOf(event('花椒 🌶'));
  const expected = { epcisBody: { eventList: [{ bizStep: '花椒 🌶' }] } };
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its mark', bytes(`\ufeff${text}`)],
    ['UTF-16, the low byte first', little],
    ['UTF-16, the high byte first', Buffer.from(little).swap16()],
  ])('%s is read, whole and in chunks', (_, given) => {
    expect(looksLikeXml(given)).toBe(true);
    expect(readXmlDocument(given)).toMatchObject(expected);
    expect(readXmlDocument(given, 2)).toMatchObject(expected);
  });

  test('bytes that are no UTF-8 are refused', () => {
    const broken = Buffer.concat([bytes('<a>'), Buffer.from([0xc3, 0x28])]);
    expect(refusal(broken)).toMatchObject({ rule: 'xml.encoding' });
  });

  test('a character cut off by the end is refused', () => {
    expect(refusal(Buffer.concat([bytes('<a/>'), Buffer.from([0xe6, 0xba])]))).toMatchObject({ rule: 'xml.encoding' });
  });
});

test.each([
  ['<a/>', true],
  [' \n\t<?xml version="1.0"?>', true],
  ['{"a":"<"}', false],
  ['', false],
  ['text', false],
])('%j looks like XML: %j', (text, answer) => {
  expect(looksLikeXml(bytes(text))).toBe(answer);
});

describe('refused whole', () => {
  test('with line and column of what is wrong', () => {
    expect(refusal('<a>\n  <b></c>\n</a>')).toMatchObject({
      rule: 'xml.syntax',
      message: { en: expect.stringMatching(/line 2\b/) },
    });
  });

  test.each(['<a>', '<a></a><b/>', '<a b="1" b="2"/>', '<a>&unknown;</a>', '<x:a/>', ''])(
    '%j is no document',
    (text) => {
      expect(refusal(text)).toMatchObject({ rule: expect.stringMatching(/^xml\.(?:syntax|root)$/) });
    },
  );

  test.each([
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!DOCTYPE a PUBLIC "-//X//Y" "https://example.com/a.dtd"><a/>',
  ])('a document type that declares or fetches: %s', (text) => {
    expect(refusal(text)).toMatchObject({ rule: 'xml.doctype' });
  });

  test('not a document type that only names an element', () => {
    expect(refusal(`<!DOCTYPE e:EPCISDocument>${listOf('')}`)).toBeUndefined();
  });

  test.each(['EPCISThing', 'ObjectEvent', 'html'])('a root that is no document of EPCIS: %s', (name) => {
    expect(refusal(`<${name}/>`)).toMatchObject({ rule: 'xml.root', value: expect.stringContaining(name) });
  });

  test('a document of another namespace', () => {
    expect(refusal('<EPCISDocument xmlns="urn:other"/>')).toMatchObject({ rule: 'xml.root' });
  });

  test('deeper than the limit, and not at it', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    // Document, body, list and event are four.
    const text = (depth: number): string => listOf(`<ObjectEvent>${nested(depth)}</ObjectEvent>`);
    expect(refusal(text(6), { depthMax: 10 })).toBeUndefined();
    expect(refusal(text(7), { depthMax: 10 })).toMatchObject({ rule: 'xml.depth' });
  });

  test('one event beyond the limit; many small ones are not', () => {
    // 'ObjectEvent', 'bizStep' and its text are weighed, and 16 for each of the two elements.
    const text = (length: number): string => event('x'.repeat(length));
    expect(refusal(listOf(text(50)), { eventBytesMax: 100 })).toBeUndefined();
    expect(refusal(listOf(text(51)), { eventBytesMax: 100 })).toMatchObject({
      rule: 'json.too-large',
    });
    expect(refusal(listOf(text(45).repeat(50)), { eventBytesMax: 100, headerBytesMax: 200 })).toBeUndefined();
    expect(refusal(listOf(text(45).repeat(3) + text(100)), { eventBytesMax: 100 })).toMatchObject({
      rule: 'json.too-large',
      eventIndex: 3,
      pointer: '/epcisBody/eventList/3',
      message: { en: expect.stringContaining('100'), zh: expect.stringContaining('100') },
    });
  });

  test('an event of many empty elements weighs more than their characters', () => {
    expect(refusal(listOf(`<ObjectEvent>${'<a/>'.repeat(100)}</ObjectEvent>`))).toMatchObject({
      rule: 'json.too-large',
    });
  });

  test.each([
    ['a text', listOf('<ObjectEvent><bizStep>')],
    ['a comment', listOf('<ObjectEvent><!--').replace('</', '')],
    ['a value', listOf('<ObjectEvent a="')],
    ['a comment outside events', document('<!--')],
    ['a space before the root', ''],
    ['a declaration of a document type', '<!DOCTYPE '],
    ['the name of an element', '<a'],
  ])('%s that does not end is refused at its bound and not held', (_, around) => {
    const scanner = createXmlScanner({ depthMax: 64, eventBytesMax: 1000, headerBytesMax: 1000 });
    const cut = around.search(/<\/EventList>|<\/e:EPCIS/);
    scanner.push(bytes(cut === -1 ? around : around.slice(0, cut)));
    const more = bytes((around === '' ? ' ' : 'x').repeat(900));
    expect(() => [more, more].map((chunk) => scanner.push(chunk))).toThrow(ScanFault);
  });

  test('attributes of an event are weighed too', () => {
    const text = `<ObjectEvent><readPoint note="${'x'.repeat(100)}"/></ObjectEvent>`;
    expect(refusal(listOf(text), { eventBytesMax: 100 })).toMatchObject({ rule: 'json.too-large' });
  });

  test.each([
    ['attributes', (i: number) => ` a${i}="1"`],
    ['namespaces', (i: number) => ` xmlns:a${i}="urn:${i}"`],
  ])('an element with too many %s, before its tag ends', (_, attribute) => {
    const tag = (count: number): string => `<a${Array.from({ length: count }, (_, i) => attribute(i)).join('')}`;
    const inEvent = (count: number): string => listOf(`<ObjectEvent>${tag(count)}/></ObjectEvent>`);
    expect(refusal(inEvent(ATTRIBUTES_MAX), { eventBytesMax: 100_000 })).toBeUndefined();
    expect(refusal(inEvent(ATTRIBUTES_MAX + 1), { eventBytesMax: 100_000 })).toMatchObject({ rule: 'xml.attributes' });
    expect(() => createXmlScanner().push(bytes(tag(ATTRIBUTES_MAX + 1)))).toThrow('attributes');
    // Refused where the count is passed, whatever comes after: a million of them held the server for 39 s.
    const read = (count: number): void => {
      expect(() => createXmlScanner().push(bytes(tag(count)))).toThrow('attributes');
    };
    expect(growth(read, 20_000)).toBeLessThan(LINEAR_MAX);
  });

  test.each([
    ['an event', '<EPCISBody><EventList><ObjectEvent>'],
    ['a header', '<EPCISHeader>'],
  ])('%s of too many elements, where the count is passed', (_, opened) => {
    const scanner = createXmlScanner();
    const before = document('').indexOf('</');
    scanner.push(bytes(document('').slice(0, before) + opened));
    const list = bytes('<a/>'.repeat(1_000));
    for (let count = 0; count + 2_000 < ELEMENTS_MAX; count += 1_000) scanner.push(list);
    expect(() => [list, list, list].map((chunk) => scanner.push(chunk))).toThrow(`${ELEMENTS_MAX} elements`);
  });

  test('too many namespaces, each declared by an element of its own', () => {
    const text = (count: number): string =>
      listOf(
        Array.from({ length: count }, (_, i) => `<ObjectEvent><x:a xmlns:x="urn:${i}">1</x:a></ObjectEvent>`).join(''),
      );
    expect(refusal(text(NAMESPACES_MAX))).toBeUndefined();
    expect(refusal(text(NAMESPACES_MAX + 1))).toMatchObject({ rule: 'xml.namespaces' });
  });

  test('a document beyond the limit without its events', () => {
    const text = (length: number): string => document(`<EPCISHeader>${'x'.repeat(length)}</EPCISHeader>`);
    expect(refusal(text(10), { headerBytesMax: 100 })).toBeUndefined();
    expect(refusal(text(100), { headerBytesMax: 100 })).toMatchObject({
      rule: 'json.too-large',
      message: { en: expect.stringContaining('without its events') },
    });
  });
});
