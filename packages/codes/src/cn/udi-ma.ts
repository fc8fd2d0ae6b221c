/**
 * MA 码, the form of UDI given out by the Zhongguancun institute (ZIIOT, issuing agency MA of ISO/IEC 15459):
 *
 *   MA.156. · branch 2 (M0 medical devices) · . · registrant 6 · . · product: pack 1, item, check 1   device identifier (DI)
 *   the same · . · production: elements with a letter before each and a dot between them: L lot, S serial, M or P made,
 *   D lot of sterilisation, V valid to, E expiry, C check
 *
 * Registrants of 3 to 8 digits are taken. A check digit that does not come out is told and refuses nothing: how it is made
 * was found by computing (`ma-check.ts`).
 */

import type { Field } from '../field.ts';
import type { Text } from '../parsed.ts';
import { type CodeParts, defineScheme } from '../scheme.ts';
import { maCheckDigit } from './ma-check.ts';

const SOURCE = 'MA（IDcode）编码手册与数据单元说明转载；校验码以三个产品标识、三个生产标识验算';
const STANDARD = '《医疗器械唯一标识系统规则》，ISO/IEC 15459，MA（IDcode）编码手册';

const PRODUCT_WRONG: Text = {
  zh: '产品标识的校验码不符：可能输错；校验规则未见原文，仍予接受',
  en: 'The check digit of the device identifier does not come out: it may be mistyped; as the rule was not read, it is taken all the same',
};
const PRODUCTION_WRONG: Text = {
  zh: '生产标识的校验码不符：可能输错；校验规则未见原文，仍予接受',
  en: 'The check digit of the production part does not come out: it may be mistyped; as the rule was not read, it is taken all the same',
};

const DEVICE_IDENTIFIER: readonly Field[] = [
  { literal: 'MA.156.' },
  { part: 'branch', name: { zh: '行业', en: 'Branch' }, length: 2, alphabet: 'digits-capitals' },
  { literal: '.' },
  { part: 'enterprise', name: { zh: '企业', en: 'Enterprise' }, length: [3, 8] },
  { literal: '.' },
  { part: 'product', name: { zh: '产品', en: 'Product' }, length: [1, 24], alphabet: 'digits-letters' },
];

export const udiMa = defineScheme(
  {
    id: 'cn-udi-ma',
    name: { zh: '医疗器械唯一标识（MA 码，产品标识）', en: 'UDI of MA form, device identifier' },
    names: 'class',
    standard: STANDARD,
    source: SOURCE,
    effectiveFrom: '2019-10-01',
    confidence: 'sourced',
    note: { zh: '校验码不符只作提示', en: 'A check digit that does not come out is told only' },
  },
  { fields: DEVICE_IDENTIFIER, findings: productFindings, isMeant: () => false, prior: 0 },
);

export const udiMaUnit = defineScheme(
  {
    id: 'cn-udi-ma-unit',
    name: { zh: '医疗器械唯一标识（MA 码，含生产标识）', en: 'UDI of MA form, with production identifier' },
    names: 'instance',
    standard: STANDARD,
    source: SOURCE,
    effectiveFrom: '2019-10-01',
    confidence: 'sourced',
    note: {
      zh: '生产标识未拆分；只含批号时指的是批次；校验码不符只作提示',
      en: 'The production part is not taken apart; with a lot only, it names a lot; a check digit that does not come out is told only',
    },
  },
  {
    fields: [
      ...DEVICE_IDENTIFIER,
      { literal: '.' },
      { part: 'production', name: { zh: '生产标识', en: 'Production' }, length: [2, 100], alphabet: 'visible' },
    ],
    check: ({ production = '' }) => (/^[A-Z][0-9A-Za-z][\x21-\x7e]*$/.test(production) ? undefined : 'alphabet'),
    findings: (parts) => [...productFindings(parts), ...productionFindings(parts)],
    isMeant: () => false,
    prior: 0,
  },
);

/** A pack, an item and a check: shorter products, and those that end in a letter, are of another form. */
const CHECKED_PRODUCT = /^[0-9A-Za-z]{7,}\d$/;

function productFindings({ branch = '', enterprise = '', product = '' }: CodeParts): readonly Text[] {
  if (!CHECKED_PRODUCT.test(product)) return [];
  const due = maCheckDigit(`MA.156.${branch}.${enterprise}.${product.slice(0, -1)}`);
  return due === undefined || due === Number(product.slice(-1)) ? [] : [PRODUCT_WRONG];
}

function productionFindings({ production = '' }: CodeParts): readonly Text[] {
  const [, elements = '', check] = /^(.+)\.C(\d)$/.exec(production) ?? [];
  const due = check === undefined ? undefined : maCheckDigit(`.${elements}`);
  return due === undefined || due === Number(check) ? [] : [PRODUCTION_WRONG];
}
