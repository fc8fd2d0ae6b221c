/**
 * 特种设备注册代码, registration code of special equipment: 20 characters, given by the authority that registered the
 * equipment, before TSG 08-2017 put the registration for use in its place. A lift has it beside its device code.
 *
 *   kind 4 · division of the authority 6 · year of registration 4 · month 2 · serial number 4
 *
 * The kind is of the catalogue of its day (2004 or 2014), so the list of today is evidence and no condition.
 */
import { defineScheme, type Evidence } from '../scheme.ts';
import { EQUIPMENT_TYPES } from './special-equipment-types.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const IN_CATALOGUE: Evidence = {
  bits: 7, // 70 kinds among ten thousand
  text: { zh: '设备品种在特种设备目录中', en: 'its kind is in the catalogue of special equipment' },
};

export const equipmentRegistration = defineScheme(
  {
    id: 'cn-equipment-registration',
    name: { zh: '特种设备注册代码', en: 'Registration code of special equipment' },
    names: 'instance',
    isInUse: true,
    standard: '《特种设备注册登记与使用管理规则》（质技监局锅发〔2001〕57号）',
    source: '特种设备注册代码编制规定转载，如 21603101012006010101；公布的电梯检验清单，如 31103506002016053337',
    confidence: 'sourced',
    note: {
      zh: '同一代码可能因设备状态变化重复出现',
      en: 'A code may be met again where the status of the equipment changed',
    },
  },
  {
    fields: [
      { part: 'kind', name: { zh: '设备品种', en: 'Kind of equipment' }, length: 4, alphabet: 'digits-capitals' },
      {
        part: 'division',
        name: { zh: '登记机关所在地', en: 'Division of the authority' },
        length: 6,
        kind: 'division',
      },
      { part: 'year', name: { zh: '登记年份', en: 'Year of registration' }, length: 4, kind: 'year' },
      { part: 'month', name: { zh: '登记月份', en: 'Month of registration' }, length: 2, oneOf: MONTHS },
      { part: 'serial', name: { zh: '顺序号', en: 'Serial number' }, length: 4 },
    ],
    fold: (text) => text.toUpperCase(),
    // Equipment is of the classes 1 to 9; 8, pipelines, is registered by length, and 20 digits from 8 on are drugs.
    check: ({ kind = '' }) => (/^[1-79][0-9A-Z]{3}$/.test(kind) ? undefined : 'registry'),
    evidence: ({ kind = '' }) => (EQUIPMENT_TYPES.has(kind) ? [IN_CATALOGUE] : []),
    firstDigits: '12345679',
    prior: 0,
  },
);
