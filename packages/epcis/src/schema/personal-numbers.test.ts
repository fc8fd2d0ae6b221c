import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personalNumber } from '../../../../tools/personal-number.fixture.ts';
import { documentFindings } from '../document.fixture.ts';
import { validateEnvelope, validateEvent } from '../validate.ts';

const base = {
  type: 'ObjectEvent',
  eventTime: '2026-01-01T00:00:00Z',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
};
const EPC = 'urn:epc:id:sgtin:6901234.056789.A1';

const MASKED = '*'.repeat(18);
const wide = (number: string): string =>
  number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const places: readonly (readonly [pointer: string, member: (number: string) => Record<string, unknown>])[] = [
  ['/epcList/0', (number) => ({ epcList: [number] })],
  ['/quantityList/0/epcClass', (number) => ({ epcList: [EPC], quantityList: [{ epcClass: number }] })],
  ['/bizLocation/id', (number) => ({ epcList: [EPC], bizLocation: { id: number } })],
  [
    '/bizTransactionList/0/bizTransaction',
    (number) => ({ epcList: [EPC], bizTransactionList: [{ bizTransaction: number }] }),
  ],
  ['/sourceList/0/source', (number) => ({ epcList: [EPC], sourceList: [{ type: 'owning_party', source: number }] })],
  ['/ex:inspector', (number) => ({ epcList: [EPC], 'ex:inspector': number })],
  ['/ex:inspector/ex:id/0', (number) => ({ epcList: [EPC], 'ex:inspector': { 'ex:id': [` ${number} `] } })],
  ['/type', (number) => ({ type: number, epcList: [EPC] })],
  ['/ex:inspector', (number) => ({ epcList: [EPC], 'ex:inspector': `urn:x:person:${number}` })],
  ['/ex:inspector', (number) => ({ epcList: [EPC], 'ex:inspector': `https://example.com/p/${number}` })],
  ['/bizLocation/id', (number) => ({ epcList: [EPC], bizLocation: { id: `https://example.com/p?id=${number}&a=1` } })],
  ['/ex:inspector', (number) => ({ epcList: [EPC], 'ex:inspector': `张三（身份证号：${number}）` })],
  ['/ex:inspector', (number) => ({ epcList: [EPC], 'ex:inspector': wide(number) })],
  ['/epcList/0', (number) => ({ epcList: [`https://id.gs1.org/01/06901234567892/21/A1?person=${number}`] })],
  [`/ex:of-${MASKED}`, (number) => ({ epcList: [EPC], [`ex:of-${number}`]: 'x' })],
  ['/ilmd/ex:farmer', (number) => ({ action: 'ADD', epcList: [EPC], ilmd: { 'ex:farmer': number } })],
];

test('the number of a person is found wherever an event has it, and no finding repeats it', () => {
  fc.assert(
    fc.property(personalNumber, fc.constantFrom(...places), (number, [pointer, member]) => {
      const event = { ...base, ...member(number) };
      for (const text of [undefined, JSON.stringify(event)]) {
        const found = validateEvent(event, { pointer: '', ...(text === undefined ? {} : { text }) });
        const own = found.filter(({ rule }) => rule === 'event.personal-number');
        expect(own.map((each) => each.pointer)).toEqual([pointer]);
        expect(JSON.stringify(found)).not.toContain(number);
      }
    }),
  );
});

test('numbers of fifteen digits are refused with their evidence, ear tags and other codes are not', () => {
  const rulesOf = (value: unknown) =>
    validateEvent({ ...base, epcList: [EPC], 'ex:id': value }, { pointer: '' }).map(({ rule }) => rule);
  for (const value of ['370681900307128', 370681900307128]) expect(rulesOf(value)).toEqual(['event.personal-number']);
  for (const value of ['137068100000001', '440524188001010015', '81234560000000000017', 137068100000001, 1e17])
    expect(rulesOf(value)).toEqual([]);
});

/** What is found in an event that has this JSON as a member, with the rule and the place of each. */
function foundIn(json: string): (readonly [string, string])[] {
  const text = `{"ex:id":${json},${JSON.stringify({ ...base, epcList: [EPC] }).slice(1)}`;
  return validateEvent(JSON.parse(text), { pointer: '', text }).map(({ rule, pointer }) => [rule, pointer]);
}

test('a number of JSON is read as it was written, before it is rounded', () => {
  const person = ['event.personal-number', '/ex:id'];
  for (const number of ['440524188001010014', '-440524188001010014', '440524188001010014.0', '3.70681900307128e14'])
    expect(foundIn(number), number).toEqual([person]);
  expect(foundIn('{"ex:a":["\\"1\\\\",440524188001010014, 2]}')).toEqual([['event.personal-number', '/ex:id/ex:a/1']]);
  expect(foundIn('"\\u0034\\u003440524188001010014"'.replace('\\u0034\\u0034', '\\u0034'))).toEqual([person]);
  for (const sound of ['440524188001010015', '1.4405241880010100144', '1e18', '"1e14"', '12345678901234567890'])
    expect(foundIn(sound), sound).toEqual([]);
});

test('digits within longer digits, words, wrong checks and old numbers in an address are none', () => {
  for (const text of [
    'urn:x:lot:A440524188001010014',
    'urn:x:lot:4405241880010100140',
    'urn:x:lot:440524188001010015',
    'urn:x:lot:370681900307128',
  ])
    expect(foundIn(JSON.stringify(text)), text).toEqual([]);
});

test('a document around its events is searched as well, and says so of itself', () => {
  const members = { '@context': [], type: 'EPCISDocument', schemaVersion: '2.0', epcisBody: { eventList: [] } };
  const number = '440524188001010014';
  const given = { ...members, creationDate: '2026-01-01T00:00:00Z', sender: `urn:x:${number}`, 'ex:n': '@' };
  const text = JSON.stringify(given).replace('"@"', number);
  const found = validateEnvelope(JSON.parse(text), text);
  expect(found.filter(({ rule }) => rule === 'document.personal-number').map(({ pointer }) => pointer)).toEqual([
    '/sender',
    '/ex:n',
  ]);
  expect(JSON.stringify(found)).not.toContain(number);
});

test('a fault of the JSON text itself repeats no number', () => {
  const number = '440524188001010014';
  for (const text of [
    `{"a": '${number}'}`,
    `{"${number}": 1, "${number}": 2}`,
    `[${number}abc]`,
    `{"a": ${number}X}`,
  ]) {
    const findings = documentFindings(new TextEncoder().encode(text));
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain(number);
  }
});

test('a GS1 key of the same digits is one where it is written as one', () => {
  const number = '310104196508150431';
  for (const key of [
    `https://id.gs1.org/00/${number}`,
    `https://example.com/some/where/00/${number}?linkType=all`,
    `(00)${number}`,
    `托盘 (00)${number}，第一层`,
    `https://id.gs1.org/8018/${number}`,
    `https://id.gs1.org/01/06901234567892/21/${number}`,
    `https://id.gs1.org/01/06901234567892?21=${number}`,
    `urn:epc:id:sgtin:6901234.056789.${number}`,
    `urn:epc:id:sscc:3101041.${number.charAt(0)}0000000000`,
  ])
    expect(foundIn(JSON.stringify(key)), key).toEqual([]);
});

test('a logistic unit of the same digits is one where it is written as one', () => {
  const event = { ...base, epcList: ['https://id.gs1.org/00/310104196508150431'] };
  expect(validateEvent(event, { pointer: '' })).toEqual([]);
});
