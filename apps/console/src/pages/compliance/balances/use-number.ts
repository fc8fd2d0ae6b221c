import { LANGUAGE_TAGS } from '../../../settings/language.ts';
import { useSettings } from '../../../settings/use-settings.ts';

/** Records have no more: grams of a tonne are six. */
const DIGITS_MAX = 6;

/** Gives a number as it is read: with separators of thousands, and a true minus. */
export function useNumber(): (amount: number) => string {
  const [{ language }] = useSettings();
  const format = new Intl.NumberFormat(LANGUAGE_TAGS[language], { maximumFractionDigits: DIGITS_MAX });
  return (amount) => format.format(amount).replace('-', '−');
}
