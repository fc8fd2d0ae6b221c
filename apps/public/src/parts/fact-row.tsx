import type { Fact } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Recorded } from './recorded.tsx';

/** A fact with its label, and what was found where it is a test. */
export function FactRow({ fact }: { fact: Fact }): ReactNode {
  const { lang } = useWords();
  return (
    <div>
      <dt>
        <Recorded text={fact.label[lang]} />
      </dt>
      <dd>
        {fact.found?.[lang] === fact.value ? null : (
          <bdi>
            <Recorded text={fact.value} />
          </bdi>
        )}
        {fact.found === undefined ? null : (
          <span className={`tag${fact.status === undefined ? '' : ` tag-${fact.status}`}`}>{fact.found[lang]}</span>
        )}
      </dd>
    </div>
  );
}
