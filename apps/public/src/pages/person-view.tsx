import type { UnknownPage } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { SearchForm } from '../parts/search-form.tsx';
import { VerdictBanner } from '../parts/verdict.tsx';

/** What codes look like; GS1's example of a 13-digit number, and a drug code that stands for nothing. */
const LOOKS = [
  ['person.codes.bar', '6901234567892'],
  ['person.codes.drug', '81234560000000000017'],
  ['person.codes.lot', '(01)06901234567892(10)L2601'],
] as const;

export function isPersonal({ fault }: UnknownPage): boolean {
  return fault?.reason === 'personal-number';
}

/** The number of a person in place of a code: nothing was mistyped, and nothing of it is shown, stars included. */
export function PersonView({ page }: { page: UnknownPage }): ReactNode {
  const { say, lang } = useWords();
  const { reasons = [] } = page.code;
  return (
    <div className="columns">
      <div className="column-first">
        <VerdictBanner
          verdict={page.verdict}
          icon="question"
          title={say('person.title')}
          text={say('fault.personal-number')}
        />
        <SearchForm />
      </div>
      <div className="column-wide">
        <section className="card" aria-labelledby="looks">
          <h2 id="looks">{say('person.codes')}</h2>
          <ul className="steps looks">
            <li>{say('person.codes.qr')}</li>
            {LOOKS.map(([key, example]) => (
              <li key={key}>
                {say(key)} <code>{example}</code>
              </li>
            ))}
          </ul>
        </section>
        <section className="card" aria-labelledby="why">
          <h2 id="why">{say('person.why')}</h2>
          <p className="sentence">
            {reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')}
            {lang === 'zh' ? '。' : '.'}
          </p>
          <p className="hint">{say('person.address')}</p>
        </section>
      </div>
    </div>
  );
}
