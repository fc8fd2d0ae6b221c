/**
 * SGTIN, 系列化贸易项目 (GS1 General Specifications, AI (01); EPC Tag Data Standard §6):
 *
 * One item: a GTIN and its serial number, 1 to 20 characters of set 82; a lot or variant may stand beside it.
 *
 *   /01/06951181105326/21/S1      (01)06951181105326(21)S1
 *   urn:epc:id:sgtin:69511811.00532.S1
 */
import { gs1Scheme } from '../scheme.ts';

export const sgtin = gs1Scheme({
  id: 'sgtin',
  name: { zh: '系列化贸易项目', en: 'Serialised trade item' },
  ai: '01',
  names: 'instance',
  standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
});
