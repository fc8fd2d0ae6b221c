/**
 * MA 码, the form of UDI given out by the Zhongguancun institute (issuing agency MA of ISO/IEC 15459):
 *
 *   MA.156. · branch 2 (M0 medical devices) · . · enterprise · . · product                      device identifier (DI)
 *   the same · . · production: elements with a letter before each (S serial, L lot, M made, V valid to, C check)
 */
import { defineScheme } from '../scheme.ts';

export const udiMa = defineScheme(
  {
    id: 'cn-udi-ma',
    name: { zh: '医疗器械唯一标识（MA 码，产品标识）', en: 'UDI of MA form, device identifier' },
    names: 'class',
    standard: '《医疗器械唯一标识系统规则》，ISO/IEC 15459',
    source: '编码规则未见原文',
    effectiveFrom: '2019-10-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { literal: 'MA.156.' },
      { part: 'branch', name: { zh: '行业', en: 'Branch' }, length: 2, alphabet: 'digits-capitals' },
      { literal: '.' },
      { part: 'enterprise', name: { zh: '企业', en: 'Enterprise' }, length: [3, 8] },
      { literal: '.' },
      { part: 'product', name: { zh: '产品', en: 'Product' }, length: [1, 24], alphabet: 'digits-capitals' },
    ],
    isMeant: () => false,
    prior: 0,
  },
);

export const udiMaUnit = defineScheme(
  {
    id: 'cn-udi-ma-unit',
    name: { zh: '医疗器械唯一标识（MA 码，含生产标识）', en: 'UDI of MA form, with production identifier' },
    names: 'instance',
    standard: '《医疗器械唯一标识系统规则》，ISO/IEC 15459',
    source: '编码规则未见原文',
    effectiveFrom: '2019-10-01',
    confidence: 'unverified',
    note: {
      zh: '生产标识未拆分；只含批号时指的是批次',
      en: 'The production part is not taken apart; with a lot only, it names a lot',
    },
  },
  {
    fields: [
      { literal: 'MA.156.' },
      { part: 'branch', name: { zh: '行业', en: 'Branch' }, length: 2, alphabet: 'digits-capitals' },
      { literal: '.' },
      { part: 'enterprise', name: { zh: '企业', en: 'Enterprise' }, length: [3, 8] },
      { literal: '.' },
      { part: 'product', name: { zh: '产品', en: 'Product' }, length: [1, 24], alphabet: 'digits-capitals' },
      { literal: '.' },
      { part: 'production', name: { zh: '生产标识', en: 'Production' }, length: [2, 100], alphabet: 'visible' },
    ],
    check: ({ production = '' }) => (/^[A-Z][0-9A-Za-z][\x21-\x7e]*$/.test(production) ? undefined : 'alphabet'),
    isMeant: () => false,
    prior: 0,
  },
);
