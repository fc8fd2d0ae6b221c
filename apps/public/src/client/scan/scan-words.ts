import { enScan } from '../../i18n/en-scan.ts';
import { zhScan } from '../../i18n/zh-scan.ts';

export type ScanWord = keyof typeof zhScan;

/** In the language of the page. */
export function scanWords(page: Document): (word: ScanWord) => string {
  const table: Readonly<Record<ScanWord, string>> = page.documentElement.lang === 'en' ? enScan : zhScan;
  return (word) => table[word];
}
