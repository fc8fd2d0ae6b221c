/**
 * 食品经营许可证编号 (食品经营许可和备案管理办法): JY and 14 digits; YB for the filing of those who sell packaged food only.
 *
 *   JY|YB · kind of business 1 (1 sale, 2 catering, 3 canteen) · division of GB/T 2260 6 · sequence 6 · check 1
 *
 * How the check digit is computed is not published where we could read it: it is not looked at.
 */
import { defineScheme } from '../scheme.ts';

export const foodTrade = defineScheme(
  {
    id: 'cn-licence-jy',
    name: { zh: '食品经营许可证', en: 'Food trade licence' },
    names: 'licence',
    standard: '《食品经营许可和备案管理办法》（总局令第78号）',
    source: '未见编号规则原文',
    effectiveFrom: '2023-12-01',
    confidence: 'unverified',
    note: { zh: '校验位未核验', en: 'The check digit is not looked at' },
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
    prior: 0,
  },
);
