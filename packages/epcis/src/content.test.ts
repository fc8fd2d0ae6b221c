import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventContent } from './content.ts';
import { readContext } from './context.ts';
import { eventFacts } from './facts.ts';
import { eventHashId } from './hash.ts';
import type { EventFacts } from './model.ts';

const CONTEXT = readContext([{ ex: 'https://example.cn/ns#', other: 'https://example.cn/ns#' }]);
const content = (event: unknown): string => eventContent(event, CONTEXT);
const hash = (event: unknown): string =>
  eventHashId(event, CONTEXT, (text) => createHash('sha256').update(text, 'utf8').digest('hex'));

type Event = Record<string, unknown>;

function anEvent(members: Event = {}): Event {
  return {
    type: 'ObjectEvent',
    eventTime: '2026-03-05T08:30:00Z',
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    epcList: ['https://id.gs1.org/01/06901234567892/21/S1'],
    bizStep: 'commissioning',
    ...members,
  };
}

const serial = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const lot = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const digits = fc.stringMatching(/^[0-4][0-9]{0,5}[1-9]$/);
const link = (path: string): string => `https://id.gs1.org/01/06901234567892${path}`;

/** Two events that say different things and that the hash of the standard takes for one. */
const ALIKE_BUT_DIFFERENT: readonly (readonly [string, fc.Arbitrary<readonly [Event, Event]>])[] = [
  [
    'an instance with and without its lot',
    fc.tuple(serial, lot).map(([s, l]) => [{ epcList: [link(`/21/${s}`)] }, { epcList: [link(`/10/${l}/21/${s}`)] }]),
  ],
  [
    'an instance of two lots',
    fc
      .tuple(serial, lot)
      .map(([s, l]) => [{ epcList: [link(`/10/${l}/21/${s}`)] }, { epcList: [link(`/10/${l}X/21/${s}`)] }]),
  ],
  [
    'a consumer product variant',
    fc.tuple(serial, lot).map(([s, v]) => [{ epcList: [link(`/21/${s}`)] }, { epcList: [link(`/22/${v}/21/${s}`)] }]),
  ],
  [
    'a lot with and without a consumer product variant, as a quantity',
    lot.map((l) => [
      { quantityList: [{ epcClass: link(`/10/${l}`), quantity: 1 }] },
      { quantityList: [{ epcClass: link(`/22/V/10/${l}`), quantity: 1 }] },
    ]),
  ],
  [
    'the fourth digit of a time and those after it',
    digits.map((d) => [{ eventTime: '2026-03-05T08:30:00.123Z' }, { eventTime: `2026-03-05T08:30:00.123${d}Z` }]),
  ],
  [
    'a time that rounds up to the next second',
    fc.constant([{ eventTime: '2026-03-05T08:30:00.9996Z' }, { eventTime: '2026-03-05T08:30:01Z' }]),
  ],
  [
    'a text of digits with and without its zeros',
    lot.map((name) => [{ [`ex:${name}`]: '5.50' }, { [`ex:${name}`]: '5.5' }]),
  ],
  ['a text and what stands around it', lot.map((text) => [{ 'ex:a': text }, { 'ex:a': ` ${text} ` }])],
  [
    'an extension of a quantity',
    lot.map((text) => [
      { quantityList: [{ epcClass: link('/10/A'), quantity: 1 }] },
      { quantityList: [{ epcClass: link('/10/A'), quantity: 1, 'ex:pack': text }] },
    ]),
  ],
  [
    'the order of a list of an extension',
    lot.map((text) => [{ 'ex:a': [text, `${text}1`] }, { 'ex:a': [`${text}1`, text] }]),
  ],
  [
    'a list within a list of an extension',
    lot.map((text) => [{ 'ex:a': ['1', '2', text] }, { 'ex:a': [['1', '2'], text] }]),
  ],
  [
    'the type of a literal',
    lot.map((text) => [{ 'ex:a': text }, { 'ex:a': { '@value': text, '@type': 'xsd:token' } }]),
  ],
];

describe('what says different things', () => {
  test.each(ALIKE_BUT_DIFFERENT)('%s: hashes alike, and is not the same content', (_kind, pairs) => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(hash(anEvent(a))).toBe(hash(anEvent(b)));
        expect(content(anEvent(a))).not.toBe(content(anEvent(b)));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['a bare extension named like a member of the standard', { ilmd: { 'ex:a': '1' } }, { ilmd: { a: '1' } }],
    ['an absent and an empty text', { 'ex:a': '' }, {}],
    ['null and an empty text', { 'ex:a': null }, { 'ex:a': '' }],
    ['an empty list and an empty object', { 'ex:a': [] }, { 'ex:a': {} }],
    ['a member and a deeper one', { 'ex:a': { 'ex:b': '1' }, 'ex:c': '2' }, { 'ex:a': { 'ex:b': '1', 'ex:c': '2' } }],
    ['a quantity and a text of it', { quantityList: [{ quantity: 1 }] }, { quantityList: [{ quantity: '1' }] }],
    ['how often a unit is listed', { epcList: [link('/21/A'), link('/21/A')] }, { epcList: [link('/21/A')] }],
    ['a leap second', { eventTime: '2016-12-31T23:59:60Z' }, { eventTime: '2017-01-01T00:00:00Z' }],
  ])('%s', (_kind, a, b) => {
    expect(content(anEvent(a))).not.toBe(content(anEvent(b)));
  });

  test('a prefix of values that two documents give two meanings', () => {
    const event = anEvent({ 'https://example.cn/ns#unit': 'my:box', epcList: ['my:box'] });
    const a = eventContent(event, readContext([{ my: 'https://a.example/' }]));
    expect(a).not.toBe(eventContent(event, readContext([{ my: 'https://b.example/' }])));
  });
});

describe('what says the same', () => {
  test.each([
    [
      'spellings of a code',
      { epcList: ['urn:epc:id:sgtin:6901234.056789.S1'] },
      { epcList: ['https://x.example/01/06901234567892/21/S1'] },
    ],
    [
      'spellings of a term',
      { bizStep: 'urn:epcglobal:cbv:bizstep:commissioning' },
      { bizStep: 'https://ref.gs1.org/cbv/BizStep-commissioning' },
    ],
    ['spellings of a time', { eventTime: '2026-03-05T16:30:00.500+08:00' }, { eventTime: '2026-03-05T08:30:00.5Z' }],
    [
      "the order of the standard's lists",
      { epcList: [link('/21/A'), link('/21/B')] },
      { epcList: [link('/21/B'), link('/21/A')] },
    ],
    ['two prefixes of one namespace', { 'ex:a': '1' }, { 'other:a': '1' }],
    ['a prefixed name and the full one', { 'ex:a': '1' }, { 'https://example.cn/ns#a': '1' }],
    ['a place as text and as object', { readPoint: link('/21/P') }, { readPoint: { id: link('/21/P') } }],
    ['one member and a list of one, in an extension', { 'ex:a': 'x' }, { 'ex:a': ['x'] }],
    ['a literal alone and in its object', { 'ex:a': 'x' }, { 'ex:a': { '@value': 'x' } }],
    ['an empty list of the standard and none', { sourceList: [] }, {}],
    [
      'spellings of a number',
      { quantityList: [{ epcClass: link('/10/A'), quantity: 1e2 }] },
      { quantityList: [{ epcClass: link('/10/A'), quantity: 100.0 }] },
    ],
    ['a remark for people, which is no data', {}, { 'rdfs:comment': 'checked twice' }],
    [
      'what a repository or a correction adds',
      { eventID: 'urn:uuid:1', recordTime: '2026-03-05T08:30:01Z' },
      { errorDeclaration: { declarationTime: '2026-03-06T00:00:00Z' } },
    ],
  ])('%s', (_kind, a, b) => {
    expect(content(anEvent(a))).toBe(content(anEvent(b)));
  });

  const vectors = new URL('../../../vectors/hashes/', import.meta.url);
  test.each(readdirSync(vectors))('every document of vectors/hashes/%s', (file) => {
    // A text of a number keeps its zeros here, being one; the hash takes it for the number.
    const { documents } = JSON.parse(readFileSync(new URL(file, vectors), 'utf8').replaceAll('"4.50"', '4.5'));
    const contents = documents.flatMap((document: { '@context': unknown; epcisBody: { eventList: unknown[] } }) =>
      document.epcisBody.eventList.map((event) => eventContent(event, readContext(document['@context']))),
    );
    expect(new Set(contents).size).toBe(1);
  });
});

describe('events of one content have the same facts', () => {
  const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
  const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const unit = pick(
    'urn:epc:id:sgtin:6901234.056789.A',
    link('/21/A'),
    link('/10/L/21/A'),
    link('/10/L'),
    ' ex:1',
    'https://example.cn/ns#1',
    'ex:1',
    'free text',
    'FREE TEXT',
  );
  const text = pick('1', '1.0', ' 1', 'ex:1', 'https://example.cn/ns#1', '', 'L');
  const scalar = fc.oneof(text, pick<unknown>(1, 1.5, true, null, 1e21, '1e+21', '1000000000000000000000'));
  const { extension } = fc.letrec<{ extension: unknown; inner: unknown }>((tie) => ({
    extension: fc.oneof(scalar, fc.array(fc.oneof(scalar, tie('inner')), { maxLength: 2 }), tie('inner')),
    inner: fc.oneof(
      { depthSize: 'small' },
      fc.record({ '@value': scalar }),
      fc.array(scalar, { maxLength: 2 }),
      fc.dictionary(pick('ex:n', 'other:n', 'rdfs:comment', '@type'), tie('extension'), { maxKeys: 2 }),
    ),
  }));
  const instant = pick('2026-03-05T08:30:00.0004Z', '2026-03-05T08:30:00Z', '2026-03-05T16:30:00+08:00');
  const report = fc.record(
    {
      type: pick('Temperature', 'gs1:Temperature', 'https://gs1.org/voc/Temperature', 'ex:heat'),
      exception: pick('ALARM_CONDITION', 'gs1:ALARM_CONDITION'),
      component: pick('x', 'cbv:Comp-x'),
      time: instant,
      deviceMetadata: unit,
      value: pick<unknown>(0, -0, 4.5, '4.5'),
      uom: pick('CEL', ' CEL'),
      stringValue: text,
      booleanValue: pick(true, false),
      uriValue: unit,
      'ex:r': scalar,
    },
    { requiredKeys: [] },
  );
  const event = fc.record({
    type: pick('ObjectEvent', 'TransactionEvent'),
    action: pick('ADD', 'OBSERVE'),
    eventTime: pick('2026-03-05T08:30:00.0004Z', '2026-03-05T08:30:00Z', '2026-03-05T16:30:00+08:00'),
    eventTimeZoneOffset: pick('+08:00', '+00:00'),
    epcList: optional(fc.array(fc.oneof(unit, fc.record({ id: unit })), { maxLength: 2 })),
    quantityList: optional(
      fc.array(fc.record({ epcClass: unit, quantity: pick<unknown>(1, 1.5, '1') }), { maxLength: 1 }),
    ),
    parentID: optional(unit),
    bizStep: optional(
      pick('packing', 'urn:epcglobal:cbv:bizstep:packing', 'ex:packing', 'https://example.cn/ns#packing'),
    ),
    disposition: optional(pick('active', 'urn:epcglobal:cbv:disp:active')),
    readPoint: optional(fc.oneof(unit, fc.record({ id: unit }), fc.record({ id: unit, 'ex:floor': scalar }))),
    sourceList: optional(
      fc.array(fc.record({ type: pick('possessing_party', 'urn:epcglobal:cbv:sdt:possessing_party'), source: unit }), {
        maxLength: 1,
      }),
    ),
    bizTransactionList: optional(
      fc.array(fc.record({ type: optional(pick('po', 'urn:epcglobal:cbv:btt:po')), bizTransaction: unit }), {
        maxLength: 1,
      }),
    ),
    ilmd: optional(
      fc.dictionary(pick('cbvmda:lotNumber', 'urn:epcglobal:cbv:mda:lotNumber', 'gs1:lotNumber', 'ex:x'), extension, {
        maxKeys: 2,
      }),
    ),
    'ex:a': optional(extension),
    'https://example.cn/ns#a': optional(extension),
    bare: optional(extension),
    certificationInfo: optional(fc.oneof(unit, fc.array(unit, { maxLength: 2 }))),
    sensorElementList: optional(
      fc.array(
        fc.record(
          {
            sensorMetadata: fc.record({ time: instant, deviceID: unit, 'ex:m': scalar }, { requiredKeys: [] }),
            sensorReport: fc.array(report, { minLength: 1, maxLength: 2 }),
          },
          { requiredKeys: ['sensorReport'] },
        ),
        { maxLength: 2 },
      ),
    ),
  });

  // The order of the standard's lists says nothing, and facts keep it.
  function sorted({ units, sensors, certificationInfo, ...facts }: EventFacts): unknown {
    const texts = (list: readonly unknown[] = []): string[] => list.map((each) => JSON.stringify(each)).sort();
    const elements = sensors?.map((element) => ({ ...element, reports: texts(element.reports) }));
    return { ...facts, lists: [units, elements, certificationInfo].map(texts) };
  }

  test('whatever is written differently in them', () => {
    let same = 0;
    fc.assert(
      fc.property(event, event, fc.nat(), (one, two, mask) => {
        // Most members of the two are one: else hardly a pair would have one content.
        const keys = Object.keys(one);
        const mixed = Object.fromEntries(
          keys.map((key, i) => [key, Reflect.get(mask % keys.length === i ? two : one, key)]),
        );
        if (content(one) !== content(mixed)) return;
        same += Number(JSON.stringify(one) !== JSON.stringify(mixed));
        expect(sorted(eventFacts(mixed, CONTEXT))).toEqual(sorted(eventFacts(one, CONTEXT)));
      }),
      { numRuns: 20_000 },
    );
    expect(same).toBeGreaterThan(200);
  });
});
