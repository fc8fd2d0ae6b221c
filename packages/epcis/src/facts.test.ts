import { expect, test } from 'vitest';
import { readContext, STANDARD_CONTEXT } from './context.ts';
import { eventFacts, UnreadableEvent } from './facts.ts';

const aShipment = (fields: object = {}): object => ({
  type: 'ObjectEvent',
  eventTime: '2026-03-01T15:30:00.1239+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  ...fields,
});
const facts = (fields: object = {}) => eventFacts(aShipment(fields), STANDARD_CONTEXT);

test('the least event: type, time, offset, action and nothing that it does not state', () => {
  expect(facts()).toStrictEqual({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    eventTimeMs: Date.UTC(2026, 2, 1, 7, 30, 0, 123),
    eventTimeZoneOffset: '+08:00',
    units: [],
    sources: [],
    destinations: [],
    bizTransactions: [],
  });
});

test('URN and Digital Link, string and {id} object are one code', () => {
  const urn = facts({
    epcList: ['urn:epc:id:sgtin:6901234.056789.A1'],
    readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0' },
    bizLocation: 'urn:epc:id:sgln:6901234.00001.7',
  });
  const link = facts({
    epcList: ['https://id.example.cn/01/06901234567892/21/A1'],
    readPoint: 'https://id.example.cn/414/6901234000016',
    bizLocation: { id: 'https://id.gs1.org/414/6901234000016/254/7' },
  });
  expect(urn).toStrictEqual(link);
  expect(urn.units).toStrictEqual([
    { code: 'https://id.gs1.org/01/06901234567892/21/A1', role: 'object', isClass: false },
  ]);
  expect(urn.readPoint).toBe('https://id.gs1.org/414/6901234000016');
});

test('units keep document order, role and quantity', () => {
  const units = eventFacts(
    {
      type: 'TransformationEvent',
      eventTime: '2026-03-01T00:00:00Z',
      eventTimeZoneOffset: '+08:00',
      outputQuantityList: [{ epcClass: 'urn:x:out', quantity: 2.5, uom: 'KGM' }, { epcClass: 'urn:x:more' }],
      inputEPCList: ['urn:x:b', 'urn:x:a'],
      outputEPCList: ['urn:x:c'],
      inputQuantityList: [{ epcClass: 'urn:x:in', quantity: 0 }],
      transformationID: 'urn:x:t',
    },
    STANDARD_CONTEXT,
  );
  expect(units.units).toStrictEqual([
    { code: 'urn:x:out', role: 'output', isClass: true, quantity: 2.5, uom: 'KGM' },
    { code: 'urn:x:more', role: 'output', isClass: true },
    { code: 'urn:x:b', role: 'input', isClass: false },
    { code: 'urn:x:a', role: 'input', isClass: false },
    { code: 'urn:x:c', role: 'output', isClass: false },
    { code: 'urn:x:in', role: 'input', isClass: true, quantity: 0 },
  ]);
  expect(units.transformationID).toBe('urn:x:t');
  expect(units).not.toHaveProperty('action');
});

test('parents and children of an aggregation', () => {
  const { units } = facts({
    type: 'AggregationEvent',
    parentID: 'urn:x:pallet',
    childEPCs: ['urn:x:case'],
    childQuantityList: [{ epcClass: 'urn:x:lot', quantity: 3 }],
  });
  expect(units.map((unit) => `${unit.role} ${unit.code} ${unit.isClass}`)).toEqual([
    'parent urn:x:pallet false',
    'child urn:x:case false',
    'child urn:x:lot true',
  ]);
});

test('sources and destinations by what they stand for, other types by URI', () => {
  const { sources, destinations } = facts({
    sourceList: [
      { type: 'possessing_party', source: 'urn:x:1' },
      { type: 'urn:epcglobal:cbv:sdt:owning_party', source: 'urn:x:2' },
    ],
    destinationList: [
      { type: 'cbv:SDT-location', destination: 'urn:x:3' },
      { type: 'cbv:SDT-broker', destination: { id: 'urn:x:4' } },
    ],
  });
  expect(sources).toEqual([
    { kind: 'possession', party: 'urn:x:1' },
    { kind: 'ownership', party: 'urn:x:2' },
  ]);
  expect(destinations).toEqual([
    { kind: 'location', party: 'urn:x:3' },
    { kind: 'https://ref.gs1.org/cbv/SDT-broker', party: 'urn:x:4' },
  ]);
});

test('business step, disposition, transactions and error reason as full URIs', () => {
  const event = facts({
    eventID: 'urn:uuid:1',
    bizStep: 'shipping',
    disposition: 'urn:epcglobal:cbv:disp:in_transit',
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:po' }, { bizTransaction: 'urn:x:other' }],
    errorDeclaration: {
      declarationTime: '2026-03-02T00:00:00Z',
      reason: 'incorrect_data',
      correctiveEventIDs: ['urn:uuid:2'],
    },
  });
  expect(event).toMatchObject({
    eventID: 'urn:uuid:1',
    bizStep: 'https://ref.gs1.org/cbv/BizStep-shipping',
    disposition: 'https://ref.gs1.org/cbv/Disp-in_transit',
    bizTransactions: [{ type: 'https://ref.gs1.org/cbv/BTT-po', id: 'urn:x:po' }, { id: 'urn:x:other' }],
    errorDeclaration: {
      declarationTimeMs: Date.UTC(2026, 2, 2),
      reason: 'https://ref.gs1.org/cbv/ER-incorrect_data',
      correctiveEventIDs: ['urn:uuid:2'],
    },
  });
  expect(facts({ errorDeclaration: { declarationTime: '2026-03-02T00:00:00Z' } }).errorDeclaration).toStrictEqual({
    declarationTimeMs: Date.UTC(2026, 2, 2),
    correctiveEventIDs: [],
  });
});

test.each([
  [{ 'cbvmda:lotNumber': 'L1' }],
  [{ 'urn:epcglobal:cbv:mda:lotNumber': ' L1 ' }],
  [{ 'gs1:hasBatchLotNumber': { '@value': 'L1' } }],
  [{ 'm:lotNumber': ['L1'] }],
  [{ batch: 'L1', 'example:lotNumber': 'not this one' }],
])('finds the lot number under every spelling of its name: %o', (ilmd) => {
  const context = readContext([{ m: 'urn:epcglobal:cbv:mda:', batch: 'cbvmda:lotNumber' }]);
  expect(eventFacts(aShipment({ ilmd }), context).lotNumber).toBe('L1');
});

test('takes no lot number from another namespace or from deeper down', () => {
  expect(
    facts({ ilmd: { 'example:lotNumber': 'X', 'example:more': { 'cbvmda:lotNumber': 'Y' } } }).lotNumber,
  ).toBeUndefined();
  expect(facts({ ilmd: { 'cbvmda:lotNumber': 20260301 } }).lotNumber).toBe('20260301');
});

test('of two lot numbers the one whose name comes first, whatever the order of the members', () => {
  const one = facts({ ilmd: { 'cbvmda:lotNumber': 'A', 'gs1:hasBatchLotNumber': 'B' } });
  const other = facts({ ilmd: { 'gs1:hasBatchLotNumber': 'B', 'cbvmda:lotNumber': 'A' } });
  expect(one).toStrictEqual(other);
  expect(one.lotNumber).toBe('B');
});

test('master data and extensions whole, by expanded names in their order', () => {
  const event = facts({
    '@context': [{ ex: 'https://example.cn/ns#' }],
    'ex:shift': { 'ex:number': 2, 'ex:people': ['A', 'B'], 'rdfs:comment': 'late', '@type': 'ex:Shift' },
    'ex:flags': [true, null, ['x', 'y']],
    'rdfs:comment': 'checked twice',
    bare: '1',
    readPoint: { id: 'urn:x:p', 'ex:floor': 3 },
    bizLocation: { id: 'urn:x:l', 'ex:floor': 4 },
    ilmd: {
      'ex:nested': { '@context': [{ ex: 'https://other.example/' }], 'ex:a': [['1']] },
      'cbvmda:itemExpirationDate': { '@value': '2027-03-05' },
      'ex:empty': [],
    },
  });
  expect(event.extensions).toStrictEqual([
    ['bare', '1'],
    ['https://example.cn/ns#flags', 'true'],
    ['https://example.cn/ns#flags', null],
    ['https://example.cn/ns#flags', ['x', 'y']],
    [
      'https://example.cn/ns#shift',
      { '@type': 'ex:Shift', 'https://example.cn/ns#number': '2', 'https://example.cn/ns#people': ['A', 'B'] },
    ],
  ]);
  expect(event.ilmd).toStrictEqual([
    ['https://example.cn/ns#empty', []],
    ['https://example.cn/ns#nested', { 'https://other.example/a': [['1']] }],
    ['urn:epcglobal:cbv:mda:itemExpirationDate', '2027-03-05'],
  ]);
  expect(event.readPointExtensions).toStrictEqual([['https://example.cn/ns#floor', '3']]);
  expect(event.bizLocationExtensions).toStrictEqual([['https://example.cn/ns#floor', '4']]);
});

test('what sensors report: terms as URIs, ids canonical, numbers and times as numbers', () => {
  const { sensors } = facts({
    '@context': [{ ex: 'https://example.cn/ns#' }],
    sensorElementList: [
      {
        sensorMetadata: {
          time: '2026-03-01T00:00:00.5Z',
          deviceID: 'urn:epc:id:giai:4000001.111',
          bizRules: 'ex:rule',
        },
        sensorReport: [
          { type: 'Temperature', value: 26, minValue: -0, uom: 'CEL', component: 'x', 'ex:raw': '26.04' },
          { exception: 'gs1:ALARM_CONDITION', booleanValue: false, stringValue: '', startTime: 'not of a report' },
        ],
        'ex:case': 1,
      },
    ],
  });
  expect(sensors).toStrictEqual([
    {
      reports: [
        {
          type: 'https://gs1.org/voc/Temperature',
          component: 'https://ref.gs1.org/cbv/Comp-x',
          value: 26,
          minValue: 0,
          uom: 'CEL',
          extensions: [['https://example.cn/ns#raw', '26.04']],
        },
        {
          exception: 'https://gs1.org/voc/ALARM_CONDITION',
          stringValue: '',
          booleanValue: false,
          extensions: [['startTime', 'not of a report']],
        },
      ],
      metadata: {
        timeMs: Date.UTC(2026, 2, 1, 0, 0, 0, 500),
        deviceID: 'https://id.gs1.org/8004/4000001111',
        bizRules: 'https://example.cn/ns#rule',
      },
      extensions: [['https://example.cn/ns#case', '1']],
    },
  ]);
});

test('certificates, one or several, and an error declaration with what its writer added', () => {
  expect(facts({ certificationInfo: 'https://example.cn/cert/1' }).certificationInfo).toEqual([
    'https://example.cn/cert/1',
  ]);
  expect(facts({ certificationInfo: ['urn:x:1', 'urn:x:2'] }).certificationInfo).toEqual(['urn:x:1', 'urn:x:2']);
  const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', 'gs1:by': 'QA' };
  expect(facts({ errorDeclaration }).errorDeclaration).toStrictEqual({
    declarationTimeMs: Date.UTC(2026, 2, 2),
    correctiveEventIDs: [],
    extensions: [['https://gs1.org/voc/by', 'QA']],
  });
});

test("resolves prefixes by the event's own context", () => {
  const event = facts({ '@context': [{ own: 'https://ref.gs1.org/cbv/' }], bizStep: 'own:BizStep-packing' });
  expect(event.bizStep).toBe('https://ref.gs1.org/cbv/BizStep-packing');
});

test('refuses what validation would have refused', () => {
  expect(() => facts({ type: 'QuantityEvent' })).toThrow(UnreadableEvent);
  expect(() => facts({ eventTime: 'yesterday' })).toThrow(UnreadableEvent);
  expect(() => eventFacts([], STANDARD_CONTEXT)).toThrow(UnreadableEvent);
});
