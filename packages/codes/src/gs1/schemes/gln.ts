/**
 * GLN, 全球位置码（地点） (GS1 General Specifications, AI (414); EPC Tag Data Standard §6):
 *
 * A place: company prefix · location reference · check digit, 13 digits; an extension (254) of 1 to 20 characters of set
 * 82 for a spot in it, where 0 says that there is none.
 *
 *   /414/6901234000023/254/A1      (414)6901234000023(254)A1
 *   urn:epc:id:sgln:6901234.00002.A1
 */
import { gs1Scheme } from '../scheme.ts';

export const gln = gs1Scheme({
  id: 'gln',
  name: { zh: '全球位置码（地点）', en: 'Global Location Number' },
  ai: '414',
  names: 'place',
  standard: 'GS1 General Specifications, AI (414); EPC Tag Data Standard §6',
});
