/**
 * 卷烟 32 位码, sprayed on cartons of cigarettes in two rows of sixteen: 32 characters.
 *
 *   first row    day of sorting 5 (last digit of the year, month 2, day 2) · case 9 · carton in the case 2
 *   second row   distributor 4 (letters, of old digits) · number of the retailer's licence 12 (division 6, kind 1, sequence 5)
 *
 * Distributors may fill their four at will, and what is printed of the day is told only where it cannot be one.
 */
import { isDate } from '../gs1/ai-checks.ts';
import { defineScheme } from '../scheme.ts';

const NO_DAY = {
  zh: '第一行的月日不存在：可能输错',
  en: 'The month and day in the first row do not exist: it may be mistyped',
};
const LEAP_DECADE = '2000'; // only the last digit of the year is known, and any of them may be a leap year

export const tobacco = defineScheme(
  {
    id: 'cn-tobacco',
    name: { zh: '卷烟 32 位激光码', en: 'Cigarette carton code' },
    names: 'instance',
    standard: '国家烟草专卖局喷码规定',
    source: '东方烟草报 2023-03-23《卷烟也有“身份证”》',
    confidence: 'sourced',
    note: { zh: '数字开头的第二行未见原文', en: 'A second row that begins with digits was not read of' },
  },
  {
    fields: [
      { part: 'year', name: { zh: '分拣年份末位', en: 'Last digit of the year of sorting' }, length: 1 },
      { part: 'day', name: { zh: '分拣月日', en: 'Month and day of sorting' }, length: 4 },
      { part: 'case', name: { zh: '件烟序列号', en: 'Case' }, length: 9 },
      { part: 'carton', name: { zh: '条烟顺序号', en: 'Carton in the case' }, length: 2 },
      { part: 'distributor', name: { zh: '地市公司', en: 'Distributor' }, length: 4, alphabet: 'digits-capitals' },
      { part: 'retailer', name: { zh: '零售许可证号', en: 'Licence of the retailer' }, length: 12 },
    ],
    fold: (text) => text.replace(/\s+/g, '').toUpperCase(),
    check: ({ distributor = '' }) => (/^(?:[A-Z]{4}|\d{4})$/.test(distributor) ? undefined : 'alphabet'),
    evidence: ({ distributor = '' }) =>
      /^[A-Z]/.test(distributor)
        ? [{ bits: 6, text: { zh: '第二行以四个字母开头', en: 'its second row begins with four letters' } }]
        : [],
    findings: ({ day = '' }) => (isDate(`${LEAP_DECADE}${day}`) ? [] : [NO_DAY]),
    isMeant: () => false,
    prior: 3, // 32 digits are a pesticide code if they can be one
  },
);
