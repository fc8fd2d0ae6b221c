/** The identifiers of GS1, one a row: what each is called, names and looks like, with one code in each of its spellings. */
import type { Names, Text } from '../parsed.ts';

export interface Gs1SchemeFacts {
  /** GS1's abbreviation in small letters; `kind` of a reading. */
  readonly id: string;
  readonly name: Text;
  /** Application identifier of its key. */
  readonly ai: string;
  readonly names: Names;
  /** Where it is defined, in the General Specifications and the EPC Tag Data Standard. */
  readonly standard: string;
  /** What it is made of, in words. */
  readonly grammar: string;
  /** One and the same code: the path of its link, its element string, and where it has them its EPC URN and bare digits. */
  readonly examples: readonly string[];
}

export const GS1_SCHEME_TABLE: readonly Gs1SchemeFacts[] = [
  {
    id: 'gtin',
    name: { zh: '全球贸易项目代码', en: 'Global Trade Item Number' },
    ai: '01',
    names: 'class',
    standard: 'GS1 General Specifications, AI (01)',
    grammar:
      'GTIN-8, -12, -13 or -14: indicator or zeros · company prefix · item reference · check digit; 14 digits inside.',
    examples: ['/01/06951181105326', '(01)06951181105326', '6951181105326', 'urn:epc:idpat:sgtin:69511811.00532.*'],
  },
  {
    id: 'lgtin',
    name: { zh: '贸易项目批次', en: 'Lot of a trade item' },
    ai: '01',
    names: 'lot',
    standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
    grammar: 'One lot: a GTIN and its batch or lot, 1 to 20 characters of set 82.',
    examples: ['/01/06951181105326/10/L1', '(01)06951181105326(10)L1', 'urn:epc:class:lgtin:69511811.00532.L1'],
  },
  {
    id: 'sgtin',
    name: { zh: '系列化贸易项目', en: 'Serialised trade item' },
    ai: '01',
    names: 'instance',
    standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
    grammar:
      'One item: a GTIN and its serial number, 1 to 20 characters of set 82; a lot or variant may stand beside it.',
    examples: ['/01/06951181105326/21/S1', '(01)06951181105326(21)S1', 'urn:epc:id:sgtin:69511811.00532.S1'],
  },
  {
    id: 'upui',
    name: { zh: '单个包装唯一标识（烟草）', en: 'Unit pack identifier (tobacco)' },
    ai: '01',
    names: 'instance',
    standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
    grammar: 'One pack, its serial number given by a third party: a GTIN and 1 to 28 characters of set 82.',
    examples: ['/01/06951181105326/235/TP1', '(01)06951181105326(235)TP1', 'urn:epc:id:upui:69511811.00532.TP1'],
  },
  {
    id: 'itip',
    name: { zh: '贸易项目组件', en: 'Individual trade item piece' },
    ai: '8006',
    names: 'class',
    standard: 'GS1 General Specifications, AI (8006); EPC Tag Data Standard §6',
    grammar:
      'One piece of an item packed in several: GTIN 14 · piece 2 · total 2; with a serial (21) one instance of it.',
    examples: [
      '/8006/069511811053260102/21/S1',
      '(8006)069511811053260102(21)S1',
      'urn:epc:id:itip:69511811.00532.01.02.S1',
    ],
  },
  {
    id: 'sscc',
    name: { zh: '系列货运包装箱代码', en: 'Serial Shipping Container Code' },
    ai: '00',
    names: 'logistic',
    standard: 'GS1 General Specifications, AI (00); EPC Tag Data Standard §6',
    grammar: 'One logistic unit: extension 1 · company prefix · serial reference · check digit; 18 digits.',
    examples: ['/00/069012340000000016', '(00)069012340000000016', 'urn:epc:id:sscc:6901234.0000000001'],
  },
  {
    id: 'gln',
    name: { zh: '全球位置码（地点）', en: 'Global Location Number' },
    ai: '414',
    names: 'place',
    standard: 'GS1 General Specifications, AI (414); EPC Tag Data Standard §6',
    grammar:
      'A place: company prefix · location reference · check digit, 13 digits; an extension (254) of 1 to 20 characters of set 82 for a spot in it, where 0 says that there is none.',
    examples: ['/414/6901234000023/254/A1', '(414)6901234000023(254)A1', 'urn:epc:id:sgln:6901234.00002.A1'],
  },
  {
    id: 'pgln',
    name: { zh: '全球位置码（参与方）', en: 'Party GLN' },
    ai: '417',
    names: 'party',
    standard: 'GS1 General Specifications, AI (417); EPC Tag Data Standard §6',
    grammar: 'A party: company prefix · party reference · check digit; 13 digits.',
    examples: ['/417/6901234000023', '(417)6901234000023', 'urn:epc:id:pgln:6901234.00002'],
  },
  {
    id: 'grai',
    name: { zh: '全球可回收资产代码', en: 'Global Returnable Asset Identifier' },
    ai: '8003',
    names: 'asset',
    standard: 'GS1 General Specifications, AI (8003); EPC Tag Data Standard §6',
    grammar:
      'A returnable asset: 0 · company prefix · asset type · check digit, 14 digits; then up to 16 characters of set 82 for one of them, without which it is the class.',
    examples: ['/8003/06901234111118A1', '(8003)06901234111118A1', 'urn:epc:id:grai:6901234.11111.A1'],
  },
  {
    id: 'giai',
    name: { zh: '全球单个资产代码', en: 'Global Individual Asset Identifier' },
    ai: '8004',
    names: 'asset',
    standard: 'GS1 General Specifications, AI (8004); EPC Tag Data Standard §6',
    grammar: 'One asset: company prefix · reference, together at most 30 characters of set 82.',
    examples: ['/8004/6901234A1', '(8004)6901234A1', 'urn:epc:id:giai:6901234.A1'],
  },
  {
    id: 'gsrn',
    name: { zh: '全球服务关系代码（接受方）', en: 'Global Service Relation Number, recipient' },
    ai: '8018',
    names: 'service',
    standard: 'GS1 General Specifications, AI (8018); EPC Tag Data Standard §6',
    grammar:
      'A relation in which services are received: company prefix · reference · check digit, 18 digits; an instance (8019) of it up to 10 digits.',
    examples: ['/8018/690123400000000018', '(8018)690123400000000018', 'urn:epc:id:gsrn:6901234.0000000001'],
  },
  {
    id: 'gsrnp',
    name: { zh: '全球服务关系代码（提供方）', en: 'Global Service Relation Number, provider' },
    ai: '8017',
    names: 'service',
    standard: 'GS1 General Specifications, AI (8017); EPC Tag Data Standard §6',
    grammar: 'A relation in which services are given: company prefix · reference · check digit, 18 digits.',
    examples: ['/8017/690123400000000018', '(8017)690123400000000018', 'urn:epc:id:gsrnp:6901234.0000000001'],
  },
  {
    id: 'gdti',
    name: { zh: '全球文件类型代码', en: 'Global Document Type Identifier' },
    ai: '253',
    names: 'document',
    standard: 'GS1 General Specifications, AI (253); EPC Tag Data Standard §6',
    grammar:
      'A kind of document: company prefix · type · check digit, 13 digits; then up to 17 characters of set 82 for one of them.',
    examples: ['/253/6901234555554A1', '(253)6901234555554A1', 'urn:epc:id:gdti:6901234.55555.A1'],
  },
  {
    id: 'gcn',
    name: { zh: '全球优惠券代码', en: 'Global Coupon Number' },
    ai: '255',
    names: 'document',
    standard: 'GS1 General Specifications, AI (255); EPC Tag Data Standard §6',
    grammar: 'A coupon: company prefix · reference · check digit, 13 digits; then up to 12 digits for one of them.',
    examples: ['/255/69012345555541', '(255)69012345555541', 'urn:epc:id:sgcn:6901234.55555.1'],
  },
  {
    id: 'ginc',
    name: { zh: '全球货物托运标识代码', en: 'Global Identification Number for Consignment' },
    ai: '401',
    names: 'logistic',
    standard: 'GS1 General Specifications, AI (401); EPC Tag Data Standard §6',
    grammar: "A consignment: company prefix · the forwarder's reference, together at most 30 characters of set 82.",
    examples: ['/401/6901234A1', '(401)6901234A1', 'urn:epc:id:ginc:6901234.A1'],
  },
  {
    id: 'gsin',
    name: { zh: '全球货物装运标识代码', en: 'Global Shipment Identification Number' },
    ai: '402',
    names: 'logistic',
    standard: 'GS1 General Specifications, AI (402); EPC Tag Data Standard §6',
    grammar: "A shipment: company prefix · shipper's reference · check digit; 17 digits.",
    examples: ['/402/69012340000000016', '(402)69012340000000016', 'urn:epc:id:gsin:6901234.000000001'],
  },
  {
    id: 'cpid',
    name: { zh: '组件或部件代码', en: 'Component/Part Identifier' },
    ai: '8010',
    names: 'class',
    standard: 'GS1 General Specifications, AI (8010); EPC Tag Data Standard §6',
    grammar:
      'A kind of component: company prefix · reference, together at most 30 characters of set 39 (digits, capitals, # - /); with a serial (8011) of up to 12 digits, not beginning with 0, one of them.',
    examples: ['/8010/6901234A-1/8011/5', '(8010)6901234A-1(8011)5', 'urn:epc:id:cpi:6901234.A-1.5'],
  },
  {
    id: 'gmn',
    name: { zh: '全球型号代码', en: 'Global Model Number' },
    ai: '8013',
    names: 'class',
    standard: 'GS1 General Specifications, AI (8013)',
    grammar: 'A model: company prefix · reference · check character pair, together at most 25 characters of set 82.',
    examples: ['/8013/6901234GS1-China1235R', '(8013)6901234GS1-China1235R'],
  },
];
