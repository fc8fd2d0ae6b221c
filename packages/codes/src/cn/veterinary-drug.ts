/**
 * 兽药追溯码, veterinary drug traceability code (农业部公告第2210号): 24 digits.
 *
 *   date of application 8 (YYYYMMDD) · enterprise 5 · random 11
 */
import { defineScheme } from '../scheme.ts';

export const veterinaryDrug = defineScheme(
  {
    id: 'cn-veterinary-drug',
    name: { zh: '兽药追溯码', en: 'Veterinary drug traceability code' },
    names: 'instance',
    standard: '农业部公告第2210号',
    source: '国家兽药产品追溯系统编码说明',
    effectiveFrom: '2015-07-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'appliedOn', name: { zh: '申请日期', en: 'Date of application' }, length: 8, kind: 'date' },
      { part: 'enterprise', name: { zh: '企业标识', en: 'Enterprise' }, length: 5 },
      { part: 'serial', name: { zh: '随机码', en: 'Random number' }, length: 11 },
    ],
    prior: 4,
  },
);
