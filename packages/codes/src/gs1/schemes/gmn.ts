/**
 * GMN, 全球型号代码 (GS1 General Specifications, AI (8013)):
 *
 * A model: company prefix · reference · check character pair, together at most 25 characters of set 82.
 *
 *   /8013/6901234GS1-China1235R      (8013)6901234GS1-China1235R
 */
import { gs1Scheme } from '../scheme.ts';

export const gmn = gs1Scheme({
  id: 'gmn',
  name: { zh: '全球型号代码', en: 'Global Model Number' },
  ai: '8013',
  names: 'class',
  standard: 'GS1 General Specifications, AI (8013)',
});
