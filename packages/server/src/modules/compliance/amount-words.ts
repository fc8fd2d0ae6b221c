/** Amounts as findings tell them. */
import { unitWords } from '@suyuan/api';
import type { Text } from '@suyuan/epcis';

/** To a millionth, as pages and workbooks show it, with separators of thousands and without the zeros that decimals end in. */
const AMOUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** With its unit, such as `1,250 千克`. */
export function amountWords(amount: number, uom: string): Text {
  const { zh, en } = unitWords(uom);
  const digits = AMOUNT.format(amount);
  return { zh: `${digits} ${zh}`, en: `${digits} ${en}` };
}
