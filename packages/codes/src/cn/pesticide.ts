/**
 * 农药追溯码, unit code on pesticide labels (农业部公告第2579号): 32 digits.
 *
 *   kind of registration 1 (1 PD, 2 WP, 3 temporary) · last 6 digits of the registration number · kind of production 1
 *   (1 own, 2 made under contract, 3 packed under contract) · package 3 · random 21
 *
 * So the first seven digits must agree with the registration number on the same label.
 */
import type { Reason } from '../parsed.ts';
import { defineScheme } from '../scheme.ts';

export const pesticide = defineScheme(
  {
    id: 'cn-pesticide',
    name: { zh: '农药追溯码', en: 'Pesticide unit code' },
    names: 'instance',
    standard: '农业部公告第2579号',
    source: '农业部公告第2579号转载',
    effectiveFrom: '2018-01-01',
    confidence: 'sourced',
  },
  {
    fields: [
      {
        part: 'registrationKind',
        name: { zh: '登记类别', en: 'Kind of registration' },
        length: 1,
        oneOf: ['1', '2', '3'],
      },
      { part: 'registration', name: { zh: '登记证号后六位', en: 'Last six of the registration number' }, length: 6 },
      { part: 'production', name: { zh: '生产类型', en: 'Kind of production' }, length: 1, oneOf: ['1', '2', '3'] },
      { part: 'package', name: { zh: '规格码', en: 'Package' }, length: 3 },
      { part: 'serial', name: { zh: '随机码', en: 'Random number' }, length: 21 },
    ],
    prior: 8,
  },
);

const KINDS: Readonly<Record<string, string>> = { PD: '1', WP: '2', LS: '3' };

/**
 * Whether the unit code is of the product with that registration number (`PD20070611`). `registry` where the two
 * contradict each other, the code's own reason where it is not well-formed, undefined where they agree.
 */
export function refusePesticideOf(code: string, registrationNumber: string): Reason | undefined {
  const read = pesticide.parse(code);
  if (!read.ok) return read.reason;
  const [, kind = '', digits = ''] = /^(PD|WP|LS)(\d{5,})/.exec(registrationNumber.toUpperCase()) ?? [];
  const { registrationKind, registration } = read.value;
  return KINDS[kind] === registrationKind && digits.slice(-6).padStart(6, '0') === registration
    ? undefined
    : 'registry';
}
