/** The same event in JSON and in XML has one hash, one content and the same facts. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eventContent } from './content.ts';
import { readContext } from './context.ts';
import { eventFacts } from './facts.ts';
import { eventHashId } from './hash.ts';
import { readReceived } from './received.ts';
import { createXmlScanner } from './xml/scan.ts';

const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const EXAMPLE = 'https://ns.example.com/epcis/';
const TIMES = { eventTime: '2026-03-05T08:30:00.000Z', eventTimeZoneOffset: '+00:00' };

/** All that is derived from an event. */
const derived = (value: unknown, context: unknown): object => {
  const read = readContext(context);
  return {
    hash: eventHashId(value, read, (text) => createHash('sha256').update(text).digest('hex')),
    content: eventContent(value, read),
    facts: eventFacts(value, read),
  };
};

const inJson = (members: object, names: Readonly<Record<string, string>> = { example: EXAMPLE }): object =>
  derived({ type: 'ObjectEvent', ...TIMES, action: 'OBSERVE', ...members }, [GS1_CONTEXT, names]);

/** Of the last event of the list. */
function inXml(members: string, { declared = '', before = '', own = '' } = {}): object {
  const times = `<eventTime>${TIMES.eventTime}</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset>`;
  const event = `<ObjectEvent ${own}>${times}<action>OBSERVE</action>${members}</ObjectEvent>`;
  const scanner = createXmlScanner();
  const [last] = scanner
    .push(
      new TextEncoder().encode(
        `<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" ${declared}><EPCISBody><EventList>${before}${event}</EventList></EPCISBody></e:EPCISDocument>`,
      ),
    )
    .slice(-1);
  const { context } = scanner.end();
  return derived(readReceived(last?.text ?? '', context, 'xml'), context);
}

const declared = `xmlns:example="${EXAMPLE}"`;
const report = (attributes: string): string =>
  `<sensorElementList><sensorElement><sensorReport ${attributes}/></sensorElement></sensorElementList>`;
const reported = (members: object): object => ({ sensorElementList: [{ sensorReport: [members] }] });

describe('a value with a prefix', () => {
  test.each([
    ['a type of sensor', report('type="example:Speed"'), reported({ type: 'example:Speed' })],
    ['a component', report('component="example:z"'), reported({ component: 'example:z' })],
    ['a substance', report('chemicalSubstance="example:N2"'), reported({ chemicalSubstance: 'example:N2' })],
    ['a type of GS1', report('type="gs1:Temperature"'), reported({ type: 'gs1:Temperature' })],
    ['a business step', '<bizStep>example:washing</bizStep>', { bizStep: 'example:washing' }],
    [
      'a type of source',
      '<sourceList><source type="example:farm">urn:epc:id:pgln:0614141.00001</source></sourceList>',
      { sourceList: [{ type: 'example:farm', source: 'urn:epc:id:pgln:0614141.00001' }] },
    ],
    ['a unit', '<epcList><epc>example:1</epc></epcList>', { epcList: ['example:1'] }],
    ['an extension', '<example:of>example:Speed</example:of>', { 'example:of': 'example:Speed' }],
  ])('%s', (_, members, json) => {
    expect(inXml(members, { declared })).toEqual(inJson(json));
  });

  test('means the namespace, not the prefix', () => {
    const other = { declared: 'xmlns:example="urn:other:"' };
    expect(inXml(report('type="example:Speed"'), other)).not.toEqual(inJson(reported({ type: 'example:Speed' })));
  });

  test('means what is declared for its event, where another event declares the prefix otherwise', () => {
    const before = '<ObjectEvent xmlns:example="urn:other:"><example:x>1</example:x></ObjectEvent>';
    const own = declared;
    for (const [members, json] of [
      [report('type="example:Speed"'), reported({ type: 'example:Speed' })],
      ['<disposition>example:wet</disposition>', { disposition: 'example:wet' }],
      [
        '<persistentDisposition><set>example:wet</set></persistentDisposition>',
        { persistentDisposition: { set: ['example:wet'] } },
      ],
      [
        '<bizTransactionList><bizTransaction type="example:memo">urn:x:7</bizTransaction></bizTransactionList>',
        { bizTransactionList: [{ type: 'example:memo', bizTransaction: 'urn:x:7' }] },
      ],
    ] as const)
      expect(inXml(members, { before, own })).toEqual(inJson(json));
  });

  test('may be declared where it stands', () => {
    const list = report('type="example:Speed"').replace('<sensorElement>', `<sensorElement ${declared}>`);
    expect(inXml(list)).toEqual(inJson(reported({ type: 'example:Speed' })));
  });

  test("of the standard's namespaces has the prefix that JSON has for them", () => {
    const voc = { declared: 'xmlns:voc="https://gs1.org/voc/"' };
    expect(inXml(report('type="voc:Temperature"'), voc)).toEqual(inJson(reported({ type: 'gs1:Temperature' })));
  });

  test("of the standard's own prefixes is the standard's, whatever is declared", () => {
    const gs1 = { declared: 'xmlns:gs1="https://ref.gs1.org/voc/"' };
    expect(inXml(report('type="gs1:Temperature"'), gs1)).toEqual(inJson(reported({ type: 'gs1:Temperature' })));
  });
});

describe('a plain text', () => {
  test('of digits stays a text', () => {
    const digits = '111100001111000011110000';
    expect(inXml(report(`stringValue="${digits}"`))).toEqual(inJson(reported({ stringValue: digits }), {}));
  });

  test('with a prefix is not rewritten, also where its prefix has another name in JSON', () => {
    const before = '<ObjectEvent xmlns:example="urn:other:"><example:x>1</example:x></ObjectEvent>';
    const members = report('stringValue="example:Speed" uom="example:K"');
    const json = reported({ stringValue: 'example:Speed', uom: 'example:K' });
    expect(inXml(members, { before, own: declared })).toEqual(inJson(json));
  });

  test.each(['a: b', 'urn:x:y', 'https://example.com/a:b', 'undeclared:x'])('%j is itself', (value) => {
    expect(inXml(`<example:note>${value}</example:note>`, { declared })).toEqual(inJson({ 'example:note': value }));
  });
});
