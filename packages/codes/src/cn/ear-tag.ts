/**
 * 畜禽标识编码, ear tag of livestock (畜禽标识和养殖档案管理办法): 15 digits.
 *
 *   species 1 (1 pig, 2 cattle, 3 sheep and goat) · county of GB/T 2260 6 · serial number 8
 */
import { defineScheme } from '../scheme.ts';

export const earTag = defineScheme(
  {
    id: 'cn-ear-tag',
    name: { zh: '畜禽标识编码', en: 'Livestock ear tag' },
    names: 'instance',
    isInUse: true,
    standard: '《畜禽标识和养殖档案管理办法》（农业部令第67号）第8条',
    source: '令文转载（种类 1 位、县级行政区域 6 位、顺序号 8 位，猪牛羊为 1、2、3）',
    effectiveFrom: '2006-07-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { part: 'species', name: { zh: '畜种', en: 'Species' }, length: 1, oneOf: ['1', '2', '3'] },
      { part: 'division', name: { zh: '县级行政区划', en: 'County' }, length: 6, kind: 'division' },
      { part: 'serial', name: { zh: '顺序号', en: 'Serial number' }, length: 8 },
    ],
    isMeant: () => false,
    prior: 0,
  },
);
