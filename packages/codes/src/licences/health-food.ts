/**
 * 保健食品 (保健食品注册与备案管理办法), G made in the country, J imported:
 *
 *   国食健注, of old 国食健字 · G|J · year 4 · sequence 4                                  registered
 *   食健备 · G|J · year 4 · province of GB/T 2260 2, 00 for imports · sequence 6       filed
 */
import { isDivision } from '../cn/divisions.ts';
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

const ORIGIN = { zh: '国产或进口', en: 'Made here or imported' };

export const healthFood = defineScheme(
  {
    id: 'cn-licence-health-food',
    name: { zh: '保健食品注册', en: 'Health food registration' },
    names: 'licence',
    standard: '《保健食品注册与备案管理办法》（总局令第22号）',
    source: '注册号格式说明转载；旧文号格式说明转载，如 国食健字G20030001、国食健字J20030001',
    effectiveFrom: '2016-07-01',
    confidence: 'sourced',
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '文号', en: 'Document' },
        length: 4,
        alphabet: 'words',
        oneOf: ['国食健注', '国食健字'],
      },
      { part: 'origin', name: ORIGIN, length: 1, alphabet: 'capitals', oneOf: ['G', 'J'] },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 4 },
    ],
    fold: plainCapitals,
    isMeant: (code) => /^国食健[注字][GJ]\d{4}/.test(code),
    prior: 0,
  },
);

export const healthFoodFiling = defineScheme(
  {
    id: 'cn-licence-health-food-filing',
    name: { zh: '保健食品备案', en: 'Health food filing' },
    names: 'licence',
    standard: '《保健食品注册与备案管理办法》（总局令第22号）',
    source: '备案号格式说明转载',
    effectiveFrom: '2016-07-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { literal: '食健备' },
      { part: 'origin', name: ORIGIN, length: 1, alphabet: 'capitals', oneOf: ['G', 'J'] },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'province', name: { zh: '省级行政区域代码', en: 'Province' }, length: 2 },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 6 },
    ],
    fold: plainCapitals,
    check: ({ origin, province = '' }) =>
      (origin === 'J' ? province === '00' : isDivision(province)) ? undefined : 'registry',
    isMeant: (code) => /^食健备[GJ]\d{4}/.test(code),
    prior: 0,
  },
);
