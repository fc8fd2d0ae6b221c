/**
 * 国家药品编码本位码, national drug code (国食药监办〔2009〕315号): 14 digits that name a drug by product and maker.
 *
 *   country 86 · category 9 · enterprise 5 · product 5 · check 1
 *
 * The check is said to follow GB 18937, whose text is not at hand. In all sixty-one published codes at hand it is the check
 * digit of GS1 over the thirteen before it; one that does not come out is told and refuses nothing.
 */
import { hasValidCheckDigit } from '../gs1/check-digit.ts';
import { defineScheme } from '../scheme.ts';

const CHECK_WRONG = {
  zh: '校验码不符：可能输错；GB 18937 未见原文，仍予接受',
  en: 'The check digit does not come out: it may be mistyped; as GB 18937 was not read, it is taken all the same',
};

export const drugStandardCode = defineScheme(
  {
    id: 'cn-drug-standard-code',
    name: { zh: '国家药品编码本位码', en: 'National drug code' },
    names: 'class',
    standard: '国食药监办〔2009〕315号，GB 18937',
    source: '《国家药品编码本位码编制规则》转载；以六十一个公布的本位码验算校验码',
    effectiveFrom: '2009-06-11',
    confidence: 'verified',
    note: { zh: '校验码不符只作提示', en: 'A check digit that does not come out is told only' },
  },
  {
    fields: [
      { literal: '86' },
      { literal: '9' },
      { part: 'enterprise', name: { zh: '药品企业标识', en: 'Drug enterprise' }, length: 5 },
      { part: 'product', name: { zh: '药品产品标识', en: 'Drug product' }, length: 5 },
      { part: 'check', name: { zh: '校验码', en: 'Check digit' }, length: 1 },
    ],
    findings: ({ enterprise = '', product = '', check = '' }) =>
      hasValidCheckDigit(`869${enterprise}${product}${check}`) ? [] : [CHECK_WRONG],
    prior: 0,
  },
);
