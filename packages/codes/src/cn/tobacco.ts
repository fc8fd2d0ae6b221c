/**
 * 卷烟 32 位码, sprayed on cartons of cigarettes in two rows of sixteen: 32 characters.
 *
 *   first row 16 digits (day, batch, sequence) · second row: distributor 4 (letters, of old digits) · retailer 12 digits
 */
import { defineScheme } from '../scheme.ts';

export const tobacco = defineScheme(
  {
    id: 'cn-tobacco',
    name: { zh: '卷烟 32 位激光码', en: 'Cigarette carton code' },
    names: 'instance',
    standard: '国家烟草专卖局喷码规定',
    source: '编码规则未见原文',
    confidence: 'unverified',
  },
  {
    fields: [
      { part: 'batch', name: { zh: '第一行', en: 'First row' }, length: 16 },
      { part: 'distributor', name: { zh: '地市公司', en: 'Distributor' }, length: 4, alphabet: 'digits-capitals' },
      { part: 'retailer', name: { zh: '零售户', en: 'Retailer' }, length: 12 },
    ],
    fold: (text) => text.replace(/\s+/g, '').toUpperCase(),
    check: ({ distributor = '' }) => (/^(?:[A-Z]{4}|\d{4})$/.test(distributor) ? undefined : 'alphabet'),
    evidence: ({ distributor = '' }) =>
      /^[A-Z]/.test(distributor)
        ? [{ bits: 6, text: { zh: '第二行以四个字母开头', en: 'its second row begins with four letters' } }]
        : [],
    isMeant: () => false,
    prior: 3, // 32 digits are a pesticide code if they can be one
  },
);
