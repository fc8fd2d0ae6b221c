/**
 * GSRNP, 全球服务关系代码（提供方） (GS1 General Specifications, AI (8017); EPC Tag Data Standard §6):
 *
 * A relation in which services are given: company prefix · reference · check digit, 18 digits.
 *
 *   /8017/690123400000000018      (8017)690123400000000018
 *   urn:epc:id:gsrnp:6901234.0000000001
 */
import { gs1Scheme } from '../scheme.ts';

export const gsrnp = gs1Scheme({
  id: 'gsrnp',
  name: { zh: '全球服务关系代码（提供方）', en: 'Global Service Relation Number, provider' },
  ai: '8017',
  names: 'service',
  standard: 'GS1 General Specifications, AI (8017); EPC Tag Data Standard §6',
});
