/**
 * 食品生产许可证编号 (食品生产许可管理办法): SC and 14 digits.
 *
 *   SC · class 3 (1 food or 2 additive, then the class of food) · division of GB/T 2260 6 · sequence 4 · check 1
 *
 * The check digit is MOD 11,10 of GB/T 17710 over the 13 before it.
 */
import { mod1110 } from '../cn/mod-11-10.ts';
import { defineScheme } from '../scheme.ts';

const CLASSES = [
  ...Array.from({ length: 32 }, (_, i) => String(101 + i)), // 01 to 31 of the catalogue, 32 for other special food
  ...['201', '202', '203'],
];

export const foodProduction = defineScheme(
  {
    id: 'cn-licence-sc',
    name: { zh: '食品生产许可证', en: 'Food production licence' },
    names: 'licence',
    standard: '《食品生产许可管理办法》（总局令第24号），GB/T 17710',
    source: '以公示的许可证编号验算',
    effectiveFrom: '2015-10-01',
    confidence: 'verified',
  },
  {
    fields: [
      { literal: 'SC' },
      { part: 'class', name: { zh: '食品类别', en: 'Class of food' }, length: 3, oneOf: CLASSES },
      { part: 'division', name: { zh: '行政区划', en: 'Division' }, length: 6, kind: 'division' },
      { part: 'sequence', name: { zh: '顺序码', en: 'Sequence' }, length: 4 },
      { part: 'check', name: { zh: '校验码', en: 'Check digit' }, length: 1 },
    ],
    fold: (text) => text.toUpperCase(),
    check: ({ check }, code) => (mod1110(code.slice(2, 15)) === Number(check) ? undefined : 'check-digit'),
    checkBits: 3.3,
    prior: 0,
  },
);
