/**
 * GIAI, 全球单个资产代码 (GS1 General Specifications, AI (8004); EPC Tag Data Standard §6):
 *
 * One asset: company prefix · reference, together at most 30 characters of set 82.
 *
 *   /8004/6901234A1      (8004)6901234A1
 *   urn:epc:id:giai:6901234.A1
 */
import { gs1Scheme } from '../scheme.ts';

export const giai = gs1Scheme({
  id: 'giai',
  name: { zh: '全球单个资产代码', en: 'Global Individual Asset Identifier' },
  ai: '8004',
  names: 'asset',
  standard: 'GS1 General Specifications, AI (8004); EPC Tag Data Standard §6',
});
