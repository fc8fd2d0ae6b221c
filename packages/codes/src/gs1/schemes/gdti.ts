/**
 * GDTI, 全球文件类型代码 (GS1 General Specifications, AI (253); EPC Tag Data Standard §6):
 *
 * A kind of document: company prefix · type · check digit, 13 digits; then up to 17 characters of set 82 for one of them.
 *
 *   /253/6901234555554A1      (253)6901234555554A1
 *   urn:epc:id:gdti:6901234.55555.A1
 */
import { gs1Scheme } from '../scheme.ts';

export const gdti = gs1Scheme({
  id: 'gdti',
  name: { zh: '全球文件类型代码', en: 'Global Document Type Identifier' },
  ai: '253',
  names: 'document',
  standard: 'GS1 General Specifications, AI (253); EPC Tag Data Standard §6',
});
