import type { Code } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { kindOf, writtenOf } from '../short-code.ts';

/** The banner names the code; one longer than this is shown whole further down. */
const LENGTH_MAX = 80;

/** What a page calls something that has no name: the kind of its number, and the number. */
export function CalledCode({ code }: { code: Code }): ReactNode {
  const { lang } = useWords();
  const [kind, written] = [kindOf(code, lang), writtenOf(code)];
  return (
    <>
      {kind === undefined ? null : `${kind} `}
      <code>{written.length > LENGTH_MAX ? `${written.slice(0, LENGTH_MAX)}…` : written}</code>
    </>
  );
}
