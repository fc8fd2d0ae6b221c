/** Facts for tests: one that is common, and any that events may have. */
import fc from 'fast-check';
import { EVENT_TYPES, type EventFacts, type ExtensionValue, type NamedValue } from './model.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A can of formula given its serial, with lot and expiry. */
export const aCommissioning: EventFacts = {
  type: 'ObjectEvent',
  action: 'ADD',
  eventTimeMs: Date.UTC(2026, 6, 5, 0, 30),
  eventTimeZoneOffset: '+08:00',
  eventID: 'urn:uuid:3f2a9c1e-7b4d-4e8f-9a6b-0c1d2e3f4a5b',
  bizStep: 'https://ref.gs1.org/cbv/BizStep-commissioning',
  disposition: 'https://ref.gs1.org/cbv/Disp-active',
  readPoint: 'https://id.gs1.org/414/6901234000016',
  bizLocation: 'https://id.gs1.org/414/6901234000016',
  units: [{ code: 'https://id.gs1.org/01/06901234567892/21/F20260705-0001', role: 'object', isClass: false }],
  sources: [],
  destinations: [],
  bizTransactions: [],
  lotNumber: 'F20260705',
  ilmd: [
    ['urn:epcglobal:cbv:mda:itemExpirationDate', '2028-07-05'],
    ['urn:epcglobal:cbv:mda:lotNumber', 'F20260705'],
  ],
};

const digits = fc.stringMatching(/^[0-9]{1,20}$/);
const free = fc.string({
  unit: fc.constantFrom('a', 'B', '0', '7', '/', ':', '-', 'é', '码', '🍼', '\ufeff', '\u0000'),
});
const code = fc.oneof(
  digits.map((serial) => `https://id.gs1.org/01/06901234567892/21/${serial}`),
  digits.map((value) => `https://id.gs1.org/414/${value}`),
  fc
    .tuple(fc.constantFrom('urn:epc:id:', 'https://', 'https://id.gs1.org/0', 'x'), free)
    .map((parts) => parts.join('')),
  digits,
  free,
);
const word = fc.oneof(
  fc.constantFrom('KGM', 'H87', 'urn:epcglobal:cbv:mda:lotNumber', 'https://example.cn/ns#a'),
  free,
);
const term = fc.oneof(fc.constantFrom(...VOCABULARY.map(({ uri }) => uri), 'https://gs1.org/voc/Temperature'), word);
const hexOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const eventID = fc.oneof(
  fc.uuid().map((id) => `urn:uuid:${id}`),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  hexOf(64).map((hash) => `ni:///sha-256;${hash}?ver=CBV2.0`),
  hexOf(63).map((hash) => `ni:///sha-256;${hash}?ver=CBV2.0`),
  code,
);
const time = fc.oneof(
  fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }),
  fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
);
const offset = fc.constantFrom(
  '+08:00',
  '+00:00',
  '-00:00',
  '-05:30',
  '+23:59',
  '-23:59',
  '+14:00',
  '+8:00',
  'Z',
  '+24:00',
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer().map((tenths) => tenths / 10),
  fc.constantFrom(
    -0,
    0.1,
    -4.5,
    1e21,
    2 ** 50,
    2 ** 50 - 1,
    -(2 ** 50),
    5e-324,
    0.000001,
    123456789012345.6,
    Number.NaN,
  ),
);
const { value } = fc.letrec<{ value: ExtensionValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    code,
    fc.constantFrom('2027-03-05', '2027-02-30', '0001-01-01', '9999-12-31', '0000-01-01'),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(word, fc.constant('__proto__')), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const pairs = fc.array(fc.tuple(word, value), { maxLength: 3 }) satisfies fc.Arbitrary<readonly NamedValue[]>;

function list<T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(each, { maxLength: 3 });
}

const unit = fc.record(
  {
    code,
    role: fc.constantFrom('object', 'parent', 'child', 'input', 'output'),
    isClass: fc.boolean(),
    quantity: number,
    uom: word,
  },
  { requiredKeys: ['code', 'role', 'isClass'], noNullPrototype: true },
);
const party = fc.record(
  { kind: fc.oneof(fc.constantFrom('possession', 'ownership', 'location'), word), party: code },
  { noNullPrototype: true },
);
const ids = { deviceID: code, deviceMetadata: code, rawData: code, dataProcessingMethod: code, bizRules: code };
const metadata = fc.record(
  { timeMs: time, startTimeMs: time, endTimeMs: time, ...ids, extensions: pairs },
  { requiredKeys: [], noNullPrototype: true },
);
const report = fc.record(
  {
    type: term,
    exception: term,
    component: term,
    timeMs: time,
    ...ids,
    microorganism: code,
    chemicalSubstance: code,
    coordinateReferenceSystem: code,
    uriValue: code,
    value: number,
    minValue: number,
    maxValue: number,
    meanValue: number,
    sDev: number,
    percRank: number,
    percValue: number,
    stringValue: word,
    hexBinaryValue: word,
    uom: word,
    booleanValue: fc.boolean(),
    extensions: pairs,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const declaration = fc.record(
  { declarationTimeMs: time, reason: term, correctiveEventIDs: list(eventID), extensions: pairs },
  { requiredKeys: ['declarationTimeMs', 'correctiveEventIDs'], noNullPrototype: true },
);

/** Every member, stated or not, with what it may hold and more. */
export const someFacts: fc.Arbitrary<EventFacts> = fc.record(
  {
    type: fc.constantFrom(...EVENT_TYPES),
    action: fc.constantFrom('ADD', 'OBSERVE', 'DELETE'),
    eventTimeMs: time,
    eventTimeZoneOffset: offset,
    eventID,
    bizStep: term,
    disposition: term,
    persistentDisposition: fc.record({ set: list(term), unset: list(term) }, { noNullPrototype: true }),
    readPoint: code,
    bizLocation: code,
    readPointExtensions: pairs,
    bizLocationExtensions: pairs,
    transformationID: code,
    units: fc.array(unit, { maxLength: 6 }),
    sources: list(party),
    destinations: list(party),
    bizTransactions: list(fc.record({ type: term, id: code }, { requiredKeys: ['id'], noNullPrototype: true })),
    lotNumber: fc.oneof(word, fc.constant('L1')),
    errorDeclaration: declaration,
    sensors: list(
      fc.record(
        { metadata, reports: list(report), extensions: pairs },
        { requiredKeys: ['reports'], noNullPrototype: true },
      ),
    ),
    ilmd: fc.oneof(pairs, fc.constant<readonly NamedValue[]>([['urn:epcglobal:cbv:mda:lotNumber', ' L1 ']])),
    extensions: pairs,
    certificationInfo: list(code),
  },
  {
    requiredKeys: ['type', 'eventTimeMs', 'eventTimeZoneOffset', 'units', 'sources', 'destinations', 'bizTransactions'],
    noNullPrototype: true,
  },
);
