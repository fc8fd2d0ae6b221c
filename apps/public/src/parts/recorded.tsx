import type { ReactNode } from 'react';
import { tagOf, useWords } from '../i18n/words.ts';

/** Chinese with what stands between its characters. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\p{N}\p{P}·\s]*[\p{Script=Han}\p{N}）”」》])?)/u;

/** Words that somebody recorded: on an English page what is Chinese of them says so, for voices and fonts. */
export function Recorded({ text }: { text: string }): ReactNode {
  const { lang } = useWords();
  if (lang === 'zh' || !CHINESE.test(text)) return text;
  return text.split(CHINESE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} lang={tagOf('zh')}>
        {part}
      </span>
    ),
  );
}
