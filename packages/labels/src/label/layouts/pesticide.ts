/**
 * The electronic trace code of a pesticide (农业部公告第2579号), with what even the smallest label says (《农药标签和说明书管理办法》).
 * The symbol holds the address and the unit code, as one link that opens. How they stand beside each other the notice leaves open.
 */
import { refusePesticideOf, type Text } from '@suyuan/codes';
import type { LabelValues, Layout } from '../layout.ts';
import { lines } from './lines.ts';

const SYMBOL: Text = { zh: '农业部公告第2579号', en: 'Notice 2579 of the Ministry of Agriculture' };
const LABEL: Text = { zh: '《农药标签和说明书管理办法》', en: 'Measures on labels of pesticides' };

export const PESTICIDE: Layout = {
  id: 'pesticide-80x60',
  name: { zh: '农药追溯标签 80×60', en: 'Pesticide trace label 80×60' },
  widthMm: 80,
  heightMm: 60,
  fields: [
    {
      ...{ id: 'code', name: { zh: '单元识别代码（32 位）', en: 'Unit code (32 digits)' }, rule: SYMBOL },
      ...{ isOfEach: true, schemes: ['cn-pesticide'] },
    },
    { id: 'address', name: { zh: '追溯网址', en: 'Trace address' }, isAddress: true, rule: SYMBOL },
    { id: 'name', name: { zh: '农药名称', en: 'Pesticide' }, rule: LABEL },
    { id: 'content', name: { zh: '有效成分及含量', en: 'Active ingredient and content' }, rule: LABEL },
    { id: 'dosageForm', name: { zh: '剂型', en: 'Formulation' }, rule: LABEL },
    { id: 'registrationNumber', name: { zh: '农药登记证号', en: 'Registration number' }, rule: LABEL },
    { id: 'netContent', name: { zh: '净含量', en: 'Net content' }, rule: LABEL },
    { id: 'date', name: { zh: '生产日期', en: 'Date of production' }, rule: LABEL },
    { id: 'lot', name: { zh: '产品批号', en: 'Lot' }, rule: LABEL },
    { id: 'shelfLife', name: { zh: '质量保证期', en: 'Shelf life' }, rule: LABEL },
    { id: 'holder', name: { zh: '登记证持有人', en: 'Holder of the registration' }, rule: LABEL },
    { id: 'contact', name: { zh: '联系方式', en: 'Contact' }, rule: LABEL },
    {
      ...{ id: 'technical', isOptional: true, rule: LABEL },
      name: { zh: '所用原药的登记证号和生产企业', en: 'Registration number and maker of the technical material' },
    },
  ],
  items: [
    {
      ...{ kind: 'text', text: '{name}', weight: 'bold', sizePt: 14, sizeLeastPt: 7, linesMax: 2 },
      ...{ xMm: 3, yMm: 2, widthMm: 43, heightMm: 10 },
    },
    ...lines({ xMm: 3, yMm: 12.5, widthMm: 43, heightMm: 35 }, [
      '有效成分及含量：{content}',
      '剂型：{dosageForm}　净含量：{netContent}',
      '登记证号：{registrationNumber}',
      '生产日期：{date}　批号：{lot}',
      '质量保证期：{shelfLife}',
      '登记证持有人：{holder}',
      '联系方式：{contact}',
    ]),
    { kind: 'symbol', symbology: 'qr', text: '{address}{code}', xMm: 47, yMm: 2, widthMm: 31, heightMm: 31 },
    ...lines({ xMm: 47, yMm: 34, widthMm: 31, heightMm: 13.5 }, ['原药：{technical}']),
    {
      ...{ kind: 'text', text: '单元识别代码 {code}', sizePt: 8, sizeLeastPt: 6, align: 'centre', linesMax: 1 },
      ...{ xMm: 3, yMm: 50, widthMm: 74, heightMm: 6 },
    },
  ],
  refuse,
};

/** Numbers of fewer than six digits have six in the register alone, which nothing here asks. */
function refuse({ code = '', registrationNumber = '' }: LabelValues): ReturnType<NonNullable<Layout['refuse']>> {
  if (!/^(?:PD|WP|LS)\d{6,}/i.test(registrationNumber)) return undefined;
  if (refusePesticideOf(code, registrationNumber) === undefined) return undefined;
  return {
    fields: ['code', 'registrationNumber'],
    message: {
      zh: '单元识别代码的前 7 位与农药登记证号不符',
      en: 'The first seven digits of the unit code are not of this registration number',
    },
  };
}
