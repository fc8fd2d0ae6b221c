/**
 * 农药登记证号 given before 2000, still on labels since renewals keep the number:
 *
 *   of one product that several make    PD · year 2 (82 to 99) and sequence 3 · - · maker 1 to 3 digits    PD86148-17
 *   from abroad                         PD · sequence 1 to 3 · - · year 2                                  PD20-86
 *   of a new product                    PDN · sequence 1 to 3 · - · year 2                                 PDN11-91
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

const OF_SEVERAL = /^PD(?:8[2-9]|9\d)\d{3}-[1-9]\d{0,2}$/;
const OF_ONE = /^PDN?[1-9]\d{0,2}-(?:8[2-9]|9\d)$/;

export const pesticideRegistrationOld = defineScheme(
  {
    id: 'cn-licence-pesticide-old',
    name: { zh: '农药登记证（旧号）', en: 'Pesticide registration, old number' },
    names: 'licence',
    standard: '《农药登记规定》（1982）',
    source: '标签与转载中的号码，如 PD86148-17、PD1-85、PDN2-88；编号规则未见原文',
    effectiveFrom: '1982-10-01',
    confidence: 'unverified',
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '登记类别', en: 'Kind of registration' },
        alphabet: 'capitals',
        oneOf: ['PDN', 'PD'],
      },
      { part: 'product', name: { zh: '产品号', en: 'Product' }, length: [1, 5] },
      { literal: '-' },
      { part: 'end', name: { zh: '厂家序号或年份', en: 'Maker or year' }, length: [1, 3] },
    ],
    fold: plainCapitals,
    check: (_, code) => (OF_SEVERAL.test(code) || OF_ONE.test(code) ? undefined : 'registry'),
    checkBits: 3.3,
    prior: 0,
  },
);
