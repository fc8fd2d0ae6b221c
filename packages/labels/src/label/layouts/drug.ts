/**
 * The trace code of a drug (NMPAB/T 1002-2019): read by a machine and by eye, on each level of pack another. Its name, the bars and the
 * characters are what a print of it has; the standard leaves the carrier open, and bars are what most print. Choices are printed as they are.
 */
import type { Text } from '@suyuan/codes';
import type { Layout } from '../layout.ts';
import { lines } from './lines.ts';

const CODE: Text = { zh: 'NMPAB/T 1002-2019', en: 'NMPAB/T 1002-2019' };

export const DRUG: Layout = {
  id: 'drug-80x40',
  name: { zh: '药品追溯码标签 80×40', en: 'Drug trace label 80×40' },
  widthMm: 80,
  heightMm: 40,
  fields: [
    {
      ...{ id: 'code', name: { zh: '药品追溯码（20 位）', en: 'Trace code (20 characters)' }, rule: CODE },
      ...{ isOfEach: true, schemes: ['cn-drug', 'cn-drug-other'] },
    },
    {
      ...{ id: 'level', name: { zh: '包装级别', en: 'Level of the pack' }, rule: CODE },
      choices: [
        { id: '最小销售包装', name: { zh: '最小销售包装', en: 'smallest pack on sale' } },
        { id: '中包装', name: { zh: '中包装', en: 'middle pack' } },
        { id: '外包装', name: { zh: '外包装', en: 'outer pack' } },
      ],
    },
    { id: 'name', name: { zh: '通用名称', en: 'Generic name' }, isOptional: true },
    { id: 'specification', name: { zh: '规格', en: 'Specification' }, isOptional: true },
    { id: 'lot', name: { zh: '产品批号', en: 'Lot' }, isOptional: true },
    { id: 'expiry', name: { zh: '有效期至', en: 'Expiry' }, isOptional: true },
    { id: 'enquiry', name: { zh: '查询方式', en: 'How to enquire' }, isOptional: true },
  ],
  items: [
    {
      ...{ kind: 'text', text: '药品追溯码', weight: 'bold', sizePt: 10 },
      ...{ xMm: 3, yMm: 1.5, widthMm: 45, heightMm: 5 },
    },
    {
      ...{ kind: 'text', text: '{level}', sizePt: 8, align: 'right', linesMax: 1 },
      ...{ xMm: 48, yMm: 1.5, widthMm: 29, heightMm: 5 },
    },
    { kind: 'symbol', symbology: 'code-128', text: '{code}', xMm: 1, yMm: 7, widthMm: 78, heightMm: 14 },
    {
      ...{ kind: 'text', text: '{code}', sizePt: 10, align: 'centre', linesMax: 1 },
      ...{ xMm: 3, yMm: 21.5, widthMm: 74, heightMm: 5 },
    },
    ...lines({ xMm: 3, yMm: 27, widthMm: 74, heightMm: 12 }, [
      '{name} {specification}',
      '批号：{lot}',
      '有效期至：{expiry}',
      '{enquiry}',
    ]),
  ],
};
