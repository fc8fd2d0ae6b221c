import type { Basis } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

/** The law, how sure it is that it says so, and from when until when. */
export function BasisLine({ of }: { of: Basis }): ReactNode {
  const { say, lang } = useWords();
  const { basis, confidence, from, until } = of;
  const isSure = confidence === 'A' || confidence === 'V';
  return (
    <p className="hint">
      {say('pack.basis')}
      {basis[lang]}
      <span className={isSure ? 'tag' : 'tag tag-warning'}>{say(`pack.confidence.${confidence}`)}</span>
      {from === undefined ? null : <span className="tag tag-good">{say('pack.from', { day: from })}</span>}
      {until === undefined ? null : <span className="tag tag-warning">{say('pack.until', { day: until })}</span>}
    </p>
  );
}
