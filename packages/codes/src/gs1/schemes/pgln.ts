/**
 * PGLN, 全球位置码（参与方） (GS1 General Specifications, AI (417); EPC Tag Data Standard §6):
 *
 * A party: company prefix · party reference · check digit; 13 digits.
 *
 *   /417/6901234000023      (417)6901234000023
 *   urn:epc:id:pgln:6901234.00002
 */
import { gs1Scheme } from '../scheme.ts';

export const pgln = gs1Scheme({
  id: 'pgln',
  name: { zh: '全球位置码（参与方）', en: 'Party GLN' },
  ai: '417',
  names: 'party',
  standard: 'GS1 General Specifications, AI (417); EPC Tag Data Standard §6',
});
