/**
 * 特种设备生产和充装单位许可证编号 (TSG 07-2019): TS, seven characters, the last year of validity.
 *
 *   TS · kind of business and of equipment 2 · authority 2 (10 the state, else the province) · sequence 3 · - · year 4
 *
 * The last five of the seven are the maker in the device codes that it gives (`cn-special-equipment`).
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

export const specialEquipmentLicence = defineScheme(
  {
    id: 'cn-licence-special-equipment',
    name: { zh: '特种设备许可证', en: 'Special equipment licence' },
    names: 'licence',
    standard: 'TSG 07-2019',
    source:
      '特种设备代码编号方法转载，如 TS2210890-2015（总局 10，顺序号 890）、TS2223010-2015（黑龙江 23，顺序号 010）',
    effectiveFrom: '2019-06-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { literal: 'TS' },
      { part: 'kind', name: { zh: '许可类别', en: 'Kind of licence' }, length: 2, alphabet: 'digits-capitals' },
      { part: 'region', name: { zh: '发证机关代码', en: 'Authority' }, length: 2, alphabet: 'digits-capitals' },
      { part: 'sequence', name: { zh: '单位顺序号', en: 'Sequence' }, length: 3, alphabet: 'digits-capitals' },
      { literal: '-' },
      { part: 'validTo', name: { zh: '有效期至', en: 'Valid to' }, length: 4, kind: 'year' },
    ],
    fold: plainCapitals,
    check: ({ kind = '' }) => (/^\d/.test(kind) ? undefined : 'alphabet'),
    prior: 0,
  },
);
