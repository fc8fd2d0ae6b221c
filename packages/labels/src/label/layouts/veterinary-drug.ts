/**
 * The QR code of a veterinary drug (农业部公告第2210号, as retold): the trace code that the national system gave out and nothing
 * beside it, black on white; with what a label tells the goods by (《兽药管理条例》第二十条). Choices are printed as they are.
 */
import type { Text } from '@suyuan/codes';
import type { Layout } from '../layout.ts';
import { lines } from './lines.ts';

const SYMBOL: Text = { zh: '农业部公告第2210号', en: 'Notice 2210 of the Ministry of Agriculture' };
const LABEL: Text = { zh: '《兽药管理条例》第二十条', en: 'Regulations on veterinary drugs, article 20' };

export const VETERINARY_DRUG: Layout = {
  id: 'veterinary-drug-80x60',
  name: { zh: '兽药追溯标签 80×60', en: 'Veterinary drug trace label 80×60' },
  widthMm: 80,
  heightMm: 60,
  fields: [
    {
      ...{ id: 'code', name: { zh: '兽药追溯码（24 位）', en: 'Trace code (24 digits)' }, rule: SYMBOL },
      ...{ isOfEach: true, schemes: ['cn-veterinary-drug'] },
    },
    {
      ...{ id: 'mark', name: { zh: '兽用标识', en: 'Mark' }, rule: LABEL },
      choices: [
        { id: '兽用', name: { zh: '兽用', en: 'for animals' } },
        { id: '兽用处方药', name: { zh: '兽用处方药', en: 'prescription, for animals' } },
        { id: '兽用非处方药', name: { zh: '兽用非处方药', en: 'without prescription, for animals' } },
      ],
    },
    { id: 'name', name: { zh: '通用名称', en: 'Generic name' }, rule: LABEL },
    { id: 'tradeName', name: { zh: '商品名称', en: 'Trade name' }, isOptional: true, rule: LABEL },
    { id: 'content', name: { zh: '成分及含量', en: 'Ingredients and content' }, rule: LABEL },
    { id: 'specification', name: { zh: '规格', en: 'Specification' }, rule: LABEL },
    { id: 'approvalNumber', name: { zh: '产品批准文号或进口注册证号', en: 'Approval or import number' }, rule: LABEL },
    { id: 'lot', name: { zh: '产品批号', en: 'Lot' }, rule: LABEL },
    { id: 'date', name: { zh: '生产日期', en: 'Date of production' }, rule: LABEL },
    { id: 'expiry', name: { zh: '有效期至', en: 'Expiry' }, rule: LABEL },
    { id: 'withdrawal', name: { zh: '休药期', en: 'Withdrawal period' }, rule: LABEL },
    { id: 'maker', name: { zh: '生产企业', en: 'Producer' }, rule: LABEL },
  ],
  items: [
    {
      ...{ kind: 'text', text: '{mark}', weight: 'bold', sizePt: 10, sizeLeastPt: 8, linesMax: 1 },
      ...{ xMm: 3, yMm: 2, widthMm: 48, heightMm: 5 },
    },
    {
      ...{ kind: 'text', text: '{name}', weight: 'bold', sizePt: 13, sizeLeastPt: 7, linesMax: 2 },
      ...{ xMm: 3, yMm: 7, widthMm: 48, heightMm: 8 },
    },
    ...lines({ xMm: 3, yMm: 15.5, widthMm: 48, heightMm: 38 }, [
      '商品名称：{tradeName}',
      '成分及含量：{content}',
      '规格：{specification}',
      '休药期：{withdrawal}',
      '批准文号：{approvalNumber}',
      '批号：{lot}　生产日期：{date}',
      '有效期至：{expiry}',
      '生产企业：{maker}',
    ]),
    { kind: 'symbol', symbology: 'qr', text: '{code}', xMm: 53, yMm: 6, widthMm: 24, heightMm: 24 },
    {
      ...{ kind: 'text', text: '兽药追溯码 {code}', sizePt: 8, sizeLeastPt: 6, align: 'centre', linesMax: 1 },
      ...{ xMm: 3, yMm: 54.5, widthMm: 74, heightMm: 4.5 },
    },
  ],
};
