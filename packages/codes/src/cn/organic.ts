/**
 * 有机码, organic product code (有机产品认证管理办法; GB/T 19630): 17 digits on the smallest package.
 *
 *   certifier 3 · year 2 · random 12
 */
import { defineScheme } from '../scheme.ts';

export const organic = defineScheme(
  {
    id: 'cn-organic',
    name: { zh: '有机码', en: 'Organic product code' },
    names: 'instance',
    standard: '《有机产品认证实施规则》（国家认监委）',
    source: '有机码编码说明转载',
    effectiveFrom: '2012-03-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'certifier', name: { zh: '认证机构代码', en: 'Certifier' }, length: 3 },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 2 },
      { part: 'serial', name: { zh: '随机码', en: 'Random number' }, length: 12 },
    ],
    prior: 4,
  },
);
