/** What a code says by itself, in the words of the page. */

import type { Code, CodePart, Fault, OtherReading, UnknownPage } from '@suyuan/api/public-page';
import {
  asWritten,
  type CodeReading,
  type CodeRefusal,
  canonical,
  concealed,
  type DetectedCode,
  type Detection,
  divisionName,
  EQUIPMENT_TYPES,
  hasValidCheckDigit,
  provinceNameEn,
  readUnknown,
  schemeOf,
  type Text,
} from '@suyuan/codes';

interface Part {
  readonly name: Text;
  /** Application identifier. */
  readonly key?: string;
}

const GS1_PARTS: Readonly<Record<string, Part>> = {
  gtin: { name: { zh: '商品条码', en: 'Product number (GTIN)' }, key: '01' },
  sscc: { name: { zh: '物流单元代码', en: 'Logistic unit (SSCC)' }, key: '00' },
  gln: { name: { zh: '位置码', en: 'Location number (GLN)' } },
  lot: { name: { zh: '批号', en: 'Lot' }, key: '10' },
  serial: { name: { zh: '序列号', en: 'Serial number' } },
  thirdPartySerial: { name: { zh: '第三方序列号', en: 'Third-party serial number' }, key: '235' },
  extension: { name: { zh: '位置扩展', en: 'Location extension' }, key: '254' },
  uicExtension: { name: { zh: '烟草标识扩展', en: 'Tobacco identifier extension' }, key: '7040' },
  variant: { name: { zh: '变体', en: 'Variant' }, key: '22' },
  piece: { name: { zh: '第几件', en: 'Piece' } },
  total: { name: { zh: '共几件', en: 'Of pieces' } },
  grai: { name: { zh: '可回收资产', en: 'Returnable asset (GRAI)' }, key: '8003' },
  giai: { name: { zh: '单个资产', en: 'Individual asset (GIAI)' }, key: '8004' },
  gdti: { name: { zh: '单证', en: 'Document (GDTI)' }, key: '253' },
  gcn: { name: { zh: '优惠券', en: 'Coupon (GCN)' }, key: '255' },
  ginc: { name: { zh: '托运', en: 'Consignment (GINC)' }, key: '401' },
  gsin: { name: { zh: '装运', en: 'Shipment (GSIN)' }, key: '402' },
  cpid: { name: { zh: '部件', en: 'Component (CPID)' }, key: '8010' },
  gmn: { name: { zh: '型号', en: 'Model (GMN)' }, key: '8013' },
  gsrn: { name: { zh: '服务关系', en: 'Service relation (GSRN)' }, key: '8018' },
  gsrnp: { name: { zh: '服务关系', en: 'Service relation (GSRN)' }, key: '8017' },
  serviceInstance: { name: { zh: '服务事项', en: 'Service instance' }, key: '8019' },
};

const CHECKED = new Set(['gtin', 'sscc', 'gln']);

export function codeModel(given: string, reading: CodeReading, detection: Detection): Code {
  const shown = detection.readings.find(({ canonical }) => canonical === reading.canonical);
  const asked = concealed(given, reading);
  const written = reading.wellFormed ? asWritten(asked) : asked;
  return {
    given: asked,
    ...(written === asked ? {} : { written }),
    ...(reading.wellFormed ? { canonical: reading.canonical } : {}),
    scheme: reading.scheme,
    schemeName: schemeName(reading),
    names: reading.names,
    parts: partsOf(reading),
    reasons: shown?.reasons ?? [],
    isUnverified: reading.confidence === 'unverified',
    others: othersOf(reading, detection),
  };
}

/** What a person calls the thing that a GS1 identifier names. */
const GS1_NAMES: Readonly<Record<string, Text>> = {
  gtin: { zh: '商品条码', en: 'Product number' },
  lgtin: { zh: '一个批次的编号', en: 'Number of one lot' },
  sgtin: { zh: '一件物品的编号', en: 'Number of one item' },
  upui: { zh: '一包烟草制品的编号', en: 'Number of one tobacco pack' },
  itip: { zh: '一件物品中一个部分的编号', en: 'Number of one piece of an item' },
  sscc: { zh: '一个物流单元（箱、托盘）的编号', en: 'Number of one logistic unit' },
  gln: { zh: '地点的编号', en: 'Number of a place' },
  pgln: { zh: '企业或组织的编号', en: 'Number of a company or organisation' },
  grai: { zh: '可回收资产的编号', en: 'Number of a returnable asset' },
  giai: { zh: '一件资产的编号', en: 'Number of one asset' },
  gdti: { zh: '单证的编号', en: 'Number of a document' },
  gcn: { zh: '优惠券的编号', en: 'Number of a coupon' },
  ginc: { zh: '一次托运的编号', en: 'Number of a consignment' },
  gsin: { zh: '一次装运的编号', en: 'Number of a shipment' },
  gsrn: { zh: '服务对象的编号', en: 'Number of who is served' },
  gsrnp: { zh: '服务提供者的编号', en: 'Number of who serves' },
  cpid: { zh: '零部件的编号', en: 'Number of a component' },
  gmn: { zh: '产品型号的编号', en: 'Number of a model' },
};

const ON_GOODS: ReadonlySet<string> = new Set(['gtin', 'lgtin', 'sgtin', 'upui', 'itip']);

function schemeName({ scheme, kind, name }: CodeReading): Text {
  if (scheme !== 'gs1' || kind === undefined) return name;
  const { zh, en } = GS1_NAMES[kind] ?? name;
  // What shippers and offices deal in is known by its abbreviation; whoever holds an item wants none.
  const by = ON_GOODS.has(kind) ? 'GS1' : `GS1 ${kind.toUpperCase()}`;
  return { zh: `${zh}（${by}）`, en: `${en} (${by})` };
}

function partsOf({ scheme, parts }: CodeReading): readonly CodePart[] {
  const fields = schemeOf(scheme)?.rules.fields ?? [];
  return Object.entries(parts).flatMap(([name, value]): CodePart[] => {
    if (value === undefined) return [];
    const own = fields.find(({ part }) => part === name)?.name;
    const meaning = meaningOf(scheme, name, value);
    const part = own === undefined ? (GS1_PARTS[name] ?? { name: { zh: name, en: name } }) : { name: own };
    const shown = { ...part, value, ...(meaning === undefined ? {} : { meaning }) };
    if (own !== undefined || !CHECKED.has(name)) return [shown];
    return [{ ...part, value, check: hasValidCheckDigit(value) ? 'right' : 'wrong' }];
  });
}

/** The catalogue of special equipment has Chinese names only; in English its groups are told, by their first character. */
const EQUIPMENT_GROUPS: Readonly<Record<string, string>> = {
  1: 'Boiler',
  2: 'Pressure vessel',
  3: 'Lift',
  4: 'Lifting machinery',
  5: 'Works vehicle',
  6: 'Amusement ride',
  7: 'Part of pressure piping',
  8: 'Pressure piping',
  9: 'Passenger ropeway',
};

/** The name of a division, in English that of its province behind what has no English name; or of a kind of equipment. */
function meaningOf(scheme: string, part: string, value: string): Text | undefined {
  const isKind = scheme === 'cn-special-equipment' && part === 'kind';
  const name = isKind ? EQUIPMENT_TYPES.get(value) : isDivisionPart(part) ? divisionName(value) : undefined;
  if (name === undefined) return undefined;
  return { zh: name, en: (isKind ? EQUIPMENT_GROUPS[value.charAt(0)] : divisionEn(value, name)) ?? name };
}

function divisionEn(code: string, name: string): string | undefined {
  const province = provinceNameEn(code);
  const within = name.slice(divisionName(code.slice(0, 2))?.length ?? 0);
  return province === undefined || within === '' ? province : `${within}, ${province}`;
}

function isDivisionPart(part: string): boolean {
  return part === 'division' || part === 'makerProvince';
}

const OTHERS_MAX = 4; // further readings are guesses that help nobody

/** What else the text may be: each scheme once, never the one that it is taken for, nor anything beside a person. */
function othersOf(reading: CodeReading, { readings }: Detection): readonly OtherReading[] {
  if (reading.refusal?.reason === 'personal-number') return [];
  const others = new Map<string, OtherReading>();
  for (const other of readings) {
    const name = schemeName(other);
    if (name.en === schemeName(reading).en || others.has(name.en) || isSameBroken(reading, other)) continue;
    others.set(name.en, {
      name,
      canonical: concealed(other.canonical, reading),
      ...(other.wellFormed ? {} : { isBroken: true }),
      reasons: other.refusal === undefined ? other.reasons : [other.refusal.message],
    });
  }
  return [...others.values()].slice(0, OTHERS_MAX);
}

/** A broken reading of the scheme that the text is taken for says nothing new, whatever of GS1's keys it would be. */
function isSameBroken({ scheme }: CodeReading, other: DetectedCode): boolean {
  return !other.wellFormed && other.scheme === scheme;
}

export function faultOf({ reason, expected }: CodeRefusal): Fault {
  return { reason, ...(expected === undefined ? {} : { expected }) };
}

/** The readings worth looking up, the text as it stands first, and last as a code of its own, where it is one. */
export function readingsToLookUp(reading: CodeReading, { readings, text }: Detection): readonly CodeReading[] {
  const asItStands = reading.wellFormed ? [reading] : [];
  const others: readonly DetectedCode[] = readings.filter(({ wellFormed }) => wellFormed);
  const own = reading.wellFormed && reading.canonical !== text && canonical(text) === text ? [readUnknown(text)] : [];
  return [...asItStands, ...others.filter((other) => other.canonical !== reading.canonical), ...own];
}

type Elsewhere = NonNullable<UnknownPage['elsewhere']>[number];

const GS1_CHINA: Elsewhere = {
  name: { zh: '中国物品编码中心', en: 'GS1 China' },
  url: 'https://www.gds.org.cn/',
};
const DRUGS: Elsewhere = { name: { zh: '国家药监局药品追溯监管平台', en: 'National drug traceability platform' } };
const PESTICIDES: Elsewhere = {
  name: { zh: '中国农药信息网', en: 'China pesticide information network' },
  url: 'http://www.icama.org.cn/',
};
const ENTERPRISES: Elsewhere = {
  name: { zh: '国家企业信用信息公示系统', en: 'National enterprise credit system' },
  url: 'https://www.gsxt.gov.cn/',
};
const FARM_PRODUCTS: Elsewhere = {
  name: { zh: '国家农产品质量安全追溯管理信息平台', en: 'National platform for agricultural products' },
};
const VETERINARY: Elsewhere = { name: { zh: '国家兽药综合查询平台', en: 'National veterinary drug query' } };
const ORGANIC: Elsewhere = {
  name: { zh: '中国食品农产品认证信息系统', en: 'China food and agricultural certification system' },
};
const EQUIPMENT: Elsewhere = { name: { zh: '当地市场监管部门特种设备平台', en: 'Local special equipment authority' } };

const ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  gs1: GS1_CHINA,
  'cn-product-qr': GS1_CHINA,
  'cn-drug': DRUGS,
  'cn-drug-other': DRUGS,
  'cn-licence-drug': DRUGS,
  'cn-veterinary-drug': VETERINARY,
  'cn-licence-veterinary-drug': VETERINARY,
  'cn-pesticide': PESTICIDES,
  'cn-licence-pesticide': PESTICIDES,
  'cn-uscc': ENTERPRISES,
  'cn-organic': ORGANIC,
  'cn-conformity-certificate': FARM_PRODUCTS,
  'cn-special-equipment': EQUIPMENT,
  'cn-elevator': EQUIPMENT,
  'cn-gas-cylinder': EQUIPMENT,
};

/** Where a code of this kind may have records instead. */
export function elsewhereOf(reading: CodeReading): readonly Elsewhere[] {
  const elsewhere = ELSEWHERE[reading.scheme];
  return elsewhere === undefined ? [] : [elsewhere];
}
