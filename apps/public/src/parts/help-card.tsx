import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** The way to complain is never more than a scroll away. */
export function HelpCard(): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="help">
      <h2 id="help">{say('help.title')}</h2>
      <p>{say('help.text')}</p>
      <p>
        <a className="button-call" href="tel:12315">
          {say('help.call')}
        </a>
      </p>
    </section>
  );
}
