/**
 * 饲料生产许可证号 (饲料和饲料添加剂生产许可管理办法):
 *
 *   province 1 · 饲证 feed, 饲预 premix, 饲添 additive, 饲混 mixed additive · (year 4) · five digits, after a letter for
 *   additives (T, H)
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

export const feed = defineScheme(
  {
    id: 'cn-licence-feed',
    name: { zh: '饲料生产许可证', en: 'Feed production licence' },
    names: 'licence',
    standard: '《饲料和饲料添加剂生产许可管理办法》（农业部令2012年第3号）',
    source: '公布的许可证号，如 苏饲预（2026）12006；编号规则未见原文',
    effectiveFrom: '2012-07-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'province', name: { zh: '省份', en: 'Province' }, length: 1, alphabet: 'words', oneOf: PROVINCES },
      {
        part: 'kind',
        name: { zh: '类别', en: 'Kind' },
        length: 2,
        alphabet: 'words',
        oneOf: ['饲证', '饲预', '饲添', '饲混'],
      },
      { literal: '(' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { literal: ')' },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [5, 6], alphabet: 'digits-capitals' },
    ],
    fold: plainCapitals,
    check: ({ number = '' }) => (/^[TH]?\d{5}$/.test(number) ? undefined : 'alphabet'),
    prior: 0,
  },
);
