/**
 * 化妆品 (化妆品注册备案管理办法):
 *
 *   国妆特字, 国妆特进字 imported, 国妆特制字 Hong Kong, Macao, Taiwan · G|J, of old · year 4 · sequence 4     registered
 *   province · G妆网备字 · year 4 · sequence 6                                                            filed
 *   国妆网备进字, 国妆网备制字 · (province of the one who answers for it here) · year 4 · sequence 6      filed, imported
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

/** 国妆网备进字, 国妆网备制字, with the province behind them in brackets. */
const ABROAD = ['国妆网备进字', '国妆网备制字'];
const FILED = PROVINCES.flatMap((province) => [
  `${province}G妆网备字`,
  ...ABROAD.map((kind) => [kind, '(', province, ')'].join('')),
]);

export const cosmetics = defineScheme(
  {
    id: 'cn-licence-cosmetics',
    name: { zh: '特殊化妆品注册证', en: 'Registration of special cosmetics' },
    names: 'licence',
    standard: '《化妆品注册备案管理办法》（总局令第35号）',
    source: '批准文号格式说明转载（国妆特字G、国妆特进字J，年份 4 位，顺序号 4 位）',
    effectiveFrom: '2021-05-01',
    confidence: 'sourced',
    note: {
      zh: '国妆特制字与不带 G、J 的新号未见原文',
      en: 'The rules for goods from Hong Kong, Macao and Taiwan and for new numbers without G or J were not read',
    },
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '文号', en: 'Document' },
        alphabet: 'words',
        oneOf: ['国妆特字', '国妆特进字', '国妆特制字'],
      },
      {
        part: 'origin',
        name: { zh: '国产或进口', en: 'Made here or imported' },
        length: 1,
        alphabet: 'capitals',
        oneOf: ['G', 'J'],
        optional: true,
      },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 4 },
    ],
    fold: plainCapitals,
    isMeant: () => false,
    prior: 0,
  },
);

export const cosmeticsFiling = defineScheme(
  {
    id: 'cn-licence-cosmetics-filing',
    name: { zh: '普通化妆品备案', en: 'Filing of ordinary cosmetics' },
    names: 'licence',
    standard: '《化妆品注册备案管理办法》（总局令第35号）',
    source: '备案编号格式说明转载（省份简称、年份 4 位、顺序号 6 位）',
    effectiveFrom: '2021-05-01',
    confidence: 'sourced',
    note: { zh: '国妆网备制字未见原文', en: 'The rule for goods from Hong Kong, Macao and Taiwan was not read' },
  },
  {
    fields: [
      // 国妆网备进字 has brackets in it, which no alphabet of words has: its values tell themselves apart.
      { part: 'kind', name: { zh: '文号', en: 'Document' }, alphabet: 'visible', oneOf: FILED },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 6 },
    ],
    fold: plainCapitals,
    isMeant: () => false,
    prior: 0,
  },
);
