import type { LabelValues, Layout, SymbolItem } from './layout.ts';

export const LINK = 'https://id.example.cn/01/06951181105326/10/A-7';

/** Values that every layout of the program can be printed with. */
export const VALUES: LabelValues = {
  link: LINK,
  name: '寿光西红柿',
  product: '寿光西红柿',
  gtin: '06951181105326',
  lot: 'A-7',
  date: '2026-11-28',
  expiry: '2026-12-05',
  quantity: '20 kg',
  maker: '寿光市洛城蔬菜专业合作社',
  sender: '寿光市洛城蔬菜专业合作社\n山东省寿光市洛城街道 1 号',
  receiver: '北京新发地农产品批发市场 8 区',
  content: '西红柿 48 箱',
  sscc: '069511811000000017',
  origin: '山东省潍坊市寿光市洛城街道',
  productName: '西红柿',
  responsible: '寿光市洛城蔬菜专业合作社',
  contact: '0536-5550000',
  certificateDate: '2026-11-28',
  commitmentBasis: 'self-test',
};

/** A label of one symbol. */
export function aSymbol(item: Partial<SymbolItem> = {}): Layout {
  const box = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 50 };
  const symbol: SymbolItem = { kind: 'symbol', symbology: 'qr', text: '{data}', ...box, ...item };
  const fields = [{ id: 'data', name: { zh: '内容', en: 'Data' } }];
  return { id: 'one', name: { zh: '一码', en: 'One symbol' }, widthMm: 100, heightMm: 50, fields, items: [symbol] };
}

/** A label of one text. */
export function aText(sizePt = 10): Layout {
  const box = { xMm: 0, yMm: 0, widthMm: 50, heightMm: 20 };
  const fields = [
    { id: 'name', name: { zh: '品名', en: 'Name' } },
    { id: 'note', name: { zh: '备注', en: 'Note' }, isOptional: true as const },
  ];
  const items = [{ kind: 'text' as const, text: '{name}{note}', sizePt, ...box }];
  return { id: 'text', name: { zh: '文字', en: 'Text' }, widthMm: 50, heightMm: 20, fields, items };
}
