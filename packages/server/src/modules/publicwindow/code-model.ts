/** What a code says by itself, in the words of the page. */
import { type CodeReading, type CodeRefusal, hasValidCheckDigit } from '@suyuan/codes';
import type { Code, CodePart, Fault, Text, UnknownPage } from '@suyuan/public/model';

const SCHEMES: Readonly<Record<CodeReading['scheme'], Text>> = {
  gs1: { zh: 'GS1 商品条码体系', en: 'GS1' },
  'cn-drug': { zh: '药品追溯码', en: 'China drug traceability code' },
  'cn-uscc': { zh: '统一社会信用代码', en: 'Unified social credit identifier' },
  unknown: { zh: '未识别的编码', en: 'Unrecognised code' },
};

const PARTS: Readonly<Record<string, { readonly name: Text; readonly key?: string }>> = {
  gtin: { name: { zh: '商品条码', en: 'Product number (GTIN)' }, key: '01' },
  sscc: { name: { zh: '物流单元代码', en: 'Logistic unit (SSCC)' }, key: '00' },
  gln: { name: { zh: '位置码', en: 'Location number (GLN)' }, key: '414' },
  lot: { name: { zh: '批号', en: 'Lot' }, key: '10' },
  serial: { name: { zh: '序列号', en: 'Serial number' }, key: '21' },
  extension: { name: { zh: '位置扩展', en: 'Location extension' }, key: '254' },
  variant: { name: { zh: '变体', en: 'Variant' }, key: '22' },
  grai: { name: { zh: '可回收资产', en: 'Returnable asset (GRAI)' }, key: '8003' },
  giai: { name: { zh: '单个资产', en: 'Individual asset (GIAI)' }, key: '8004' },
  gdti: { name: { zh: '单证', en: 'Document (GDTI)' }, key: '253' },
  gsrn: { name: { zh: '服务关系', en: 'Service relation (GSRN)' }, key: '8018' },
  product: { name: { zh: '药品标识码', en: 'Drug identification' } },
  division: { name: { zh: '登记机关行政区划', en: 'Registering division' } },
  organisation: { name: { zh: '主体标识码', en: 'Organisation code' } },
};

const CHECKED = new Set(['gtin', 'sscc', 'gln']);

export function codeModel(given: string, reading: CodeReading): Code {
  const parts: CodePart[] = [];
  for (const [name, value] of Object.entries(reading.parts)) {
    if (value === undefined) continue;
    const part = PARTS[name] ?? { name: { zh: name, en: name } };
    const check = CHECKED.has(name)
      ? { check: hasValidCheckDigit(value) ? ('right' as const) : ('wrong' as const) }
      : {};
    parts.push({ ...part, value, ...check });
  }
  return {
    given,
    ...(reading.wellFormed ? { canonical: reading.canonical } : {}),
    scheme: reading.scheme,
    schemeName: SCHEMES[reading.scheme],
    names: reading.names,
    parts,
  };
}

export function faultOf(refusal: CodeRefusal): Fault {
  return { reason: refusal.reason };
}

/** Where a code of this kind may have records instead. */
export function elsewhereOf(reading: CodeReading): NonNullable<UnknownPage['elsewhere']> {
  switch (reading.scheme) {
    case 'gs1':
      return [{ name: { zh: '中国物品编码中心', en: 'GS1 China' }, url: 'https://www.gds.org.cn/' }];
    case 'cn-drug':
      return [{ name: { zh: '国家药监局药品追溯监管平台', en: 'National drug traceability platform' } }];
    case 'cn-uscc':
      return [
        {
          name: { zh: '国家企业信用信息公示系统', en: 'National enterprise credit system' },
          url: 'https://www.gsxt.gov.cn/',
        },
      ];
    default:
      return [];
  }
}
