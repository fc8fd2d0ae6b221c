/**
 * SSCC, 系列货运包装箱代码 (GS1 General Specifications, AI (00); EPC Tag Data Standard §6):
 *
 * One logistic unit: extension 1 · company prefix · serial reference · check digit; 18 digits.
 *
 *   /00/069012340000000016      (00)069012340000000016
 *   urn:epc:id:sscc:6901234.0000000001
 */
import { gs1Scheme } from '../scheme.ts';

export const sscc = gs1Scheme({
  id: 'sscc',
  name: { zh: '系列货运包装箱代码', en: 'Serial Shipping Container Code' },
  ai: '00',
  names: 'logistic',
  standard: 'GS1 General Specifications, AI (00); EPC Tag Data Standard §6',
});
