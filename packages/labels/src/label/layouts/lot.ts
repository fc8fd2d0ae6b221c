import type { Layout } from '../layout.ts';

/** On goods of one lot, all alike: whoever scans it reads the page of the lot. */
export const LOT: Layout = {
  id: 'lot-50x30',
  name: { zh: '批次标签 50×30', en: 'Lot label 50×30' },
  widthMm: 50,
  heightMm: 30,
  fields: [
    { id: 'link', name: { zh: '追溯链接', en: 'Trace link' }, given: 'link', isAddress: true },
    { id: 'name', name: { zh: '产品名称', en: 'Product' } },
    { id: 'lot', name: { zh: '批次', en: 'Lot' } },
    { id: 'date', name: { zh: '日期', en: 'Date' }, isOptional: true },
  ],
  items: [
    { kind: 'symbol', symbology: 'qr', text: '{link}', xMm: 1, yMm: 3, widthMm: 24, heightMm: 24 },
    {
      ...{ kind: 'text', text: '{name}', xMm: 26, yMm: 3, widthMm: 23, heightMm: 12 },
      ...{ sizePt: 10, sizeLeastPt: 6, weight: 'bold' },
    },
    { kind: 'text', text: '批次 {lot}', xMm: 26, yMm: 16, widthMm: 23, heightMm: 6, sizePt: 7, sizeLeastPt: 5 },
    { kind: 'text', text: '日期 {date}', xMm: 26, yMm: 23, widthMm: 23, heightMm: 4, sizePt: 7, sizeLeastPt: 5 },
  ],
};
