/**
 * 民用爆炸物品许可证编号 (民用爆炸物品安全管理条例): production and sale are licensed by the ministry of industry,
 *
 *   MB · 生许证字|销许证字|安许证字 · - or nothing · (year or sequence) · sequence · 号
 *
 * purchase, transport and blasting by the police, whose numbers have no published form (`cn-licence-explosives-police`).
 */
import { opaqueScheme } from '../cn/opaque.ts';
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';

export const civilExplosives = defineScheme(
  {
    id: 'cn-licence-explosives',
    name: { zh: '民用爆炸物品许可证', en: 'Civil explosives licence' },
    names: 'licence',
    standard: '《民用爆炸物品安全管理条例》（国务院令第466号，2014 修订）',
    source: '未见编号规则原文',
    effectiveFrom: '2006-09-01',
    confidence: 'unverified',
  },
  {
    fields: [
      { literal: 'MB' },
      {
        part: 'kind',
        name: { zh: '证种', en: 'Document' },
        length: 4,
        alphabet: 'words',
        oneOf: ['生许证字', '销许证字', '安许证字'],
      },
      { part: 'number', name: { zh: '编号', en: 'Number' }, length: [3, 24], alphabet: 'visible' },
      { literal: '号' },
    ],
    fold: plainCapitals,
    check: ({ number = '' }) => (/^-?\([0-9A-Z]+\)(?:-?\d+)*$/.test(number) ? undefined : 'alphabet'),
    prior: 0,
  },
);

export const explosivesPolice = opaqueScheme({
  id: 'cn-licence-explosives-police',
  name: { zh: '民用爆炸物品购买、运输、爆破许可', en: 'Police permit for civil explosives' },
  names: 'licence',
  standard: '《民用爆炸物品安全管理条例》（国务院令第466号，2014 修订）',
  source: '未见编号规则原文',
  confidence: 'unverified',
});
