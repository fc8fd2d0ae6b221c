/**
 * 医疗器械注册证编号 and 备案编号 (医疗器械注册与备案管理办法):
 *
 *   authority 国 or a province · 械注 · 准 of the mainland, 进 imported, 许 from Hong Kong, Macao and Taiwan ·
 *   year of the first registration 4 · class 2 or 3 · category 2 · sequence 4
 *
 *   authority 国, or a province and perhaps a city · 械备 · year 4 · sequence 4 to 6              (class 1, filed only)
 */
import { defineScheme } from '../scheme.ts';
import { plainBrackets } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

export const deviceRegistration = defineScheme(
  {
    id: 'cn-licence-device',
    name: { zh: '医疗器械注册证', en: 'Medical device registration' },
    names: 'licence',
    standard: '《医疗器械注册与备案管理办法》（总局令第47号）第115条',
    source: '令文第115条',
    effectiveFrom: '2021-10-01',
    confidence: 'sourced',
  },
  {
    fields: [
      {
        part: 'authority',
        name: { zh: '审批部门', en: 'Authority' },
        length: 1,
        alphabet: 'words',
        oneOf: ['国', ...PROVINCES],
      },
      { literal: '械注' },
      { part: 'form', name: { zh: '注册形式', en: 'Form' }, length: 1, alphabet: 'words', oneOf: ['准', '进', '许'] },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'class', name: { zh: '管理类别', en: 'Class' }, length: 1, oneOf: ['2', '3'] },
      { part: 'category', name: { zh: '分类编码', en: 'Category' }, length: 2 },
      { part: 'sequence', name: { zh: '流水号', en: 'Sequence' }, length: 4 },
    ],
    fold: plainBrackets,
    // What comes from abroad is registered by the state only.
    check: ({ authority, form }) => (form === '准' || authority === '国' ? undefined : 'registry'),
    // 械注 in running text is no number: one begins with four digits of a year.
    isMeant: (code) => /^.械注[准进许]\d{4}/.test(code),
    prior: 0,
  },
);

export const deviceFiling = defineScheme(
  {
    id: 'cn-licence-device-filing',
    name: { zh: '医疗器械备案', en: 'Medical device filing' },
    names: 'licence',
    standard: '《医疗器械注册与备案管理办法》（总局令第47号）第116条',
    source: '令文第116条（国或省、市简称，年份，流水号）；“号”见 2014 年规定的示例，如 浙温械备20140027号',
    effectiveFrom: '2021-10-01',
    confidence: 'sourced',
    note: {
      zh: '流水号规定为 4 位，5、6 位仍予接受',
      en: 'The sequence has 4 digits by rule; 5 and 6 are taken all the same',
    },
  },
  {
    fields: [
      { part: 'authority', name: { zh: '备案部门', en: 'Authority' }, length: [1, 4], alphabet: 'words' },
      { literal: '械备' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '流水号', en: 'Sequence' }, length: [4, 6] },
      { part: 'end', name: { zh: '结尾', en: 'End' }, length: 1, alphabet: 'words', oneOf: ['号'], optional: true },
    ],
    fold: plainBrackets,
    check: ({ authority = '' }) =>
      authority === '国' || PROVINCES.includes(authority.charAt(0)) ? undefined : 'registry',
    isMeant: () => false,
    prior: 0,
  },
);
