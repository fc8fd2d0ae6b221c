/**
 * GSRN, 全球服务关系代码（接受方） (GS1 General Specifications, AI (8018); EPC Tag Data Standard §6):
 *
 * A relation in which services are received: company prefix · reference · check digit, 18 digits; an instance (8019) of it
 * up to 10 digits.
 *
 *   /8018/690123400000000018      (8018)690123400000000018
 *   urn:epc:id:gsrn:6901234.0000000001
 */
import { gs1Scheme } from '../scheme.ts';

export const gsrn = gs1Scheme({
  id: 'gsrn',
  name: { zh: '全球服务关系代码（接受方）', en: 'Global Service Relation Number, recipient' },
  ai: '8018',
  names: 'service',
  standard: 'GS1 General Specifications, AI (8018); EPC Tag Data Standard §6',
});
