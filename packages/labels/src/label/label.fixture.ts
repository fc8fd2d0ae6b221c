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

/** Of packs whose codes are given out one by one, by layout. */
export const OF_EACH: Readonly<Record<string, LabelValues>> = {
  'pesticide-80x60': {
    ...{ code: '10706111001123456789012345678901', address: 'https://id.example.cn/q/', name: '吡虫啉' },
    ...{ content: '吡虫啉 10%', dosageForm: '可湿性粉剂', registrationNumber: 'PD20070611', netContent: '20 克' },
    ...{ shelfLife: '2 年', holder: '青山农化有限公司', technical: 'PD20060001 青山农化有限公司' },
  },
  'veterinary-drug-80x60': {
    ...{ code: '202601150123412345678901', mark: '兽用处方药', name: '恩诺沙星注射液', tradeName: '青山安' },
    ...{ content: '恩诺沙星 2.5 g', specification: '100 ml:2.5 g', approvalNumber: '兽药字150012345' },
    ...{ withdrawal: '牛、羊 14 日；猪 10 日；兔 14 日', maker: '青山动保有限公司' },
  },
  'seed-100x70': {
    ...{ code: 'QS20260000000000001A', crop: '玉米', seedClass: '杂交种 大田用种', name: '郑单958' },
    ...{ maker: '青山种业股份有限公司', licence: 'B（豫）农种许字（2026）第0001号', quality: '纯度≥96.0% 净度≥99.0%' },
    ...{ registeredAddress: '河南省郑州市金水区农业路 1 号', netContent: '4400 粒', testedOn: '2026年10月' },
    ...{ shelfLife: '12 个月', region: '黄淮海夏玉米区夏播', quarantine: '410105202600001' },
  },
  'drug-80x40': {
    ...{ code: '81234567890123456789', level: '最小销售包装', name: '阿莫西林胶囊', specification: '0.25 g×24 粒' },
    ...{ enquiry: '扫码或拨打 400-000-0000' },
  },
};

/** With which the layout can be printed. */
export const valuesOf = ({ id }: Layout): LabelValues => ({ ...VALUES, ...OF_EACH[id] });

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
