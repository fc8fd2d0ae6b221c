/** Refusals of quotas and filings. */
import type { ProblemEntry } from './problem-entry.ts';

export const COMPLIANCE_PROBLEMS = {
  'quota.none': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'By its pack nothing counts against a quota of {what}',
      zh: '按规则包，{what} 没有额度',
    },
  },
  'quota.days': {
    status: 400,
    epcis: 'ValidationException',
    title: { en: 'The last day is before the first', zh: '结束日期早于开始日期' },
  },
  'quota.product': {
    status: 400,
    epcis: 'ValidationException',
    title: { en: '{code} is no code of a product', zh: '{code} 不是产品编码' },
  },
  'quota.overlaps': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'Another quota of the same account and product holds on some of these days: withdraw it first',
      zh: '同一账目和产品在这些日子已有额度：请先撤销原来的',
    },
  },
  'filing.nothing': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'Nothing waits to be handed in: all of it was, or nothing of it is recorded in these days',
      zh: '没有待报送的记录：都已报送，或这些日子没有登记',
    },
  },
  'filing.busy': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'Some of it was handed in a moment ago: look at the list, and ask again for the rest',
      zh: '其中一部分刚刚已生成报送：请查看列表，再生成其余部分',
    },
  },
  'filing.receipt-noted': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'Its receipt is noted already: it was sent, and neither changes nor is taken back',
      zh: '已登记回执：已经报送，不能更改或撤回',
    },
  },
  'filing.not-in-it': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'The record {event} is not in this filing; nothing was noted',
      zh: '本次报送中没有记录 {event}，未登记任何内容',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
