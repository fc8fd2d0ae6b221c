/**
 * 特种设备使用登记证编号 (TSG 08-2017):
 *
 *   kind of equipment 1 character (锅 容 瓶 管 梯 起 索 游 车) · kind within it 2 · province 1 · place A–Z 1 · sequence 5,
 *   on many that are in use 4 · (last two digits of the year)
 */
import { defineScheme } from '../scheme.ts';
import { plainCapitals } from './brackets.ts';
import { PROVINCES } from './provinces.ts';

export const specialEquipmentRegistration = defineScheme(
  {
    id: 'cn-licence-special-equipment-use',
    name: { zh: '特种设备使用登记证', en: 'Special equipment registration for use' },
    names: 'licence',
    standard: 'TSG 08-2017 附件',
    source: '公布的电梯检验清单，如 梯11闽E3622(16)；编号规则未见原文',
    effectiveFrom: '2017-08-01',
    confidence: 'unverified',
  },
  {
    fields: [
      {
        part: 'equipment',
        name: { zh: '设备种类', en: 'Equipment' },
        length: 1,
        alphabet: 'words',
        oneOf: [...'锅容瓶管梯起索游车'],
      },
      { part: 'kind', name: { zh: '设备类别', en: 'Kind' }, length: 2, alphabet: 'digits-capitals' },
      { part: 'province', name: { zh: '省份', en: 'Province' }, length: 1, alphabet: 'words', oneOf: PROVINCES },
      { part: 'place', name: { zh: '登记机关', en: 'Place' }, length: 1, alphabet: 'capitals' },
      { part: 'sequence', name: { zh: '顺序号', en: 'Sequence' }, length: [4, 5], alphabet: 'digits-capitals' },
      { literal: '(' },
      { part: 'year', name: { zh: '登记年份', en: 'Year' }, length: 2 },
      { literal: ')' },
    ],
    fold: plainCapitals,
    prior: 0,
  },
);
