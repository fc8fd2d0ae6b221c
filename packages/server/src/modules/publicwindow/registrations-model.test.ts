import { MASTER_ELEMENTS } from '@suyuan/api';
import { interpret } from '@suyuan/codes';
import { expect, test } from 'vitest';
import type { RegistryEntry } from '../registry/index.ts';
import { registrationsOf } from './registrations-model.ts';

const CAN = 'https://id.gs1.org/01/06990020200099/21/7';
const PRODUCT = 'https://id.gs1.org/01/06990020200099';
const MAKER = 'https://id.gs1.org/417/6990020200006';

function rowsOf(product: object, maker: object = {}): string[] {
  const entry = (code: string, attributes: object): [string, RegistryEntry] => [
    code,
    { code, attributes, children: [] } as unknown as RegistryEntry,
  ];
  const known = new Map([entry(PRODUCT, product), entry(MAKER, maker)]);
  const facts = registrationsOf({ reading: interpret(CAN).reading, known }, { code: MAKER });
  return [...facts.values()].map(({ label, value }) => `${label.zh} / ${label.en}: ${value}`);
}

test('a licence has the name of its kind where its form is known, a registration its own', () => {
  expect(rowsOf({ productionLicence: 'SC12932059999995', registrationNumber: '国食注字YP20269901' })).toEqual([
    '产品注册号 / Product registration: 国食注字YP20269901',
    '食品生产许可证 / Food production licence: SC12932059999995',
  ]);
  expect(rowsOf({ licenseNumber: 'B-7' })).toEqual(['许可证号 / Licence: B-7']);
});

test('what the maker has as well is told once, what it has beside that too', () => {
  const productionLicence = 'SC12932059999995';
  expect(rowsOf({ productionLicence }, { licenceNumber: 'SC12932059999995' })).toHaveLength(1);
  expect(rowsOf({ productionLicence }, { licenceNumber: '闽AA5910001' })).toEqual([
    '食品生产许可证 / Food production licence: SC12932059999995',
    '药品经营许可证 / Drug trade licence: 闽AA5910001',
  ]);
  expect(rowsOf({ licenceNumber: 'A-1' }, { licenceNumber: 'B-2' })).toEqual([
    '许可证号 / Licence: A-1',
    '许可证号 / Licence: B-2',
  ]);
});

test('other attributes, what is empty or no text, and numbers of persons are told nothing of', () => {
  expect(rowsOf({ descriptionShort: '奶粉', productionLicence: ' ', licences: ['A'], licence: 7 })).toEqual([]);
  expect(rowsOf({ licence: '11010519491231002X' })).toEqual([]);
});

test('each attribute of which the public is told the number has a label', () => {
  for (const name of MASTER_ELEMENTS.masterLicences.attributes) expect(rowsOf({ [name]: 'X-1' })).toHaveLength(1);
});
