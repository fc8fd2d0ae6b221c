/**
 * Licences to make and to sell drugs and medical devices:
 *
 *   药品生产许可证        province · year 4 · sequence 4                                                    京20150034
 *   药品经营许可证        province · two letters A–D (kind of business, kind of enterprise) · place 4 ·
 *                       sequence 5, of old seven digits in all                            琼CA898510001 粤DA7550012
 *   医疗器械生产、经营    province and perhaps a place · 药监, of old 食药监 · 械生产许 械经营许 械生产备 械经营备 ·
 *                       year 4 · sequence 4 or 5 · 号
 */
import { defineScheme } from '../scheme.ts';
import { plainBrackets, plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

const PROVINCE = { zh: '省份', en: 'Province' };
const AUTHORITY = /^(.)\p{Script=Han}{0,2}?食?药监$/u;

export const drugProduction = defineScheme(
  {
    id: 'cn-licence-drug-production',
    name: { zh: '药品生产许可证', en: 'Drug production licence' },
    names: 'licence',
    standard: '《药品生产监督管理办法》（总局令第28号）',
    source: '编号规则未见原文',
    effectiveFrom: '2020-07-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'province', name: PROVINCE, length: 1, alphabet: 'words', oneOf: PROVINCES },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 4 },
    ],
    fold: plainBrackets,
    isMeant: () => false,
    prior: -4,
  },
);

export const drugTrade = defineScheme(
  {
    id: 'cn-licence-drug-trade',
    name: { zh: '药品经营许可证', en: 'Drug trade licence' },
    names: 'licence',
    standard: '《药品经营和使用质量监督管理办法》（总局令第84号）第76条',
    source: '海南省药监局 2024-01-12 通知转载（两位分类代码、四位地区代码、五位顺序号，如 琼CA898510001）',
    effectiveFrom: '2024-01-01',
    confidence: 'sourced',
    note: { zh: '7 位旧号未见原文', en: 'The rule for old numbers of 7 digits was not read' },
  },
  {
    fields: [
      { part: 'province', name: PROVINCE, length: 1, alphabet: 'words', oneOf: PROVINCES },
      { part: 'kinds', name: { zh: '分类代码', en: 'Kinds' }, length: 2, alphabet: 'capitals' },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [7, 9] },
    ],
    fold: plainCapitals,
    check: ({ kinds = '', number = '' }) => (/^[A-D]{2}$/.test(kinds) && number.length !== 8 ? undefined : 'registry'),
    checkBits: 6, // 16 of 676 pairs of letters
    isMeant: () => false,
    prior: 0,
  },
);

export const deviceBusiness = defineScheme(
  {
    id: 'cn-licence-device-business',
    name: { zh: '医疗器械生产、经营许可或备案', en: 'Medical device production or trade licence or filing' },
    names: 'licence',
    standard: '《医疗器械生产监督管理办法》（总局令第53号）、《医疗器械经营监督管理办法》（总局令第54号）',
    source:
      '备案号编号规则转载（省、市简称，4 位年份，4 位流水号）；许可证号见公布的证号，如 粤食药监械生产许20132464号',
    effectiveFrom: '2022-05-01',
    confidence: 'sourced',
    note: { zh: '许可证的编号规则未见原文', en: 'Of licences the rule was not read, only numbers' },
  },
  {
    fields: [
      { part: 'authority', name: { zh: '发证部门', en: 'Authority' }, length: [3, 6], alphabet: 'words' },
      {
        part: 'kind',
        name: { zh: '证种', en: 'Document' },
        alphabet: 'words',
        oneOf: ['械生产许', '械经营许', '械生产备', '械经营备'],
      },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: [4, 5] },
      { literal: '号' },
    ],
    fold: plainBrackets,
    check: ({ authority = '' }) =>
      AUTHORITY.test(authority) && PROVINCES.includes(authority.charAt(0)) ? undefined : 'registry',
    isMeant: () => false,
    prior: 0,
  },
);
