import type { PackSummary, StandardsPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { ForPrograms } from '../parts/for-programs.tsx';

/** All kinds of products whose records are judged: what each is for, how much it holds, what changes next. */
export function StandardsView({ page: { packs } }: { page: StandardsPage }): ReactNode {
  const { say } = useWords();
  return (
    <div className="home">
      <section className="hero" aria-labelledby="standards">
        <h1 id="standards">{say('standards.title')}</h1>
        <p>{packs.length === 0 ? say('standards.none') : say('standards.lead')}</p>
      </section>
      {packs.map((pack) => (
        <Pack key={pack.id} pack={pack} />
      ))}
      <ForPrograms
        addresses={[
          ['standards.api.packs', '/v1/standards/packs'],
          ['standards.api.elements', '/v1/standards/elements'],
          ['standards.api.schemas', '/v1/standards/schemas'],
        ]}
      />
    </div>
  );
}

function Pack({ pack }: { pack: PackSummary }): ReactNode {
  const { say, lang } = useWords();
  const { id, version, name, counts, laws, next } = pack;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/standards/${id}${lang === 'en' ? '?lang=en' : ''}`}>{name[lang]}</a>
        <span className="tag">{say('standards.version', { version })}</span>
      </h2>
      <p>{say('standards.counts', { ...counts })}</p>
      <p className="hint">
        {say('standards.for')}
        {lang === 'zh' ? '：' : ': '}
        {laws.map((law) => law[lang]).join(lang === 'zh' ? '、' : '; ')}
      </p>
      {next === undefined ? (
        <p className="hint">{say('standards.noNext')}</p>
      ) : (
        <>
          <p>
            <strong>{say('standards.next', { day: next.day })}</strong>
          </p>
          <ul className="steps">
            {next.says.map((says, index) => (
              <li className="sentence" key={index}>
                {says[lang]}
              </li>
            ))}
          </ul>
          {next.more === 0 ? null : <p className="hint">{say('standards.more', { n: next.more })}</p>}
        </>
      )}
    </section>
  );
}
