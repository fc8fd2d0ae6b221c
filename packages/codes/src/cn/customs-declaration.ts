/**
 * 报关单海关编号, number of a customs declaration: 18 digits.
 *
 *   customs office 4 · year 4 · direction 1 (1 import, 0 export) · sequence 9
 */
import { defineScheme } from '../scheme.ts';

export const customsDeclaration = defineScheme(
  {
    id: 'cn-customs-declaration',
    name: { zh: '报关单海关编号', en: 'Customs declaration' },
    names: 'document',
    standard: '《中华人民共和国海关进出口货物报关单填制规范》',
    source: '海关编号规则说明转载，如 020220080525641690',
    confidence: 'sourced',
    note: {
      zh: '集中申报清单第 9 位为 I、E，未收',
      en: 'Lists declared together have I or E in the ninth place, which is not read',
    },
  },
  {
    fields: [
      { part: 'office', name: { zh: '申报地海关', en: 'Customs office' }, length: 4 },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'direction', name: { zh: '进出口标志', en: 'Import or export' }, length: 1, oneOf: ['0', '1'] },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 9 },
    ],
    // Offices are numbered from 01 on.
    check: ({ office = '' }) => (office.startsWith('00') ? 'registry' : undefined),
    isMeant: () => false,
    prior: -4, // a shipping unit with the right check digit is likelier
  },
);
