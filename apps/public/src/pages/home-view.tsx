import type { HomePage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { HelpCard } from '../parts/help-card.tsx';
import { SearchForm } from '../parts/search-form.tsx';

const ASKS = ['home.ask.source', 'home.ask.path', 'home.ask.recall', 'home.ask.proof'] as const;
const CODES = ['home.codes.gs1', 'home.codes.national', 'home.codes.other'] as const;

export function HomeView({ page }: { page: HomePage }): ReactNode {
  const { say } = useWords();
  return (
    <div className="home">
      <section className="hero" aria-labelledby="hero">
        <h1 id="hero">{say('home.title')}</h1>
        <p>{say('home.lead')}</p>
        <SearchForm big />
        <Examples page={page} />
      </section>
      <section className="card" aria-labelledby="asks">
        <h2 id="asks">{say('home.canAsk')}</h2>
        <dl className="asks">
          {ASKS.map((key) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{say(`${key}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={page.lang === 'en' ? '/standards?lang=en' : '/standards'}>{say('standards.link')}</a>
        </p>
      </section>
      <section className="card" aria-labelledby="kinds">
        <h2 id="kinds">{say('home.codes')}</h2>
        <ul className="steps">
          {CODES.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </section>
      <HelpCard />
    </div>
  );
}

function Examples({ page }: { page: HomePage }): ReactNode {
  const { say, lang } = useWords();
  const examples = page.examples ?? [];
  // An example that has no answer here teaches that the page has none.
  if (examples.length === 0) return null;
  return (
    <p className="examples">
      {say('home.examples')}
      {examples.map(({ code, label }) => (
        <a key={code} href={`/q?code=${encodeURIComponent(code.toWellFormed())}${lang === 'en' ? '&lang=en' : ''}`}>
          {label[lang]}
        </a>
      ))}
    </p>
  );
}
