/**
 * 药品批准文号 (药品注册管理办法 §123):
 *
 *   国药准字 · kind H chemical, Z Chinese medicine, S biological, and of old B T F J · from abroad J, from Hong Kong, Macao
 *   and Taiwan C · eight digits: year 4 and sequence 4; of old two digits of origin (10, 19, 20 or a province), two of the
 *   year, four of the sequence
 */
import { isDivision } from '../cn/divisions.ts';
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

const ORIGINS_OF_OLD = ['10', '19', '20'];

export const drugApproval = defineScheme(
  {
    id: 'cn-licence-drug',
    name: { zh: '药品批准文号', en: 'Drug approval number' },
    names: 'licence',
    standard: '《药品注册管理办法》（总局令第27号）第123条',
    source: '药品批准文号格式说明转载',
    effectiveFrom: '2020-07-01',
    confidence: 'sourced',
    note: { zh: '2020 年前的旧格式未核实', en: 'Forms before 2020 are unverified' },
  },
  {
    fields: [
      { literal: '国药准字' },
      {
        part: 'kind',
        name: { zh: '药品类别', en: 'Kind of drug' },
        length: 1,
        alphabet: 'capitals',
        oneOf: [...'HZSBTFJ'],
      },
      {
        part: 'origin',
        name: { zh: '境外或港澳台', en: 'From abroad' },
        length: 1,
        alphabet: 'capitals',
        oneOf: ['J', 'C'],
        optional: true,
      },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: 8 },
    ],
    fold: plainCapitals,
    check: ({ number = '' }) => {
      const start = number.slice(0, 2);
      return ORIGINS_OF_OLD.includes(start) || isDivision(start) ? undefined : 'registry';
    },
    prior: 0,
  },
);
