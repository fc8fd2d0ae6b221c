import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personalNumber } from '../../../../tools/personal-number.fixture.ts';
import { validateEvent } from '../validate.ts';

const base = {
  type: 'ObjectEvent',
  eventTime: '2026-01-01T00:00:00Z',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
};
const EPC = 'urn:epc:id:sgtin:6901234.056789.A1';

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
  ['/ilmd/ex:farmer', (number) => ({ action: 'ADD', epcList: [EPC], ilmd: { 'ex:farmer': number } })],
];

test('the number of a person is found wherever an event has it, and no finding repeats it', () => {
  fc.assert(
    fc.property(personalNumber, fc.constantFrom(...places), (number, [pointer, member]) => {
      const found = validateEvent({ ...base, ...member(number) }, { pointer: '' });
      const own = found.filter(({ rule }) => rule === 'event.personal-number');
      expect(own.map((each) => each.pointer)).toEqual([pointer]);
      expect(JSON.stringify(found)).not.toContain(number);
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

test('a logistic unit of the same digits is one where it is written as one', () => {
  const event = { ...base, epcList: ['https://id.gs1.org/00/310104196508150431'] };
  expect(validateEvent(event, { pointer: '' })).toEqual([]);
});
