import type { Span } from '@suyuan/api/public-page';
import type { Words } from '../../i18n/words.ts';

/** `30 个工作日`, `30 working days`; `1 day` where it is one. */
export function spanText({ say, lang }: Words, { amount, unit }: Span): string {
  const text = say(`span.${unit}`, { n: amount });
  return lang === 'en' && amount === 1 ? text.replace(/s$/, '') : text;
}
