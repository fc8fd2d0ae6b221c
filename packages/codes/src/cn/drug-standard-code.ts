/**
 * 国家药品编码本位码, national drug code (国食药监办〔2009〕315号): 14 digits that name a drug by product and maker.
 *
 *   country 86 · category 9 · enterprise 5 · product 5 · check 1
 *
 * The check is said to follow GB 18937, whose text is not at hand: it is not looked at.
 */
import { defineScheme } from '../scheme.ts';

export const drugStandardCode = defineScheme(
  {
    id: 'cn-drug-standard-code',
    name: { zh: '国家药品编码本位码', en: 'National drug code' },
    names: 'class',
    standard: '国食药监办〔2009〕315号，GB 18937',
    source: '《国家药品编码本位码编制规则》转载',
    effectiveFrom: '2009-06-11',
    confidence: 'unverified',
    note: { zh: '校验位未核验', en: 'The check digit is not looked at' },
  },
  {
    fields: [
      { literal: '86' },
      { literal: '9' },
      { part: 'enterprise', name: { zh: '药品企业标识', en: 'Drug enterprise' }, length: 5 },
      { part: 'product', name: { zh: '药品产品标识', en: 'Drug product' }, length: 5 },
      { part: 'check', name: { zh: '校验码', en: 'Check digit' }, length: 1 },
    ],
    prior: 0,
  },
);
