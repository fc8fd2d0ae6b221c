/**
 * 特种设备代码, device code of special equipment (TSG 08 and the production rules): 18 characters, 17 under earlier rules.
 *
 *   kind 4 (special-equipment-types.ts) · maker 5 (province 2 · licence 3) · year of making 4 · serial number 5 or 4
 *
 * When the digits of the serial number run out, a letter takes the place of the first.
 */
import type { Reason } from '../parsed.ts';
import { type CodeParts, defineScheme } from '../scheme.ts';
import { EQUIPMENT_TYPES } from './special-equipment-types.ts';

const KIND = { zh: '设备品种', en: 'Kind of equipment' };

export const specialEquipment = defineScheme(
  {
    id: 'cn-special-equipment',
    name: { zh: '特种设备代码', en: 'Special equipment device code' },
    names: 'instance',
    isInUse: true,
    standard: 'TSG 08-2017，《特种设备目录》（2014）',
    source: '特种设备代码编制规则转载（18 位）；17 位旧规则未见原文',
    effectiveFrom: '2014-10-30',
    confidence: 'sourced',
    note: { zh: '17 位旧码按未核实处理', en: 'The older form of 17 characters is unverified' },
  },
  {
    fields: [
      {
        part: 'kind',
        name: KIND,
        length: 4,
        alphabet: 'digits-capitals',
        oneOf: [...EQUIPMENT_TYPES.keys()],
      },
      {
        part: 'makerProvince',
        name: { zh: '制造单位所在地', en: 'Province of the maker' },
        length: 2,
        kind: 'province',
      },
      { part: 'makerLicence', name: { zh: '制造许可序号', en: 'Licence of the maker' }, length: 3 },
      { part: 'year', name: { zh: '制造年份', en: 'Year of making' }, length: 4, kind: 'year' },
      { part: 'serial', name: { zh: '顺序号', en: 'Serial number' }, length: [4, 5], alphabet: 'digits-capitals' },
    ],
    check: checkSerial,
    prior: -2,
  },
);

function checkSerial({ serial = '' }: CodeParts): Reason | undefined {
  return /^[0-9A-Z]\d+$/.test(serial) ? undefined : 'alphabet';
}
