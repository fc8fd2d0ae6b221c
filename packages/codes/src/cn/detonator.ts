/**
 * 工业雷管编码, code on the shell of an industrial detonator (工业雷管编码基本规则; GA 441): 13 characters, unique for ten
 * years.
 *
 *   enterprise 2 (01–99) · last digit of the year 1 · month and day 4 · mark 1 · serial number 5
 *
 * The mark is a digit or a letter, small c o s u v w x z left out since they look like their capitals.
 */
import { defineScheme } from '../scheme.ts';

const MARKS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghijklmnpqrty'];

export const detonator = defineScheme(
  {
    id: 'cn-detonator',
    name: { zh: '工业雷管编码', en: 'Industrial detonator code' },
    names: 'instance',
    standard: '《工业雷管编码基本规则及技术条件》，GA 441-2003',
    source: '编码基本规则转载；与 GA 441-2003 是否逐位一致待核',
    effectiveFrom: '2003-10-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'enterprise', name: { zh: '企业代号', en: 'Enterprise' }, length: 2 },
      { part: 'year', name: { zh: '年份末位', en: 'Last digit of the year' }, length: 1 },
      { part: 'day', name: { zh: '月日', en: 'Month and day' }, length: 4, kind: 'month-day' },
      {
        part: 'mark',
        name: { zh: '特征号', en: 'Mark' },
        length: 1,
        alphabet: 'digits-letters',
        oneOf: MARKS,
      },
      { part: 'serial', name: { zh: '流水号', en: 'Serial number' }, length: 5 },
    ],
    check: ({ enterprise }) => (enterprise === '00' ? 'registry' : undefined),
    evidence: ({ mark = '' }) =>
      /\d/.test(mark) ? [] : [{ bits: 6, text: { zh: '第八位是字母', en: 'its eighth character is a letter' } }],
    prior: -3,
  },
);
