import { unitWords } from '@suyuan/api';
import type { DrillAmount } from '@suyuan/api/drills';
import { useSettings } from '../../settings/use-settings.ts';
import { useNumber } from '../compliance/balances/use-number.ts';

/** Amounts of each unit of measure, as people write them; empty where there is none. */
export function useAmounts(): (amounts: readonly DrillAmount[]) => string {
  const [{ language }] = useSettings();
  const number = useNumber();
  const comma = { zh: '、', en: ', ' }[language];
  return (amounts) => amounts.map(({ amount, uom }) => `${number(amount)} ${unitWords(uom)[language]}`).join(comma);
}
