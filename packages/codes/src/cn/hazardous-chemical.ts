/**
 * 危险化学品安全信息码 (T/CCSAS 047-2023): a fixed code, the web address and number of the chemical's registration, and an
 * extension code of the enterprise's choice for lot or piece. What is updated behind the address does not change the code.
 */
import { opaqueScheme } from './opaque.ts';

export const hazardousChemical = opaqueScheme({
  id: 'cn-hazardous-chemical',
  name: { zh: '危险化学品安全信息码', en: 'Hazardous chemical safety code' },
  names: 'class',
  standard: 'T/CCSAS 047-2023',
  source: '团体标准介绍；登记网址与登记号的写法未见正文',
  effectiveFrom: '2023-12-01',
  confidence: 'unverified',
});
