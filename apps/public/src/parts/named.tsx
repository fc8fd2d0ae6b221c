import type { Name } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { nameIn, tagOf, useWords } from '../i18n/words.ts';

/** A name in the page's language; one only recorded in the other language says so to screen readers. */
export function Named({ name, otherwise }: { name: Name | undefined; otherwise?: ReactNode }): ReactNode {
  const { lang } = useWords();
  const found = nameIn(name, lang);
  if (found === undefined) return otherwise ?? null;
  // Some record the Chinese name as the English one too.
  const isChinese = found.lang === 'zh' || /\p{Script=Han}/u.test(found.text);
  return isChinese && lang === 'en' ? (
    <bdi lang={tagOf('zh')}>{found.text}</bdi>
  ) : (
    <bdi lang={found.lang === lang ? undefined : tagOf(found.lang)}>{found.text}</bdi>
  );
}
