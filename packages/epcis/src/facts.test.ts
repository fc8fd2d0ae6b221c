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

test("resolves prefixes by the event's own context", () => {
  const event = facts({ '@context': [{ own: 'https://ref.gs1.org/cbv/' }], bizStep: 'own:BizStep-packing' });
  expect(event.bizStep).toBe('https://ref.gs1.org/cbv/BizStep-packing');
});

test('refuses what validation would have refused', () => {
  expect(() => facts({ type: 'QuantityEvent' })).toThrow(UnreadableEvent);
  expect(() => facts({ eventTime: 'yesterday' })).toThrow(UnreadableEvent);
  expect(() => eventFacts([], STANDARD_CONTEXT)).toThrow(UnreadableEvent);
});
