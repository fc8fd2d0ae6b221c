import { describe, expect, test } from 'vitest';
import { readXmlEvent } from './read-document.fixture.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const EX = 'xmlns:ex="https://example.com/ns/"';
const JSON_MARKS = 'xmlns:json="urn:suyuan:json"';

const read = (members: string): unknown => readXmlEvent(members, `${XSI} ${EX} ${JSON_MARKS}`);
const report = (attributes: string): unknown =>
  read(`<sensorElementList><sensorElement><sensorReport ${attributes}/></sensorElement></sensorElementList>`);
const event = (members: object): object => ({ type: 'ObjectEvent', ...members });

describe('nil', () => {
  test.each(['true', '1', ' true '])('a standard element that says xsi:nil="%s" is left out', (value) => {
    expect(read(`<action>ADD</action><bizStep xsi:nil="${value}"/>`)).toStrictEqual(event({ action: 'ADD' }));
  });

  test.each(['false', '0', 'no'])('one that says xsi:nil="%s" is read', (value) => {
    expect(read(`<bizStep xsi:nil="${value}">packing</bizStep>`)).toStrictEqual(event({ bizStep: 'packing' }));
  });

  test('an attribute that is only called nil says nothing', () => {
    expect(read('<bizStep nil="true">packing</bizStep>')).toStrictEqual(event({ bizStep: 'packing' }));
  });
});

describe('numbers', () => {
  test.each([
    ['3', 3],
    [' 3.50 ', 3.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['-1e3', -1000],
    ['1E-2', 0.01],
    ['12.5e+1', 125],
  ])('%j is one', (text, value) => {
    expect(report(`value="${text}"`)).toStrictEqual(event({ sensorElementList: [{ sensorReport: [{ value }] }] }));
  });

  test.each(['', '.', '0x10', 'INF', 'NaN', '1 000', '1,5', '1e', '٣'])('%j stays a text', (text) => {
    expect(report(`value="${text}"`)).toStrictEqual(
      event({ sensorElementList: [{ sensorReport: [{ value: text }] }] }),
    );
  });

  test.each(['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'])(
    'the attribute %s of a report is one',
    (name) => {
      expect(report(`${name}="7"`)).toStrictEqual(event({ sensorElementList: [{ sensorReport: [{ [name]: 7 }] }] }));
    },
  );

  test.each(['stringValue', 'hexBinaryValue', 'uriValue', 'chemicalSubstance', 'uom'])(
    'the attribute %s of a report stays a text',
    (name) => {
      expect(report(`${name}="7"`)).toStrictEqual(event({ sensorElementList: [{ sensorReport: [{ [name]: '7' }] }] }));
    },
  );
});

test.each([
  ['true', true],
  ['1', true],
  [' true ', true],
  ['false', false],
  ['0', false],
  ['yes', 'yes'],
])('booleanValue="%s" of a report is %j', (text, booleanValue) => {
  expect(report(`booleanValue="${text}"`)).toStrictEqual(
    event({ sensorElementList: [{ sensorReport: [{ booleanValue }] }] }),
  );
});

test('a sensor element without reports has no list of them', () => {
  expect(
    read('<sensorElementList><sensorElement><sensorMetadata deviceID="urn:d"/></sensorElement></sensorElementList>'),
  ).toStrictEqual(event({ sensorElementList: [{ sensorMetadata: { deviceID: 'urn:d' } }] }));
});

test('attributes of XML Schema and of the marks are no members, neither of reports nor of extensions', () => {
  expect(report('xsi:type="t" json:type="object" uom="CEL"')).toStrictEqual(
    event({ sensorElementList: [{ sensorReport: [{ uom: 'CEL' }] }] }),
  );
  expect(read('<ex:a xsi:type="t" json:list="false">text</ex:a>')).toStrictEqual(event({ 'ex:a': 'text' }));
});

describe('lists', () => {
  test('an extension that repeats is a list, in order, wherever the repetitions stand', () => {
    expect(read('<ex:a>1</ex:a><action>ADD</action><ex:a>2</ex:a><ex:a>3</ex:a>')).toStrictEqual(
      event({ 'ex:a': ['1', '2', '3'], action: 'ADD' }),
    );
  });

  test('a standard element that repeats is a list of what each says, for the validator to refuse', () => {
    const epcs = (id: string): string => `<epcList><epc>${id}</epc></epcList>`;
    expect(read(epcs('urn:a') + epcs('urn:b') + epcs('urn:c'))).toStrictEqual(
      event({ epcList: [['urn:a'], ['urn:b'], ['urn:c']] }),
    );
  });

  test('arrays that repeat do not run together', () => {
    const array = (text: string): string => `<ex:a json:type="array"><json:item>${text}</json:item></ex:a>`;
    expect(read(array('1') + array('2') + array('3'))).toStrictEqual(event({ 'ex:a': [['1'], ['2'], ['3']] }));
  });

  test('what is no EPC is not taken for one', () => {
    expect(read('<epcList><epc>urn:a</epc><note>urn:b</note></epcList>')).toStrictEqual(event({ epcList: ['urn:a'] }));
  });
});

describe('marks of what was JSON', () => {
  test.each([
    ['number', '1.50', 1.5],
    ['number', 'many', 'many'],
    ['boolean', ' true ', true],
    ['boolean', 'false', false],
    ['null', '', null],
    ['object', '', {}],
    ['array', '', []],
  ])('%s with the text %j', (kind, text, value) => {
    expect(read(`<ex:a json:type="${kind}">${text}</ex:a>`)).toStrictEqual(event({ 'ex:a': value }));
  });

  test('an object keeps its attributes and the members whose names XML cannot write', () => {
    expect(
      read(
        '<ex:a json:type="object" ex:by="x"><json:m json:name="a b">1</json:m><json:m json:name="">2</json:m></ex:a>',
      ),
    ).toStrictEqual(event({ 'ex:a': { 'ex:by': 'x', 'a b': '1', '': '2' } }));
  });

  test('marks of another namespace are none', () => {
    expect(read('<ex:a type="number" list="true">1</ex:a>')).toStrictEqual(
      event({ 'ex:a': { 'xmla:type': 'number', 'xmla:list': 'true', '@value': '1' } }),
    );
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'an element called %s is a member like another, and changes nothing of the event',
  (name) => {
    const given = readXmlEvent(`<${name}>1</${name}><${name}>2</${name}><ilmd><${name}>3</${name}></ilmd>`);
    expect(Object.entries(given).slice(0, 2)).toEqual([
      ['type', 'ObjectEvent'],
      [name, ['1', '2']],
    ]);
    expect(Object.entries(Object(given.ilmd))).toEqual([[name, '3']]);
    expect(Object.getPrototypeOf(Object(given.ilmd))).toBe(Object.prototype);
  },
);

test('elements named like wrappers in a namespace of their own are extensions', () => {
  expect(read('<ex:extension><ex:a>1</ex:a></ex:extension>')).toStrictEqual(event({ 'ex:extension': { 'ex:a': '1' } }));
});

test('a read point in an extension is no read point', () => {
  expect(read('<ex:readPoint><ex:id>urn:x</ex:id></ex:readPoint>')).toStrictEqual(
    event({ 'ex:readPoint': { 'ex:id': 'urn:x' } }),
  );
});

test('a type of a transaction is its attribute without a namespace', () => {
  const list = (attribute: string): string =>
    `<bizTransactionList><bizTransaction ${attribute}> urn:t </bizTransaction></bizTransactionList>`;
  expect(read(list('type=" po "'))).toStrictEqual(
    event({ bizTransactionList: [{ type: 'po', bizTransaction: 'urn:t' }] }),
  );
  expect(read(list('xsi:type="po"'))).toStrictEqual(event({ bizTransactionList: [{ bizTransaction: 'urn:t' }] }));
});
