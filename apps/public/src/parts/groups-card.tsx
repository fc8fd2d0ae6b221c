import type { PublicGroup, PublicMark } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { FactRow } from './fact-row.tsx';

/** What the law of its category has everybody see of it, in the groups of that law. */
export function GroupsCard({
  groups = [],
  marks = [],
}: {
  groups: readonly PublicGroup[] | undefined;
  marks: readonly PublicMark[] | undefined;
}): ReactNode {
  const { say, lang } = useWords();
  if (groups.length === 0 && marks.length === 0) return null;
  const bases = [...new Set(groups.map(({ basis }) => basis[lang]))];
  return (
    <section className="card" aria-labelledby="groups">
      <h2 id="groups">{say('groups.title')}</h2>
      {marks.map(({ id, name, basis }) => (
        <p key={id}>
          <span className="tag">{name[lang]}</span> <small className="hint">{basis[lang]}</small>
        </p>
      ))}
      {groups.map(({ id, name, rows }) => (
        <section key={id} className="item" aria-label={name[lang]}>
          <h3>{name[lang]}</h3>
          <dl className="facts">
            {rows.map((fact, index) => (
              <FactRow key={`${index} ${fact.label.en}`} fact={fact} />
            ))}
          </dl>
        </section>
      ))}
      {bases.length === 0 ? null : (
        <p className="hint">{say('groups.basis', { laws: bases.join(lang === 'zh' ? '；' : '; ') })}</p>
      )}
    </section>
  );
}
