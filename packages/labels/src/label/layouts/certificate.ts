/**
 * 承诺达标合格证 in the two forms of the ministry's order of 2025 (令 2025 年第 4 号): of who grew it, and of who bought it to sell. Fields and
 * choices are named as the data elements and codes of the records that a certificate is made of.
 */
import type { Item, LabelField, Layout } from '../layout.ts';

const WIDTH_MM = 100;
const HEIGHT_MM = 120;
const ROW_MM = 9;
const TOP_MM = 20;
const NAMES_MM = 22;

const FIELDS: readonly LabelField[] = [
  { id: 'productName', name: { zh: '产品名称', en: 'Product' } },
  { id: 'quantity', name: { zh: '数量（重量）', en: 'Quantity (weight)' } },
  { id: 'origin', name: { zh: '产地', en: 'Origin' } },
  { id: 'responsible', name: { zh: '承诺主体', en: 'Who promises' } },
  { id: 'contact', name: { zh: '联系方式', en: 'Contact' } },
  { id: 'certificateDate', name: { zh: '开具日期', en: 'Date of issue' } },
  {
    id: 'commitmentBasis',
    name: { zh: '承诺依据', en: 'Basis of the promise' },
    choices: [
      {
        id: 'quality-control',
        name: { zh: '质量安全控制符合要求', en: 'control of quality and safety meets the requirements' },
      },
      { id: 'self-test', name: { zh: '自行检测合格', en: 'own test passed' } },
      { id: 'commissioned-test', name: { zh: '委托检测合格', en: 'commissioned test passed' } },
    ],
  },
  { id: 'link', name: { zh: '二维码链接', en: 'Link of the QR code' }, given: 'link' },
];

const ROWS = FIELDS.filter(({ choices, given }) => choices === undefined && given === undefined);
const PROMISE_MM = TOP_MM + ROWS.length * ROW_MM + 1;

function row({ id, name }: LabelField, index: number): readonly Item[] {
  const yMm = TOP_MM + index * ROW_MM;
  const heightMm = ROW_MM - 1;
  return [
    {
      kind: 'text',
      text: name.zh,
      xMm: 5,
      yMm: yMm + 1,
      widthMm: NAMES_MM,
      heightMm: 6,
      sizePt: 9,
      sizeLeastPt: 7,
      linesMax: 1,
    },
    {
      kind: 'text',
      text: `{${id}}`,
      xMm: 5 + NAMES_MM,
      yMm: yMm + 0.5,
      widthMm: 68,
      heightMm,
      sizePt: 10,
      sizeLeastPt: 6,
      linesMax: 2,
    },
    { kind: 'line', xMm: 5 + NAMES_MM, yMm: yMm + ROW_MM - 0.5, widthMm: 68, heightMm: 0.15 },
  ];
}

function certificate(form: { readonly id: string; readonly name: Layout['name']; readonly promise: string }): Layout {
  return {
    id: form.id,
    name: form.name,
    widthMm: WIDTH_MM,
    heightMm: HEIGHT_MM,
    fields: FIELDS,
    items: [
      { kind: 'box', xMm: 2, yMm: 2, widthMm: 96, heightMm: 116, thicknessMm: 0.5 },
      {
        kind: 'text',
        text: '承诺达标合格证',
        xMm: 4,
        yMm: 5,
        widthMm: 92,
        heightMm: 13,
        sizePt: 26,
        weight: 'bold',
        align: 'centre',
      },
      ...ROWS.flatMap(row),
      {
        kind: 'text',
        text: `承诺事项：${form.promise}`,
        xMm: 5,
        yMm: PROMISE_MM,
        widthMm: 90,
        heightMm: 14,
        sizePt: 9,
      },
      {
        kind: 'text',
        text: '承诺依据：\n{commitmentBasis=quality-control} 质量安全控制符合要求\n{commitmentBasis=self-test} 自行检测合格\n{commitmentBasis=commissioned-test} 委托检测合格',
        xMm: 5,
        yMm: PROMISE_MM + 15,
        widthMm: 60,
        heightMm: 19,
        sizePt: 9,
      },
      { kind: 'symbol', symbology: 'qr', text: '{link}', xMm: 69, yMm: PROMISE_MM + 14, widthMm: 27, heightMm: 27 },
    ],
  };
}

export const PRODUCER_CERTIFICATE = certificate({
  id: 'certificate-producer',
  name: { zh: '承诺达标合格证（样式一，生产者）', en: 'Certificate of commitment (form 1, producer)' },
  promise: '未使用禁用农药、兽药及其他化合物；使用的常规农药、兽药残留不超标。',
});

export const BUYER_CERTIFICATE = certificate({
  id: 'certificate-buyer',
  name: { zh: '承诺达标合格证（样式二，收购者）', en: 'Certificate of commitment (form 2, buyer)' },
  promise: '已按规定收取并保存该批次农产品承诺达标合格证或者其他质量安全合格证明；未违规使用保鲜剂、防腐剂、添加剂等。',
});
