/**
 * GCN, 全球优惠券代码 (GS1 General Specifications, AI (255); EPC Tag Data Standard §6):
 *
 * A coupon: company prefix · reference · check digit, 13 digits; then up to 12 digits for one of them.
 *
 *   /255/69012345555541      (255)69012345555541
 *   urn:epc:id:sgcn:6901234.55555.1
 */
import { gs1Scheme } from '../scheme.ts';

export const gcn = gs1Scheme({
  id: 'gcn',
  name: { zh: '全球优惠券代码', en: 'Global Coupon Number' },
  ai: '255',
  names: 'document',
  standard: 'GS1 General Specifications, AI (255); EPC Tag Data Standard §6',
});
