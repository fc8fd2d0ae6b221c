/**
 * 国家农产品质量安全追溯管理信息平台主体码: subjects of the national platform for agricultural products (nodes, operators,
 * persons). The number of digits has not been published where we could read it.
 */
import { opaqueScheme } from './opaque.ts';

export const farmSubject = opaqueScheme({
  id: 'cn-farm-subject',
  name: { zh: '农产品追溯主体码', en: 'Subject of the agricultural platform' },
  names: 'party',
  standard: '《农产品质量安全信息化追溯管理办法（试行）》（2021）',
  source: '办法转载：三类主体码；位数未见',
  confidence: 'unverified',
});
