/**
 * The QR code of seed (《农作物种子标签二维码编码规则》, 2016): variety, enterprise, unit code and address, a line each, in this order and nothing
 * beside; the picture has 2 cm² at the least. With what the label says (《农作物种子标签和使用说明管理办法》第六条).
 */
import type { Text } from '@suyuan/codes';
import type { Layout } from '../layout.ts';
import { lines } from './lines.ts';

const SYMBOL: Text = {
  zh: '《农作物种子标签二维码编码规则》第四条',
  en: 'Rules of QR codes on seed labels, article 4',
};
const LABEL: Text = { zh: '《农作物种子标签和使用说明管理办法》第六条', en: 'Measures on labels of seed, article 6' };

export const SEED: Layout = {
  id: 'seed-100x70',
  name: { zh: '种子标签 100×70', en: 'Seed label 100×70' },
  widthMm: 100,
  heightMm: 70,
  fields: [
    {
      ...{ id: 'code', name: { zh: '单元识别代码（不超过 20 位）', en: 'Unit code (at most 20 characters)' } },
      ...{ isOfEach: true, rule: SYMBOL },
    },
    { id: 'link', name: { zh: '追溯网址', en: 'Trace address' }, given: 'link', isAddress: true, rule: SYMBOL },
    { id: 'crop', name: { zh: '作物种类', en: 'Crop' }, rule: LABEL },
    { id: 'seedClass', name: { zh: '种子类别', en: 'Class of seed' }, rule: LABEL },
    { id: 'name', name: { zh: '品种名称', en: 'Variety' }, rule: LABEL },
    { id: 'maker', name: { zh: '生产经营者（或进口商）', en: 'Producer (or importer)' }, rule: LABEL },
    { id: 'licence', name: { zh: '种子生产经营许可证编号', en: 'Licence number' }, rule: LABEL },
    { id: 'registeredAddress', name: { zh: '注册地地址', en: 'Registered address' }, rule: LABEL },
    { id: 'contact', name: { zh: '联系方式', en: 'Contact' }, rule: LABEL },
    { id: 'quality', name: { zh: '质量指标', en: 'Quality' }, rule: LABEL },
    { id: 'netContent', name: { zh: '净含量', en: 'Net content' }, rule: LABEL },
    { id: 'testedOn', name: { zh: '检测日期', en: 'Date of test' }, rule: LABEL },
    { id: 'shelfLife', name: { zh: '质量保证期', en: 'Guaranteed until' }, rule: LABEL },
    { id: 'region', name: { zh: '适宜种植区域、季节', en: 'Region and season' }, rule: LABEL },
    { id: 'quarantine', name: { zh: '检疫证明编号', en: 'Quarantine certificate' }, rule: LABEL },
  ],
  items: [
    {
      ...{ kind: 'text', text: '{crop}　{seedClass}', sizePt: 9, sizeLeastPt: 6, linesMax: 1 },
      ...{ xMm: 3, yMm: 2, widthMm: 58, heightMm: 5 },
    },
    {
      ...{ kind: 'text', text: '{name}', weight: 'bold', sizePt: 15, sizeLeastPt: 8, linesMax: 2 },
      ...{ xMm: 3, yMm: 7, widthMm: 58, heightMm: 9 },
    },
    ...lines({ xMm: 3, yMm: 17, widthMm: 58, heightMm: 46 }, [
      '生产经营者：{maker}',
      '许可证编号：{licence}',
      '注册地地址：{registeredAddress}',
      '联系方式：{contact}',
      '质量指标：{quality}',
      '净含量：{netContent}',
      '检测日期：{testedOn}　质量保证期：{shelfLife}',
      '适宜种植区域、季节：{region}',
      '检疫证明编号：{quarantine}',
    ]),
    {
      ...{ kind: 'symbol', symbology: 'qr', text: '{name}\n{maker}\n{code}\n{link}', schemes: ['cn-seed'] },
      ...{ xMm: 63, yMm: 4, widthMm: 34, heightMm: 34 },
    },
    {
      ...{ kind: 'text', text: '单元识别代码\n{code}', sizePt: 8, sizeLeastPt: 5, align: 'centre', linesMax: 3 },
      ...{ xMm: 63, yMm: 40, widthMm: 34, heightMm: 11 },
    },
  ],
};
