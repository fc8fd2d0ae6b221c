import type { PackCodeList, PackPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { safeUrl } from '../../safe-url.ts';
import { BasisLine } from './basis.tsx';

/** Each closed until it is looked into. */
export function CodeListSection({ lists }: { lists: readonly PackCodeList[] }): ReactNode {
  const { say, lang } = useWords();
  if (lists.length === 0) return null;
  return (
    <section className="card" aria-labelledby="lists">
      <h2 id="lists">{say('pack.lists')}</h2>
      {lists.map((list) => (
        <details key={list.id}>
          <summary>
            {list.name[lang]} <span className="count">{say('pack.list.count', { n: list.values.length })}</span>
          </summary>
          <dl className="facts">
            {list.values.map(({ code, name }) => (
              <div key={code}>
                <dt>
                  <code>{code}</code>
                </dt>
                <dd>{name[lang]}</dd>
              </div>
            ))}
          </dl>
          <BasisLine of={list} />
        </details>
      ))}
    </section>
  );
}

/** What the law asks and the pack does not hold: nobody takes it for complete. */
export function AbsentSection({ absent }: Pick<PackPage, 'absent'>): ReactNode {
  const { say, lang } = useWords();
  if (absent.length === 0) return null;
  return (
    <section className="card" aria-labelledby="absent">
      <h2 id="absent">{say('pack.absent')}</h2>
      <ul className="steps">
        {absent.map(({ what, why, source }, index) => (
          <li key={index}>
            <strong className="sentence">{what[lang]}</strong>
            <span className="reason">
              {why[lang]}
              {source === undefined ? null : ` · ${source[lang]}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SourceSection({ sources }: Pick<PackPage, 'sources'>): ReactNode {
  const { say, lang } = useWords();
  return (
    <section className="card" aria-labelledby="sources">
      <h2 id="sources">{say('pack.sources')}</h2>
      <ul className="steps">
        {sources.map(({ title, number, inForce, url }, index) => {
          const href = safeUrl(url);
          return (
            <li key={index}>
              {href === undefined ? title[lang] : <a href={href}>{title[lang]}</a>}
              <span className="reason">
                {[number, inForce === undefined ? undefined : say('pack.inForce', { day: inForce })]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
