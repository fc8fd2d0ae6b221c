/**
 * CPID, 组件或部件代码 (GS1 General Specifications, AI (8010); EPC Tag Data Standard §6):
 *
 * A kind of component: company prefix · reference, together at most 30 characters of set 39 (digits, capitals, # - /);
 * with a serial (8011) of up to 12 digits, not beginning with 0, one of them.
 *
 *   /8010/6901234A-1/8011/5      (8010)6901234A-1(8011)5
 *   urn:epc:id:cpi:6901234.A-1.5
 */
import { gs1Scheme } from '../scheme.ts';

export const cpid = gs1Scheme({
  id: 'cpid',
  name: { zh: '组件或部件代码', en: 'Component/Part Identifier' },
  ai: '8010',
  names: 'class',
  standard: 'GS1 General Specifications, AI (8010); EPC Tag Data Standard §6',
});
