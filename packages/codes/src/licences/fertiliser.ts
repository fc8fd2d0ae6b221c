/**
 * 肥料登记证号 (肥料登记管理办法):
 *
 *   农肥 ministry, 微生物肥 microbial, or a province and 农肥 · (year 4) · 准字 · number · 号
 *
 * Microbial ones are printed with the number, or number and 号, in brackets: 准字(1896)号, 准字(1896号). The brackets are no
 * part of the number.
 */
import { defineScheme } from '../scheme.ts';
import { plainBrackets } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

function withoutInnerBrackets(text: string): string {
  return plainBrackets(text).replace(/准字\((\d{1,6})(?:\)号|号\))$/, '准字$1号');
}

export const fertiliser = defineScheme(
  {
    id: 'cn-licence-fertiliser',
    name: { zh: '肥料登记证', en: 'Fertiliser registration' },
    names: 'licence',
    standard: '《肥料登记管理办法》（农业部令第32号）',
    source: '微生物肥标注方法转载；其余未见编号规则原文',
    effectiveFrom: '2000-06-23',
    confidence: 'unverified',
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '类别', en: 'Kind' },
        length: [2, 4],
        alphabet: 'words',
        oneOf: ['农肥', '微生物肥', ...PROVINCES.map((province) => `${province}农肥`)],
      },
      { literal: '(' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { literal: ')' },
      { literal: '准字' },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [1, 6] },
      { literal: '号' },
    ],
    fold: withoutInnerBrackets,
    prior: 0,
  },
);
