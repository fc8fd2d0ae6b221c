/**
 * 安全生产许可证 and 危险化学品 licences; how their numbers are made is left to the provinces, so little is fixed:
 *
 *   (region) · WH hazardous chemicals, FM mines, JZ building · 安许证字 · (year or letters) or nothing · digits · 号 or nothing
 *   region, its place in brackets or all of it · 危化经字 trade, 危化使字 use · the same
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

const NUMBER = /^(?:\([0-9A-Z]{1,12}\)-?\d{0,10}|\d{3,12})号?$/;
const REGION = /^(?:\p{Script=Han}{1,6}|\(\p{Script=Han}{1,8}\)|\p{Script=Han}{1,3}\(\p{Script=Han}{1,4}\))$/u;

/** Whether the region begins with a province, in brackets or not. */
function isRegion(region: string): boolean {
  return REGION.test(region) && PROVINCES.includes(region.replace('(', '').charAt(0));
}

export const safetyProduction = defineScheme(
  {
    id: 'cn-licence-safety',
    name: { zh: '安全生产许可证', en: 'Work safety licence' },
    names: 'licence',
    standard: '《安全生产许可证条例》（国务院令第397号，2014 修订）',
    source: '编号规则未见原文',
    effectiveFrom: '2004-01-13',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'region', name: { zh: '发证地', en: 'Region' }, length: [3, 10], alphabet: 'visible' },
      { part: 'kind', name: { zh: '类别', en: 'Kind' }, length: 2, alphabet: 'capitals', oneOf: ['WH', 'FM', 'JZ'] },
      { literal: '安许证字' },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [3, 24], alphabet: 'visible' },
    ],
    fold: plainCapitals,
    check: ({ region = '', number = '' }) =>
      region.startsWith('(') && isRegion(region) && NUMBER.test(number) ? undefined : 'registry',
    isMeant: () => false,
    prior: 0,
  },
);

export const hazardousChemicalLicence = defineScheme(
  {
    id: 'cn-licence-hazardous-chemical',
    name: { zh: '危险化学品经营、使用许可证', en: 'Hazardous chemicals trade or use licence' },
    names: 'licence',
    standard: '《危险化学品经营许可证管理办法》（安监总局令第55号）',
    source: '编号规则未见原文',
    effectiveFrom: '2012-09-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'region', name: { zh: '发证地', en: 'Region' }, length: [1, 10], alphabet: 'visible' },
      {
        part: 'kind',
        name: { zh: '证种', en: 'Document' },
        alphabet: 'words',
        oneOf: ['危化经字', '危化使字'],
      },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [3, 24], alphabet: 'visible' },
    ],
    fold: plainCapitals,
    check: ({ region = '', number = '' }) => (isRegion(region) && NUMBER.test(number) ? undefined : 'registry'),
    isMeant: () => false,
    prior: 0,
  },
);
