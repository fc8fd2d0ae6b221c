/**
 * 自编批次码: a lot of a product of one's own (decision 0031).
 *
 *   issuer . product . lot        own-lot:91370600MA3CABCD1X.红富士80.20261128-1
 */
import { defineScheme } from '../scheme.ts';
import { ISSUER, OWN_RULES, ownField } from './issuer.ts';

export const ownLot = defineScheme(
  {
    id: 'own-lot',
    name: { zh: '自编批次码', en: 'Lot code of one’s own' },
    names: 'lot',
    standard: '本系统决策 0031',
    source: 'docs/decisions/0031-own-lots.md',
    confidence: 'sourced',
    note: {
      zh: '没有商品条码厂商识别代码的单位自编；同一产品的批号不重复使用',
      en: 'given by whoever has no company prefix; a lot number is used once a product',
    },
  },
  {
    fields: [
      ISSUER,
      { literal: '.' },
      ownField('product', '产品编号', 'Product'),
      { literal: '.' },
      ownField('lot', '批号', 'Lot'),
    ],
    ...OWN_RULES,
  },
);
