import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContext } from './context.ts';
import { eventHashId, eventPreHash } from './hash.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Vector {
  readonly note: string;
  readonly preHash: string;
  readonly hashId: string;
  readonly documents: readonly { '@context': Json; epcisBody: { eventList: Json[] } }[];
}

const vectorsUrl = new URL('../../../vectors/hashes/', import.meta.url);
const vectors = readdirSync(vectorsUrl).map((file): [string, Vector] => [
  file,
  JSON.parse(readFileSync(new URL(file, vectorsUrl), 'utf8')),
]);

describe('vectors/hashes', () => {
  test.each(vectors)('%s: every document has the one hash', (_file, vector) => {
    expect(vector.documents.length).toBeGreaterThan(0);
    for (const document of vector.documents) {
      const context = readContext(document['@context']);
      for (const event of document.epcisBody.eventList) {
        expect(eventPreHash(event, context)).toBe(vector.preHash);
        expect(eventHashId(event, context, sha256Hex)).toBe(vector.hashId);
      }
    }
  });

  test('the hashes printed with the published illustrations are among them', () => {
    const hashes = vectors.map(([, vector]) => vector.hashId);
    expect(hashes).toContain(
      'ni:///sha-256;6ae96341e0acc6d7a261364751f60e68278a81cdf51da0abb6b4e617014e39d7?ver=CBV2.0',
    );
    expect(hashes).toContain(
      'ni:///sha-256;a13cbe6c8bb6df3710b3edaeff760a1365ec8fd69ca1f4d7e0c10eb5189a883a?ver=CBV2.0',
    );
  });
});

const context = readContext([{ ex: 'https://example.cn/ns#', other: 'https://example.cn/ns#' }]);
const hash = (event: unknown): string => eventPreHash(event, context);

const UNITS: readonly [string, ...string[]] = [
  'urn:epc:id:sgtin:6901234.056789.A1',
  'https://id.gs1.org/01/06901234567892/21/A1',
  'https://x.example.cn/01/06901234567892/21/A1',
];
const CARRIERS: readonly [string, ...string[]] = [
  'urn:epc:id:sscc:6901234.0000000001',
  'https://id.gs1.org/00/069012340000000016',
];
const STEPS: readonly [string, ...string[]] = [
  'packing',
  'cbv:BizStep-packing',
  'urn:epcglobal:cbv:bizstep:packing',
  'https://ref.gs1.org/cbv/BizStep-packing',
];
const TIMES: readonly [string, ...string[]] = [
  '2026-03-01T15:30:00+08:00',
  '2026-03-01T07:30:00.000Z',
  '2026-03-01T02:30:00.00-05:00',
];
const KEYS: readonly [string, ...string[]] = ['ex:field', 'other:field', 'https://example.cn/ns#field'];

const anExtension = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('ex:a', 'ex:b', 'ex:𠮷', 'ex:\uffee'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const anEvent = (extension: Json, quantity: number): { [key: string]: Json } => ({
  type: 'AggregationEvent',
  eventTime: TIMES[0],
  eventTimeZoneOffset: '+08:00',
  parentID: 'urn:epc:id:sscc:6901234.0000000001',
  childEPCs: ['urn:epc:id:sgtin:6901234.056789.A1', 'urn:epc:id:sgtin:6901234.056789.A2'],
  childQuantityList: [
    { epcClass: 'urn:epc:class:lgtin:6901234.011111.L1', quantity, uom: 'KGM' },
    { epcClass: 'urn:epc:class:lgtin:6901234.011111.L2', quantity: 1 },
  ],
  action: 'ADD',
  bizStep: 'packing',
  readPoint: { id: 'urn:epc:id:sgln:6901234.00001.0', 'ex:a': extension },
  sensorElementList: [
    { sensorReport: [{ type: 'Temperature', value: quantity, uom: 'CEL', 'ex:b': extension }, { type: 'gs1:Speed' }] },
    { sensorMetadata: { time: TIMES[0] }, sensorReport: [{ type: 'Count', value: 3 }] },
  ],
  ilmd: { 'cbvmda:lotNumber': 'L1', 'ex:b': extension },
  'ex:field': extension,
});

/** The same value with the members of every object and list in an order that `random` chooses. */
function shuffled(value: Json, random: () => number): Json {
  if (Array.isArray(value))
    return sortedBy(
      value.map((member) => shuffled(member, random)),
      random,
    );
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [key, shuffled(member, random)]);
  return Object.fromEntries(sortedBy(entries, random));
}

function sortedBy<Member>(members: Member[], random: () => number): Member[] {
  return members
    .map((member) => ({ member, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ member }) => member);
}

const aRandom = fc
  .infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
  .map((stream) => () => stream.next().value);

test('does not depend on the order of keys or of lists, at any depth', () => {
  fc.assert(
    fc.property(anExtension, fc.double({ min: 0, max: 1e9, noNaN: true }), aRandom, (extension, quantity, random) => {
      const event = anEvent(extension, quantity);
      expect(hash(shuffled(event, random))).toBe(hash(event));
    }),
    { numRuns: 150 },
  );
});

test('does not depend on how codes, terms, times and keys are spelt', () => {
  const spelling = fc.record({
    step: fc.constantFrom(...STEPS),
    time: fc.constantFrom(...TIMES),
    key: fc.constantFrom(...KEYS),
    unit: fc.constantFrom(...UNITS),
    carrier: fc.constantFrom(...CARRIERS),
  });
  const spelt = (s: { step: string; time: string; key: string; unit: string; carrier: string }) => ({
    type: 'AggregationEvent',
    eventTime: s.time,
    eventTimeZoneOffset: '+08:00',
    parentID: s.carrier,
    childEPCs: [s.unit],
    action: 'ADD',
    bizStep: s.step,
    [s.key]: s.unit,
  });
  fc.assert(fc.property(spelling, spelling, (a, b) => hash(spelt(a)) === hash(spelt(b))));
});

/** Every way to change one leaf of a value, as a copy. */
function* changedOnce(value: Json): Generator<Json> {
  if (typeof value === 'string') yield `${value}x`;
  else if (typeof value === 'number') yield value + 1;
  else if (Array.isArray(value)) {
    for (const [index, member] of value.entries())
      for (const other of changedOnce(member)) yield value.with(index, other);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      for (const other of changedOnce(member)) yield { ...value, [key]: other };
    }
  }
}

test('changes whenever any one value of the event changes', () => {
  const event = anEvent({ 'ex:a': ['one', 2] }, 5);
  const variants = [...changedOnce(event)];
  expect(variants.length).toBeGreaterThanOrEqual(30);
  expect(new Set(variants.map(hash)).add(hash(event)).size).toBe(variants.length + 1);
});

test('does not cover eventID, recordTime, errorDeclaration and remarks', () => {
  const event = anEvent('x', 1);
  const added = {
    ...event,
    eventID: 'urn:uuid:1',
    recordTime: '2026-03-03T00:00:00Z',
    errorDeclaration: { declarationTime: '2026-03-03T00:00:00Z', 'ex:who': 'me' },
    'rdfs:comment': 'a remark',
  };
  expect(hash(added)).toBe(hash(event));
});

test.each([
  [1, '1'],
  ['1.0', '1'],
  ['001.50', '1.5'],
  [-0, '0'],
  ['-.50', '-0.5'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  ['2.50E+1', '25'],
  ['100', '100'],
  ['many', 'many'],
  ['-', '-'],
])('writes the quantity %o as %s', (quantity, written) => {
  expect(hash({ quantityList: [{ epcClass: 'urn:x:c', quantity }] })).toBe(
    `quantityListquantityElementepcClass=urn:x:cquantity=${written}`,
  );
});

test('user extensions: texts keep leading zeros, lose white space around them and trailing zeros of a fraction', () => {
  expect(hash({ 'ex:a': ' 007 ' })).toBe('{https://example.cn/ns#}a=007');
  expect(hash({ 'ex:a': '23.0' })).toBe(hash({ 'ex:a': 23 }));
  expect(hash({ 'ex:a': 'ratio: 3' })).toBe('{https://example.cn/ns#}a=ratio: 3');
  expect(hash({ 'ex:a': { '@type': 'xsd:date', '@value': '2026-01-01' } })).toBe(
    '{https://example.cn/ns#}a=2026-01-01',
  );
  expect(hash({ 'ex:a': '', 'ex:b': {}, 'ex:c': [] })).toBe('{https://example.cn/ns#}a{https://example.cn/ns#}b');
});

test('names code points beyond the basic plane after all others, as UTF-8 does', () => {
  expect(hash({ 'ex:a': ['\u{20BB7}', '\uFFEE', '\u4E00'] })).toBe(
    ['\u4E00', '\uFFEE', '\u{20BB7}'].map((text) => `{https://example.cn/ns#}a=${text}`).join(''),
  );
});

test('expands CURIEs wherever a code or URI may stand', () => {
  const full = 'https://example.cn/ns#one';
  for (const event of [(id: string) => ({ epcList: [id] }), (id: string) => ({ readPoint: { id } })]) {
    expect(hash(event('ex:one'))).toBe(hash(event(full)));
  }
  expect(hash({ sensorElementList: [{ sensorReport: [{ type: 'ex:one' }] }] })).toContain(`type=${full}`);
});

test('an empty list is no list', () => {
  expect(hash({ epcList: [], quantityList: [], readPoint: {}, ilmd: {} })).toBe('');
});

test('writes a serialised code without its lot, and no query string of a Digital Link', () => {
  const unit = 'https://id.gs1.org/01/06901234567892/10/L1/21/A1?17=261231';
  expect(hash({ epcList: [unit] })).toBe('epcListepc=https://id.gs1.org/01/06901234567892/21/A1');
});

test('a lot that is numbered like a qualifier hides no serial', () => {
  const event = (epc: string) => ({ type: 'ObjectEvent', eventTime: '2026-01-01T00:00:00Z', epcList: [epc] });
  const link = 'https://id.gs1.org/01/06901234567892';
  for (const lot of ['21', '10', '235', 'L'])
    expect(hash(event(`${link}/10/${lot}/21/S`))).toBe(hash(event(`${link}/21/S`)));
});
