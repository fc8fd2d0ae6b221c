/** 行政区划代码 as a code by itself (GB/T 2260): six digits, see `divisions.ts`. */
import { defineScheme } from '../scheme.ts';

export const division = defineScheme(
  {
    id: 'cn-division',
    name: { zh: '行政区划代码', en: 'Administrative division' },
    names: 'place',
    standard: 'GB/T 2260',
    source: '民政部公布的县以上行政区划代码',
    effectiveFrom: '2007-11-14',
    confidence: 'sourced',
  },
  {
    fields: [{ part: 'division', name: { zh: '行政区划', en: 'Division' }, length: 6, kind: 'division' }],
    prior: -6, // six digits are met everywhere
  },
);
