/**
 * 食品经营许可证编号 (食品经营许可和备案管理办法): JY and 14 digits; YB for the filing of those who sell packaged food only.
 *
 *   JY|YB · kind of business 1 (1 sale, 2 catering, 3 canteen) · division of GB/T 2260 6 · sequence 6 · check 1
 *
 * The check digit comes out as MOD 11,10 of GB/T 17710 over the 13 digits before it in all seven published numbers at hand,
 * as for SC. What its parts are is published; how the check is made is not where we could read it, so a digit that does not come out is told and
 * refuses nothing.
 */
import { mod1110 } from '../cn/mod-11-10.ts';
import { type CodeParts, defineScheme } from '../scheme.ts';

const CHECK_RIGHT = {
  bits: 3.3,
  text: { zh: '校验码正确（MOD 11,10）', en: 'its check digit comes out right (MOD 11,10)' },
};
const CHECK_WRONG = {
  zh: '按 MOD 11,10 校验码不符：可能输错；校验规则未见原文，仍予接受',
  en: 'The check digit does not come out by MOD 11,10: it may be mistyped; as the rule is unpublished, it is taken all the same',
};

function isCheckRight({ business = '', division = '', sequence = '', check = '' }: CodeParts): boolean {
  return mod1110(business + division + sequence) === Number(check);
}

export const foodTrade = defineScheme(
  {
    id: 'cn-licence-jy',
    name: { zh: '食品经营许可证', en: 'Food trade licence' },
    names: 'licence',
    standard: '《食品经营许可和备案管理办法》（总局令第78号）',
    source: '编号规则转载（JY 与 14 位数字的各段）；以七个公示的许可证编号验算校验码',
    effectiveFrom: '2023-12-01',
    confidence: 'verified',
    note: { zh: '校验码不符只作提示', en: 'A check digit that does not come out is told only' },
  },
  {
    fields: [
      { part: 'document', name: { zh: '证种', en: 'Document' }, length: 2, alphabet: 'capitals', oneOf: ['JY', 'YB'] },
      { part: 'business', name: { zh: '主体业态', en: 'Kind of business' }, length: 1, oneOf: ['1', '2', '3'] },
      { part: 'division', name: { zh: '行政区划', en: 'Division' }, length: 6, kind: 'division' },
      { part: 'sequence', name: { zh: '顺序码', en: 'Sequence' }, length: 6 },
      { part: 'check', name: { zh: '校验码', en: 'Check digit' }, length: 1 },
    ],
    fold: (text) => text.toUpperCase(),
    evidence: (parts) => (isCheckRight(parts) ? [CHECK_RIGHT] : []),
    findings: (parts) => (isCheckRight(parts) ? [] : [CHECK_WRONG]),
    prior: 0,
  },
);
