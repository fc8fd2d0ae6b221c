import type { Name } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { nameIn, tagOf, useWords } from '../i18n/words.ts';

/** A name in the page's language; one only recorded in the other language says so to screen readers. */
export function Named({ name, otherwise }: { name: Name | undefined; otherwise?: ReactNode }): ReactNode {
  const { lang } = useWords();
  const found = nameIn(name, lang);
  if (found === undefined) return otherwise ?? null;
  return found.lang === lang ? <bdi>{found.text}</bdi> : <bdi lang={tagOf(found.lang)}>{found.text}</bdi>;
}
