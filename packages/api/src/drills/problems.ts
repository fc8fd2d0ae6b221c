/** Why no drill was held. */
import type { ProblemEntry } from '../problem-entry.ts';

export const DRILL_PROBLEMS = {
  'drill.nothing': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'No lot was recorded within a year that could be picked: record one, or name one',
      zh: '一年内没有登记过可抽取的批次：请先登记，或指定一个批次',
    },
  },
  'drill.class': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: '{code} names a product: a drill is of a lot or a single unit of it',
      zh: '{code} 是产品编码：模拟召回针对一个批次或单件',
    },
  },
  'drill.unknown': {
    status: 404,
    epcis: 'NoSuchResourceException',
    title: { en: 'Nothing is recorded of {code}', zh: '没有 {code} 的记录' },
  },
} as const satisfies Record<string, ProblemEntry>;
