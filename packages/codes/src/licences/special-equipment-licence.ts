/**
 * 特种设备生产和充装单位许可证编号 (TSG 07-2019): TS, seven characters, the last year of validity.
 *
 *   TS · kind of business 1 · kind of equipment 1 · … 5 · - · year 4
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

export const specialEquipmentLicence = defineScheme(
  {
    id: 'cn-licence-special-equipment',
    name: { zh: '特种设备许可证', en: 'Special equipment licence' },
    names: 'licence',
    standard: 'TSG 07-2019',
    source: '未见编号规则原文',
    effectiveFrom: '2019-06-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { literal: 'TS' },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: 7, alphabet: 'digits-capitals' },
      { literal: '-' },
      { part: 'validTo', name: { zh: '有效期至', en: 'Valid to' }, length: 4, kind: 'year' },
    ],
    fold: plainCapitals,
    check: ({ number = '' }) => (/^\d/.test(number) ? undefined : 'alphabet'),
    prior: 0,
  },
);
