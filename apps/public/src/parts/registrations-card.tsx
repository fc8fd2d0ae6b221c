import type { Fact } from '@suyuan/api/public-page';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { FactRow } from './fact-row.tsx';

/** Numbers that stand on the package, under which the authorities have the goods and who made them. */
export function RegistrationsCard({ registrations = [] }: { registrations: readonly Fact[] | undefined }): ReactNode {
  const { say } = useWords();
  if (registrations.length === 0) return null;
  return (
    <section className="card" aria-labelledby="registrations">
      <h2 id="registrations">{say('registrations.title')}</h2>
      <dl className="facts">
        {registrations.map((fact) => (
          <FactRow key={`${fact.label.en} ${fact.value}`} fact={fact} />
        ))}
      </dl>
      <p className="hint">{say('registrations.hint')}</p>
    </section>
  );
}
