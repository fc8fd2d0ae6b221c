/**
 * UPUI, 单个包装唯一标识（烟草） (GS1 General Specifications, AI (01); EPC Tag Data Standard §6):
 *
 * One pack, its serial number given by a third party: a GTIN and 1 to 28 characters of set 82.
 *
 *   /01/06951181105326/235/TP1      (01)06951181105326(235)TP1
 *   urn:epc:id:upui:69511811.00532.TP1
 */
import { gs1Scheme } from '../scheme.ts';

export const upui = gs1Scheme({
  id: 'upui',
  name: { zh: '单个包装唯一标识（烟草）', en: 'Unit pack identifier (tobacco)' },
  ai: '01',
  names: 'instance',
  standard: 'GS1 General Specifications, AI (01); EPC Tag Data Standard §6',
});
