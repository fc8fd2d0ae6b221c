/**
 * GRAI, 全球可回收资产代码 (GS1 General Specifications, AI (8003); EPC Tag Data Standard §6):
 *
 * A returnable asset: 0 · company prefix · asset type · check digit, 14 digits; then up to 16 characters of set 82 for one
 * of them, without which it is the class.
 *
 *   /8003/06901234111118A1      (8003)06901234111118A1
 *   urn:epc:id:grai:6901234.11111.A1
 */
import { gs1Scheme } from '../scheme.ts';

export const grai = gs1Scheme({
  id: 'grai',
  name: { zh: '全球可回收资产代码', en: 'Global Returnable Asset Identifier' },
  ai: '8003',
  names: 'asset',
  standard: 'GS1 General Specifications, AI (8003); EPC Tag Data Standard §6',
});
