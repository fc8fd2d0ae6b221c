import type { Language } from '@suyuan/api';

/** BCP 47, for the `lang` attribute and `Accept-Language`. */
export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** The first of a browser's languages that we speak; Chinese where there is none. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split('-');
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'zh';
}
