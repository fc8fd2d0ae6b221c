/** A small pack for tests: jars of honey are taken in, sold, and taken back by the month. */
import type { Pack } from './pack.ts';

const law = { source: 'law', confidence: 'A' } as const;

export const HONEY: Pack = {
  id: 'honey',
  version: '2026.1',
  name: { zh: '蜂蜜', en: 'Honey' },
  goods: { categories: ['honey'] },
  sources: { law: { title: { zh: '蜂蜜法', en: 'Honey Act' }, number: '第 1 号' } },
  elements: {
    lotNumber: { name: { zh: '批号', en: 'Lot number' }, type: 'text', level: 'public', at: ['lot'] },
    expiry: { name: { zh: '保质期至', en: 'Use by' }, type: 'date', level: 'public', at: ['ilmd/itemExpirationDate'] },
    grade: {
      ...{ name: { zh: '等级', en: 'Grade' }, type: 'code', codeList: 'grades' },
      ...{ level: 'public', at: ['ilmd/grade', 'event/grade'] },
    },
    weight: {
      name: { zh: '重量', en: 'Weight' },
      type: 'number',
      unit: 'KGM',
      min: 0,
      max: 25,
      level: 'partner',
      at: ['quantity'],
    },
    permit: {
      name: { zh: '许可证号', en: 'Permit' },
      type: 'text',
      pattern: '^H[0-9]{4}$',
      level: 'chain',
      at: ['event/permit'],
    },
  },
  codeLists: {
    grades: {
      name: { zh: '等级', en: 'Grades' },
      values: [
        { code: '1', name: { zh: '一级', en: 'First' } },
        { code: '2', name: { zh: '二级', en: 'Second' }, includes: ['1'] },
      ],
      ...law,
    },
  },
  stages: [
    {
      ...{ id: 'sale', name: { zh: '销售', en: 'Sale' }, who: ['enterprise'], accepts: ['lot', 'instance'] },
      event: { types: ['ObjectEvent'], bizSteps: ['retail_selling'] },
      ...law,
    },
    {
      ...{ id: 'receipt', name: { zh: '进货', en: 'Receipt' } },
      event: { types: ['ObjectEvent'], bizSteps: ['receiving'] },
      ...law,
    },
  ],
  requirements: [
    { stage: 'receipt', element: 'lotNumber', need: 'required', clause: '§3', ...law },
    { stage: 'receipt', element: 'permit', need: 'conditional', when: 'it.weight > 20.0', ...law },
    { stage: 'receipt', element: 'grade', need: 'optional', ...law },
    { stage: 'receipt', element: 'weight', need: 'optional', ...law },
  ],
  rules: [
    {
      id: 'expired',
      name: { zh: '不卖过期蜂蜜', en: 'No expired honey is sold' },
      stages: ['sale'],
      when: 'days(it.expiry, event.time) > 0',
      effect: 'refuse',
      message: { zh: '蜂蜜已过期', en: 'the honey has expired' },
      wayOut: { zh: '下架并单独存放', en: 'Take it off the shelf and keep it apart' },
      until: '2026-11-30',
      ...law,
    },
    {
      id: 'expired',
      name: { zh: '不卖过期蜂蜜', en: 'No expired honey is sold' },
      stages: ['sale'],
      when: 'days(it.expiry, event.time) >= 0',
      effect: 'flag',
      message: { zh: '蜂蜜今天到期', en: 'the honey expires today' },
      wayOut: { zh: '下架并单独存放', en: 'Take it off the shelf and keep it apart' },
      from: '2026-12-01',
      ...law,
    },
  ],
  licences: [],
  clocks: [],
  ledgers: [],
  filings: [],
  retention: [],
  recallClasses: [],
  publicPage: { groups: [], marks: [] },
  absent: [],
};
