/**
 * 烟花爆竹许可证编号 (烟花爆竹经营许可实施办法, 应急厅〔2020〕31号):
 *
 *   (region) · PF wholesale, LS retail, YH安许证字 production · (year 4) · sequence · 号 or nothing
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

export const fireworks = defineScheme(
  {
    id: 'cn-licence-fireworks',
    name: { zh: '烟花爆竹许可证', en: 'Fireworks licence' },
    names: 'licence',
    standard: '《烟花爆竹经营许可实施办法》，应急厅〔2020〕31号',
    source: '应急厅〔2020〕31号转载（批发、零售）；生产许可编号未见原文',
    effectiveFrom: '2020-07-01',
    confidence: 'sourced',
  },
  {
    fields: [
      { literal: '(' },
      { part: 'region', name: { zh: '发证地', en: 'Region' }, length: [1, 8], alphabet: 'words' },
      { literal: ')' },
      {
        part: 'kind',
        name: { zh: '证种', en: 'Document' },
        length: [2, 6],
        alphabet: 'words',
        oneOf: ['PF', 'LS', 'YH安许证字'],
      },
      { literal: '(' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { literal: ')' },
      { part: 'sequence', name: { zh: '序号', en: 'Sequence' }, length: [1, 9] },
      { part: 'end', name: { zh: '结尾', en: 'End' }, length: 1, alphabet: 'words', oneOf: ['号'], optional: true },
    ],
    fold: plainCapitals,
    check: ({ region = '' }) => (PROVINCES.includes(region.charAt(0)) ? undefined : 'registry'),
    prior: 0,
  },
);
