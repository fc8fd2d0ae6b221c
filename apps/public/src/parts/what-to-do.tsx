import type { CodePage, CodeVerdict, Contact } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Named } from './named.tsx';
import { Telephone } from './telephone.tsx';

/** Verdicts that a notice brings: the page warns of the goods. */
const ALARMS: ReadonlySet<CodeVerdict> = new Set([
  'recalled',
  'failed',
  'expired',
  'gone',
  'part-affected',
  'ingredient-affected',
]);

export function isAlarm(verdict: CodeVerdict): boolean {
  return ALARMS.has(verdict);
}

/** What a person who holds such goods does: stop, keep, return, ask the maker, call. */
export function WhatToDo({ page }: { page: CodePage }): ReactNode {
  const { say } = useWords();
  if (!isAlarm(page.verdict)) return null;
  return (
    <section className="card" aria-labelledby="do">
      <h2 id="do">{say('do.title')}</h2>
      <ol className="steps">
        <li>{say('do.stop')}</li>
        <li>{say('do.keep')}</li>
        <li>{say('do.return')}</li>
        {page.contacts.map((contact) => (
          <ContactStep key={contact.as} contact={contact} />
        ))}
        <li>
          {say('do.call')} <a href="tel:12315">12315</a>
        </li>
      </ol>
    </section>
  );
}

export function ContactStep({ contact: { as, name, telephone } }: { contact: Contact }): ReactNode {
  const { say } = useWords();
  return (
    <li>
      {say(`do.${as}`)}
      <Named name={name} />
      {telephone === undefined ? null : (
        <>
          {' '}
          <Telephone number={telephone} />
        </>
      )}
    </li>
  );
}
