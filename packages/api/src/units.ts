/** What people call the units that amounts are summed in. */
import type { Text } from '@suyuan/epcis';

const UNIT_WORDS: Readonly<Record<string, Text>> = {
  GRM: { zh: '克', en: 'g' },
  KGM: { zh: '千克', en: 'kg' },
  TNE: { zh: '吨', en: 't' },
  MLT: { zh: '毫升', en: 'mL' },
  LTR: { zh: '升', en: 'L' },
  MTR: { zh: '米', en: 'm' },
  MTK: { zh: '平方米', en: 'm²' },
  H87: { zh: '件', en: 'pieces' },
  C62: { zh: '件', en: 'pieces' },
};

/** Of a code of UN/ECE Recommendation 20; one that is none of these is told as it is. */
export function unitWords(uom: string): Text {
  return UNIT_WORDS[uom] ?? { zh: uom, en: uom };
}
