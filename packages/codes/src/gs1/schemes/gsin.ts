/**
 * GSIN, 全球货物装运标识代码 (GS1 General Specifications, AI (402); EPC Tag Data Standard §6):
 *
 * A shipment: company prefix · shipper's reference · check digit; 17 digits.
 *
 *   /402/69012340000000016      (402)69012340000000016
 *   urn:epc:id:gsin:6901234.000000001
 */
import { gs1Scheme } from '../scheme.ts';

export const gsin = gs1Scheme({
  id: 'gsin',
  name: { zh: '全球货物装运标识代码', en: 'Global Shipment Identification Number' },
  ai: '402',
  names: 'logistic',
  standard: 'GS1 General Specifications, AI (402); EPC Tag Data Standard §6',
});
