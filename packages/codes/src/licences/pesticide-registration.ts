/**
 * 农药登记证号 (农药登记管理办法):
 *
 *   PD agriculture, WP household, LS temporary, EX for export only · year 4 · sequence 4
 *   and for packing by another, F · six digits
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

export const pesticideRegistration = defineScheme(
  {
    id: 'cn-licence-pesticide',
    name: { zh: '农药登记证', en: 'Pesticide registration' },
    names: 'licence',
    standard: '《农药登记管理办法》（农业部令2017年第3号）',
    source: '农业部公告第2579号转载（前缀）；登记证标识说明转载（年份加编号，如 PD20080005、LS20071573）',
    effectiveFrom: '2017-08-01',
    confidence: 'sourced',
    note: { zh: 'EX 与分装号未见原文', en: 'The rules for EX and for packing by another were not read' },
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '登记类别', en: 'Kind of registration' },
        length: 2,
        alphabet: 'capitals',
        oneOf: ['PD', 'WP', 'LS', 'EX'],
      },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '序号', en: 'Sequence' }, length: 4 },
      {
        part: 'packing',
        name: { zh: '分装号', en: 'Packing' },
        length: 7,
        alphabet: 'digits-capitals',
        optional: true,
      },
    ],
    fold: plainCapitals,
    check: ({ packing }) => (packing === undefined || /^F\d{6}$/.test(packing) ? undefined : 'alphabet'),
    prior: 2,
  },
);
