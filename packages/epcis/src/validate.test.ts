import { describe, expect, test } from 'vitest';
import { anEvent, CLASS, EPC, type Members, SSCC } from './document.fixture.ts';
import { EVENT_TYPES, type Finding } from './model.ts';
import { validateEvent } from './validate.ts';

const findingsOf = (event: unknown): Finding[] => validateEvent(event, { eventIndex: 4, pointer: '/e/4' });
/** Rule and pointer of each finding. */
const faultsOf = (event: unknown): string[] =>
  findingsOf(event).map(({ rule, pointer }) => `${rule} ${pointer.replace(/^\/e\/4/, '')}`);

const quantity = { epcClass: CLASS, quantity: 1, uom: 'KGM' };
const report = (members: Members): Members => ({ sensorElementList: [{ sensorReport: [members] }] });

describe('sound events', () => {
  test.each(EVENT_TYPES)('%s', (type) => {
    expect(faultsOf(anEvent(type))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['an empty epcList', anEvent('ObjectEvent', { epcList: [] })],
    ['quantities alone', anEvent('ObjectEvent', { epcList: undefined, quantityList: [quantity] })],
    [
      'a place whose sensors report',
      anEvent('ObjectEvent', {
        epcList: undefined,
        readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1234' },
        ...report({ type: 'Temperature', value: -18.5, uom: 'CEL' }),
      }),
    ],
    ['master data of what begins', anEvent('ObjectEvent', { action: 'ADD', ilmd: { 'cbvmda:lotNumber': 'L1' } })],
    ['all children of a parent', anEvent('AggregationEvent', { action: 'DELETE', childEPCs: undefined })],
    ['children without their parent', anEvent('AggregationEvent', { action: 'OBSERVE', parentID: undefined })],
    ['children by the kilogram', anEvent('AggregationEvent', { childEPCs: undefined, childQuantityList: [quantity] })],
    ['all objects of a transaction', anEvent('TransactionEvent', { action: 'DELETE', epcList: undefined })],
    [
      'half a transformation',
      anEvent('TransformationEvent', { transformationID: 'urn:x:1', outputEPCList: undefined }),
    ],
    ['a child twice in an aggregation', anEvent('AggregationEvent', { childEPCs: [EPC, EPC] })],
    ['a quantity of nothing', anEvent('ObjectEvent', { quantityList: [{ epcClass: CLASS, quantity: 0 }] })],
    [
      'members of any namespace',
      anEvent('ObjectEvent', { 'ex:a': null, '厂:批': [{ 任意: Number.POSITIVE_INFINITY }], 'https://e.cn/x': 1 }),
    ],
    [
      'leap days',
      anEvent('ObjectEvent', { eventTime: '2000-02-29T00:00:00Z', recordTime: '2024-02-29T00:00:00.5+00:00' }),
    ],
    ['a leap second', anEvent('ObjectEvent', { eventTime: '2017-01-01T07:59:60+08:00' })],
    [
      'the first year and the last',
      anEvent('ObjectEvent', { eventTime: '0001-01-01t00:00:00z', recordTime: '9999-12-31T23:59:59.999999999Z' }),
    ],
    ['certificates', anEvent('ObjectEvent', { certificationInfo: ['https://example.com/c/1', 'urn:x:2'] })],
    ['an IPv6 host', anEvent('ObjectEvent', { eventID: 'https://[2001:db8::1]:8080/e/1' })],
    [
      'a declaration of error',
      anEvent('ObjectEvent', {
        errorDeclaration: {
          declarationTime: '2026-03-06T00:00:00Z',
          reason: 'incorrect_data',
          correctiveEventIDs: [EPC],
        },
      }),
    ],
    [
      'vocabulary in every spelling',
      anEvent('ObjectEvent', {
        bizStep: 'cbv:BizStep-shipping',
        disposition: 'urn:epcglobal:cbv:disp:in_transit',
        persistentDisposition: { set: ['https://ref.gs1.org/cbv/Disp-conformant'], unset: ['ex:own'] },
        sourceList: [{ type: 'possessing_party', source: EPC }],
        destinationList: [{ type: 'https://example.com/own', destination: EPC }],
        bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:1' }, { bizTransaction: 'urn:x:1' }],
      }),
    ],
  ])('%s', (_, event) => {
    expect(faultsOf(event)).toEqual([]);
  });
});

const NO_EPCS = { epcList: undefined };

describe('faults', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['no type', { action: 'ADD' }, ['event.type-required /type']],
    ['a type of its own', anEvent('ex:Event'), ['event.type-unknown /type']],
    ['a type that is no text', anEvent('ObjectEvent', { type: ['ObjectEvent'] }), ['event.type-unknown /type']],
    ['an inherited name for a type', anEvent('ObjectEvent', { type: 'toString' }), ['event.type-unknown /type']],
    [
      'nothing but a type',
      { type: 'TransactionEvent' },
      [
        'event.member-required /eventTime',
        'event.member-required /eventTimeZoneOffset',
        'event.action-required /action',
        'event.member-required /bizTransactionList',
        'event.units-required ',
      ],
    ],
    ['an unknown action', anEvent('ObjectEvent', { action: 'add' }), ['event.action-unknown /action']],
    ['an action that is no text', anEvent('ObjectEvent', { action: 1 }), ['event.action-unknown /action']],
    ['no objects', anEvent('ObjectEvent', NO_EPCS), ['event.units-required ']],
    ['no quantities', anEvent('ObjectEvent', { ...NO_EPCS, quantityList: [] }), ['event.units-required ']],
    [
      'sensors without a place',
      anEvent('ObjectEvent', { ...NO_EPCS, ...report({ type: 'Mass' }) }),
      ['event.units-required '],
    ],
    [
      'ADD without its parent',
      anEvent('AggregationEvent', { parentID: undefined }),
      ['event.parent-required /parentID'],
    ],
    [
      'DELETE without its parent',
      anEvent('AggregationEvent', { action: 'DELETE', parentID: undefined }),
      ['event.parent-required /parentID'],
    ],
    ['no children', anEvent('AggregationEvent', { childEPCs: [] }), ['event.children-required ']],
    [
      'an association with nothing',
      anEvent('AssociationEvent', { childEPCs: undefined }),
      ['event.children-required '],
    ],
    [
      'an association without its parent, whatever the action',
      anEvent('AssociationEvent', { action: 'OBSERVE', parentID: undefined }),
      ['event.member-required /parentID'],
    ],
    ['no objects in a transaction', anEvent('TransactionEvent', NO_EPCS), ['event.units-required ']],
    [
      'no transaction',
      anEvent('TransactionEvent', { bizTransactionList: [] }),
      ['event.list-empty /bizTransactionList'],
    ],
    ['no output', anEvent('TransformationEvent', { outputEPCList: [] }), ['event.transformation-units ']],
    ['no input', anEvent('TransformationEvent', { inputQuantityList: undefined }), ['event.transformation-units ']],
    [
      'neither, with an ID',
      anEvent('TransformationEvent', { transformationID: EPC, inputQuantityList: [], outputEPCList: [] }),
      ['event.transformation-units '],
    ],
    [
      'action of a transformation',
      anEvent('TransformationEvent', { action: 'ADD' }),
      ['event.member-not-allowed /action'],
    ],
    ['ilmd of what is there', anEvent('ObjectEvent', { ilmd: {} }), ['event.ilmd-action /ilmd']],
    ['ilmd of an aggregation', anEvent('AggregationEvent', { ilmd: {} }), ['event.member-not-allowed /ilmd']],
    [
      'bare names in ilmd',
      anEvent('ObjectEvent', { action: 'ADD', ilmd: { lot: 1 } }),
      ['event.member-unknown /ilmd/lot'],
    ],
    ['an EPC twice', anEvent('ObjectEvent', { epcList: [EPC, SSCC, EPC] }), ['event.repeated /epcList/2']],
    ['null for a member', anEvent('ObjectEvent', { bizStep: null }), ['event.value-type /bizStep']],
    ['a list for a text', anEvent('ObjectEvent', { readPoint: { id: [] } }), ['event.value-type /readPoint/id']],
    ['a text for an object', anEvent('ObjectEvent', { readPoint: EPC }), ['event.value-type /readPoint']],
    ['an object for a list', anEvent('ObjectEvent', { epcList: { 0: EPC } }), ['event.value-type /epcList']],
    ['a name misspelt', anEvent('ObjectEvent', { bizstep: 'shipping' }), ['event.member-unknown /bizstep']],
    ['an inherited name', anEvent('ObjectEvent', { constructor: 1 }), ['event.member-unknown /constructor']],
    ['a name with an empty prefix', anEvent('ObjectEvent', { ':a': 1 }), ['event.member-unknown /:a']],
    ['a name with a space', anEvent('ObjectEvent', { 'ex:a b': 1 }), ['event.member-unknown /ex:a b']],
    ['no URI', anEvent('ObjectEvent', { epcList: ['06141411073467'] }), ['event.uri /epcList/0']],
    ['a scheme alone', anEvent('ObjectEvent', { eventID: 'urn:' }), ['event.uri /eventID']],
    ['a URI with a space', anEvent('ObjectEvent', { eventID: 'urn:x:a b' }), ['event.uri /eventID']],
    ['a URI in Chinese', anEvent('ObjectEvent', { eventID: 'urn:x:批' }), ['event.uri /eventID']],
    ['half an escape', anEvent('ObjectEvent', { eventID: 'urn:x:%2' }), ['event.uri /eventID']],
    ['a line behind a URI', anEvent('ObjectEvent', { eventID: 'urn:x:1\n' }), ['event.uri /eventID']],
    ['no word of the CBV', anEvent('ObjectEvent', { bizStep: 'shiping' }), ['event.cbv-unknown /bizStep']],
    [
      'no URN of the CBV',
      anEvent('ObjectEvent', { disposition: 'urn:epcglobal:cbv:disp:lost' }),
      ['event.cbv-unknown /disposition'],
    ],
    [
      'a word of another vocabulary',
      anEvent('ObjectEvent', { disposition: 'shipping' }),
      ['event.cbv-unknown /disposition'],
    ],
    [
      'no measurement type',
      anEvent('ObjectEvent', report({ type: 'temperature' })),
      ['event.cbv-unknown /sensorElementList/0/sensorReport/0/type'],
    ],
    [
      'a sensor element without report',
      anEvent('ObjectEvent', { sensorElementList: [{}] }),
      ['event.member-required /sensorElementList/0/sensorReport'],
    ],
    [
      'no measurement',
      anEvent('ObjectEvent', { sensorElementList: [{ sensorReport: [] }] }),
      ['event.list-empty /sensorElementList/0/sensorReport'],
    ],
    [
      'a number as text',
      anEvent('ObjectEvent', report({ type: 'Mass', value: '1' })),
      ['event.value-type /sensorElementList/0/sensorReport/0/value'],
    ],
    [
      'a number too large',
      anEvent('ObjectEvent', report({ type: 'Mass', value: Number.POSITIVE_INFINITY })),
      ['event.number /sensorElementList/0/sensorReport/0/value'],
    ],
    [
      'no hexadecimal',
      anEvent('ObjectEvent', report({ type: 'Mass', hexBinaryValue: '0x1' })),
      ['event.hex /sensorElementList/0/sensorReport/0/hexBinaryValue'],
    ],
    [
      'less than nothing',
      anEvent('ObjectEvent', { quantityList: [{ ...quantity, quantity: -1 }] }),
      ['event.quantity /quantityList/0/quantity'],
    ],
    [
      'a quantity as text',
      anEvent('ObjectEvent', { quantityList: [{ ...quantity, quantity: '1' }] }),
      ['event.quantity /quantityList/0/quantity'],
    ],
    [
      'a unit in words',
      anEvent('ObjectEvent', { quantityList: [{ ...quantity, uom: 'kg' }] }),
      ['event.uom /quantityList/0/uom'],
    ],
    [
      'more than a quantity',
      anEvent('ObjectEvent', { quantityList: [{ ...quantity, 'ex:a': 1 }] }),
      ['event.member-closed /quantityList/0/ex:a'],
    ],
    [
      'no class',
      anEvent('ObjectEvent', { quantityList: [{ quantity: 1 }] }),
      ['event.member-required /quantityList/0/epcClass'],
    ],
    [
      'no declaration time',
      anEvent('ObjectEvent', { errorDeclaration: {} }),
      ['event.member-required /errorDeclaration/declarationTime'],
    ],
    [
      'a corrective event that is no URI',
      anEvent('ObjectEvent', {
        errorDeclaration: { declarationTime: '2026-01-01T00:00:00Z', correctiveEventIDs: [1] },
      }),
      ['event.value-type /errorDeclaration/correctiveEventIDs/0'],
    ],
    [
      'a persistent disposition of nothing',
      anEvent('ObjectEvent', { persistentDisposition: {} }),
      ['event.persistent-disposition /persistentDisposition'],
    ],
    [
      'a source without type',
      anEvent('ObjectEvent', { sourceList: [{ source: EPC }] }),
      ['event.member-required /sourceList/0/type'],
    ],
    [
      'a destination for a source',
      anEvent('ObjectEvent', { sourceList: [{ type: 'location', destination: EPC }] }),
      ['event.member-required /sourceList/0/source', 'event.member-closed /sourceList/0/destination'],
    ],
    [
      'an offset of 15 hours',
      anEvent('ObjectEvent', { eventTimeZoneOffset: '+15:00' }),
      ['event.offset-form /eventTimeZoneOffset'],
    ],
    [
      'an offset as Z',
      anEvent('ObjectEvent', { eventTimeZoneOffset: 'Z' }),
      ['event.offset-form /eventTimeZoneOffset'],
    ],
  ])('%s', (_, event, faults) => {
    expect(faultsOf(event)).toEqual(faults);
  });

  test.each([
    ['2026-03-05T08:30:00', 'event.time-offset'],
    ['2026-03-05', 'event.time-format'],
    ['2026-03-05 08:30:00Z', 'event.time-format'],
    ['2026-03-05T08:30Z', 'event.time-format'],
    ['2026-03-05T08:30:00.Z', 'event.time-format'],
    ['05.03.2026', 'event.time-format'],
    ['', 'event.time-format'],
    ['2026-02-29T00:00:00Z', 'event.time-calendar'],
    ['1900-02-29T00:00:00Z', 'event.time-calendar'],
    ['2026-04-31T00:00:00Z', 'event.time-calendar'],
    ['2026-13-01T00:00:00Z', 'event.time-calendar'],
    ['2026-00-10T00:00:00Z', 'event.time-calendar'],
    ['2026-01-01T24:00:00Z', 'event.time-calendar'],
    ['2026-01-01T12:30:60Z', 'event.time-calendar'],
    ['2026-01-01T12:00:00+24:00', 'event.time-calendar'],
    ['0000-01-01T00:00:00Z', 'event.time-range'],
    ['10000-01-01T00:00:00Z', 'event.time-range'],
    ['1000000000-01-01T00:00:00Z', 'event.time-range'],
    ['-0001-01-01T00:00:00Z', 'event.time-range'],
    ['0001-01-01T00:00:00+14:00', 'event.time-range'],
    ['0001-01-01T23:58:59.999+23:59', 'event.time-range'],
    ['9999-12-31T23:59:59-12:00', 'event.time-range'],
    ['9999-12-31T23:59:60Z', 'event.time-range'],
  ])('the time %j', (eventTime, rule) => {
    expect(faultsOf(anEvent('ObjectEvent', { eventTime }))).toEqual([`${rule} /eventTime`]);
  });

  test.each([null, 1, 'ObjectEvent', [anEvent()], true])('%j is no event', (value) => {
    expect(faultsOf(value)).toEqual(['event.value-type ']);
  });
});
