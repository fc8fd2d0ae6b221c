/**
 * ITIP, 贸易项目组件 (GS1 General Specifications, AI (8006); EPC Tag Data Standard §6):
 *
 * One piece of an item packed in several: GTIN 14 · piece 2 · total 2; with a serial (21) one instance of it.
 *
 *   /8006/069511811053260102/21/S1      (8006)069511811053260102(21)S1
 *   urn:epc:id:itip:69511811.00532.01.02.S1
 */
import { gs1Scheme } from '../scheme.ts';

export const itip = gs1Scheme({
  id: 'itip',
  name: { zh: '贸易项目组件', en: 'Individual trade item piece' },
  ai: '8006',
  names: 'class',
  standard: 'GS1 General Specifications, AI (8006); EPC Tag Data Standard §6',
});
