import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../i18n/words.ts';

/** Addresses of the same as data. */
export function ForPrograms({ addresses }: { addresses: readonly (readonly [WordKey, string])[] }): ReactNode {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="programs">
      <h2 id="programs">{say('standards.programs')}</h2>
      <p className="hint">{say('standards.programs.text')}</p>
      <ul className="steps">
        {addresses.map(([label, path]) => (
          <li key={path}>
            {say(label)}{' '}
            <a href={path}>
              <code>{path}</code>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
