/**
 * Drugs and veterinary drugs from abroad:
 *
 *   进口药品注册证号, before 国药准字 took its place      H chemical, Z Chinese medicine, S biological, with C from Hong Kong,
 *                                                     Macao and Taiwan · year 4 · sequence 4
 *   进口兽药注册证号                                     (year 4) · 外兽药证字 · sequence 1 to 4 · 号
 */
import { defineScheme } from '../scheme.ts';
import { plainBrackets, plainCapitals } from './brackets.ts';

export const importedDrug = defineScheme(
  {
    id: 'cn-licence-drug-imported',
    name: { zh: '进口药品注册证', en: 'Imported drug registration' },
    names: 'licence',
    standard: '《药品注册管理办法》（2007 局令第28号）',
    source: '办法附则证号格式转载',
    effectiveFrom: '2007-10-01',
    confidence: 'sourced',
    note: {
      zh: '批号也可能是这种形式；境内分包装用大包装的证号前加 B，未收',
      en: 'A lot may have this form too; bulk packs for packing here have a B in front, which is not read',
    },
  },
  {
    fields: [
      {
        part: 'kind',
        name: { zh: '药品类别', en: 'Kind of drug' },
        alphabet: 'capitals',
        oneOf: ['HC', 'ZC', 'SC', 'H', 'Z', 'S'],
      },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: 4 },
    ],
    fold: plainCapitals,
    isMeant: () => false,
    prior: -8, // many lots have a letter and a date
  },
);

export const importedVeterinaryDrug = defineScheme(
  {
    id: 'cn-licence-veterinary-drug-imported',
    name: { zh: '进口兽药注册证', en: 'Imported veterinary drug registration' },
    names: 'licence',
    standard: '《兽药进口管理办法》',
    source: '疫苗标签上的证号，如 （2020）外兽药证字26号；编号规则未见原文',
    confidence: 'unverified',
  },
  {
    fields: [
      { literal: '(' },
      { part: 'year', name: { zh: '年份', en: 'Year' }, length: 4, kind: 'year' },
      { literal: ')' },
      { literal: '外兽药证字' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: [1, 4] },
      { literal: '号' },
    ],
    fold: plainBrackets,
    isMeant: () => false,
    prior: 0,
  },
);
