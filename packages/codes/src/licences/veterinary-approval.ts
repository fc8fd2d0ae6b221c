/**
 * 兽药产品批准文号 (兽药产品批准文号管理办法):
 *
 *   兽药字, of old 兽药生字, 兽药添字, 兽药原字 · (year), of old · nine digits: province 2 · enterprise 3 · product 4
 */
import { defineScheme } from '../scheme.ts';
import { plainBrackets } from './brackets.ts';

export const veterinaryApproval = defineScheme(
  {
    id: 'cn-licence-veterinary-drug',
    name: { zh: '兽药产品批准文号', en: 'Veterinary drug approval number' },
    names: 'licence',
    standard: '《兽药产品批准文号管理办法》（农业部令2015年第4号）',
    source: '编制格式转载（类别简称、省序号、企业序号、品种编号）；标签上的号码，如 兽药字150516205',
    effectiveFrom: '2016-05-01',
    confidence: 'sourced',
    note: { zh: '兽药试字未见原文', en: 'The rule for 兽药试字 was not read' },
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '类别', en: 'Kind' },
        length: [3, 4],
        alphabet: 'words',
        oneOf: ['兽药字', '兽药生字', '兽药添字', '兽药原字', '兽药试字'],
      },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 6, alphabet: 'visible', optional: true },
      { part: 'province', name: { zh: '省份', en: 'Province' }, length: 2 },
      { part: 'enterprise', name: { zh: '企业', en: 'Enterprise' }, length: 3 },
      { part: 'product', name: { zh: '产品', en: 'Product' }, length: 4 },
    ],
    fold: plainBrackets,
    check: ({ year }) => (year === undefined || /^\((?:19|20)\d{2}\)$/.test(year) ? undefined : 'date'),
    prior: 0,
  },
);
