/**
 * 自编产品码: the product of whoever has no company prefix of GS1 (decision 0031).
 *
 *   issuer . product              own-product:91370600MA3CABCD1X.红富士80
 */
import { defineScheme } from '../scheme.ts';
import { ISSUER, OWN_RULES, ownField } from './issuer.ts';

export const ownProduct = defineScheme(
  {
    id: 'own-product',
    name: { zh: '自编产品码', en: 'Product code of one’s own' },
    names: 'class',
    standard: '本系统决策 0031',
    source: 'docs/decisions/0031-own-lots.md',
    confidence: 'sourced',
    note: {
      zh: '没有商品条码厂商识别代码的单位自编；以编码单位区分，不同单位的编号互不冲突',
      en: 'given by whoever has no company prefix; codes of two issuers never meet',
    },
  },
  {
    fields: [ISSUER, { literal: '.' }, ownField('product', '产品编号', 'Product')],
    ...OWN_RULES,
  },
);
