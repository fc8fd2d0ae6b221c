/**
 * LGTIN, 贸易项目批次 (GS1 General Specifications, AI (01); EPC Tag Data Standard §6):
 *
 * One lot: a GTIN and its batch or lot, 1 to 20 characters of set 82.
 *
 *   /01/06951181105326/10/L1      (01)06951181105326(10)L1
 *   urn:epc:class:lgtin:69511811.00532.L1
 */
import { gs1Scheme } from '../scheme.ts';

export const lgtin = gs1Scheme({
  id: 'lgtin',
  name: { zh: '贸易项目批次', en: 'Lot of a trade item' },
  ai: '01',
  names: 'lot',
  standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
});
