/**
 * GTIN, 全球贸易项目代码 (GS1 General Specifications, AI (01)):
 *
 * GTIN-8, -12, -13 or -14: indicator or zeros · company prefix · item reference · check digit; 14 digits inside.
 *
 *   /01/06951181105326      (01)06951181105326      6951181105326
 *   urn:epc:idpat:sgtin:69511811.00532.*
 */
import { gs1Scheme } from '../scheme.ts';

export const gtin = gs1Scheme({
  id: 'gtin',
  name: { zh: '全球贸易项目代码', en: 'Global Trade Item Number' },
  ai: '01',
  names: 'class',
  standard: 'GS1 General Specifications, AI (01)',
});
