import type { Fault, UnknownPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { CalledCode } from '../parts/called-code.tsx';
import { CodeCard } from '../parts/code-card.tsx';
import { HelpCard } from '../parts/help-card.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { VerdictBanner } from '../parts/verdict.tsx';
import { safeUrl } from '../safe-url.ts';

/** Says what can be said: what the code says by itself, that nothing is recorded, and what to do now. */
export function UnknownView({ page }: { page: UnknownPage }): ReactNode {
  const { say } = useWords();
  const { given, scheme } = page.code;
  const isStrange = page.verdict === 'unknown-code' && scheme === 'unknown';
  return (
    <div className="columns">
      <div className="column-first">
        <VerdictBanner
          verdict={page.verdict}
          about={<CalledCode code={page.code} />}
          text={say(isStrange ? 'verdict.unknown-scheme.text' : `verdict.${page.verdict}.text`)}
        />
        {page.fault === undefined ? null : <FaultCard fault={page.fault} />}
        <SearchForm value={page.verdict === 'not-a-code' ? given : ''} />
      </div>
      <div className="column-wide">
        <section className="card" aria-labelledby="todo">
          <h2 id="todo">{say('todo.title')}</h2>
          <ul className="steps">
            <li>{say('todo.compare')}</li>
            <li>{say('todo.otherCode')}</li>
            <li>{say('todo.seller')}</li>
          </ul>
          <Elsewhere page={page} />
        </section>
        <CodeCard code={page.code} />
      </div>
      <div className="column-last">
        <HelpCard page={page} />
      </div>
    </div>
  );
}

function FaultCard({ fault }: { fault: Fault }): ReactNode {
  const { say, lang } = useWords();
  return (
    <section className="card" aria-labelledby="fault">
      <h2 id="fault">{say('fault.title')}</h2>
      <p>{say(`fault.${fault.reason}`)}</p>
      <dl className="facts">
        {fault.part === undefined ? null : (
          <div>
            <dt>{say('fault.part')}</dt>
            <dd>{fault.part[lang]}</dd>
          </div>
        )}
        {fault.value === undefined ? null : (
          <div>
            <dt>{say('fault.value')}</dt>
            <dd>
              <code className="wrong">{fault.value}</code>
            </dd>
          </div>
        )}
        {fault.expected === undefined ? null : (
          <div>
            <dt>{say('fault.expected')}</dt>
            <dd>
              <code>{fault.expected}</code>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Elsewhere({ page }: { page: UnknownPage }): ReactNode {
  const { say, lang } = useWords();
  const systems = page.elsewhere ?? [];
  if (systems.length === 0) return null;
  return (
    <>
      <p>{say('todo.elsewhere')}</p>
      <ul className="steps">
        {systems.map(({ name, url }) => {
          const link = safeUrl(url);
          return <li key={name.en}>{link === undefined ? name[lang] : <a href={link}>{name[lang]}</a>}</li>;
        })}
      </ul>
    </>
  );
}
