import type { PackDifferenceGroup } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';

const TAGS = { added: 'tag tag-good', removed: 'tag tag-bad', changed: 'tag tag-warning' } as const;

/** What was added, removed and changed of one kind of item. */
export function DifferenceGroup({ group: { of, differences } }: { group: PackDifferenceGroup }): ReactNode {
  const { say, lang } = useWords();
  return (
    <section className="card" aria-labelledby={of}>
      <h2 id={of}>{say(`differences.of.${of}`)}</h2>
      <ul className="changes">
        {differences.map(({ change, name, parts }, index) => (
          <li key={index}>
            <span className={TAGS[change]}>{say(`differences.${change}`)}</span>
            <span>
              {name[lang]}
              {parts.length === 0 ? null : (
                <span className="reason">
                  {say('differences.parts')}
                  {parts.map((part) => part[lang]).join(lang === 'zh' ? '、' : ', ')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
