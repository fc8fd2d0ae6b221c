/**
 * GINC, 全球货物托运标识代码 (GS1 General Specifications, AI (401); EPC Tag Data Standard §6):
 *
 * A consignment: company prefix · the forwarder's reference, together at most 30 characters of set 82.
 *
 *   /401/6901234A1      (401)6901234A1
 *   urn:epc:id:ginc:6901234.A1
 */
import { gs1Scheme } from '../scheme.ts';

export const ginc = gs1Scheme({
  id: 'ginc',
  name: { zh: '全球货物托运标识代码', en: 'Global Identification Number for Consignment' },
  ai: '401',
  names: 'logistic',
  standard: 'GS1 General Specifications, AI (401); EPC Tag Data Standard §6',
});
