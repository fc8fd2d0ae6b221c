/**
 * 农作物种子生产经营许可证号 (农作物种子生产经营许可管理办法):
 *
 *   letters A–F: what may be done · (country 农 or province) · 农种许字 · (year 4) · 第 · sequence 3 to 6 · 号
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

export const seed = defineScheme(
  {
    id: 'cn-licence-seed',
    name: { zh: '农作物种子生产经营许可证', en: 'Seed licence' },
    names: 'licence',
    standard: '《农作物种子生产经营许可管理办法》（农业部令2016年第5号）',
    source: '公布的许可证号，如 A（京）农种许字（2020）第0001号；编号规则未见原文',
    effectiveFrom: '2016-08-15',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'kinds', name: { zh: '许可类别', en: 'Kinds of permission' }, length: [1, 6], alphabet: 'capitals' },
      { literal: '(' },
      { part: 'region', name: { zh: '发证地', en: 'Region' }, length: [1, 10], alphabet: 'words' },
      { literal: ')' },
      { literal: '农种许字' },
      { literal: '(' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { literal: ')' },
      { literal: '第' },
      { part: 'sequence', name: { zh: '序号', en: 'Sequence' }, length: [3, 6] },
      { literal: '号' },
    ],
    fold: plainCapitals,
    check: ({ kinds = '', region = '' }) => {
      const areKinds = /^[A-F]+$/.test(kinds) && new Set(kinds).size === kinds.length;
      // 农 for the ministry, else a province and perhaps the place in it.
      return areKinds && (region === '农' || PROVINCES.includes(region.charAt(0))) ? undefined : 'registry';
    },
    prior: 0,
  },
);
