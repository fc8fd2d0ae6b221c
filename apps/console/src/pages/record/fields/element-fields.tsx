import type { FormField, StageFormBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { recordText } from '../../../i18n/record.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { ToldAt } from '../told-at.ts';
import { ElementField } from './element-field.tsx';
import { PartyField } from './party-field.tsx';

interface ElementFieldsProps {
  readonly form: StageFormBody;
  readonly told: ToldAt;
  /** What was put into the form without being typed. */
  readonly onTaken: () => void;
}

/** What the law asks of the stage: what is always needed first, what may be needed next, the rest behind a line. */
export function ElementFields({ form, told, onTaken }: ElementFieldsProps): ReactNode {
  const say = useText(recordText);
  const shown = form.fields.filter(({ entered, fixed }) => entered === 'value' && fixed === undefined);
  const isTold = ({ element }: FormField): boolean => told.of(`values/${element}`).length > 0;
  const [required, conditional, optional] = (['required', 'conditional', 'optional'] as const).map((need) =>
    shown.filter((field) => field.need === need),
  );
  const list = (fields: readonly FormField[] = []): ReactNode =>
    fields.map((field) => <ElementField key={field.element} field={field} told={told.of(`values/${field.element}`)} />);
  // Who the goods come from or go to joins the chain: it is not behind a line where they change hands.
  const asked = ({ in: 'from', out: 'to', none: undefined } as const)[form.handover];
  const parties = (['from', 'to'] as const).filter((name) => name !== asked);
  const isOpen = optional?.some(isTold) === true || parties.some((name) => told.of(name).length > 0);
  return (
    <>
      {asked === undefined ? null : (
        <section className="section" aria-label={say('part.handover')}>
          <PartyField name={asked} told={told.of(asked)} onTaken={onTaken} />
        </section>
      )}
      {required?.length === 0 ? null : (
        <section className="section" aria-label={say('part.required')}>
          <h2>{say('part.required')}</h2>
          {list(required)}
        </section>
      )}
      {conditional?.length === 0 ? null : (
        <section className="section" aria-label={say('part.conditional')}>
          <h2>{say('part.conditional')}</h2>
          {list(conditional)}
        </section>
      )}
      <details className="section" open={isOpen || undefined}>
        <summary>{say('part.optional', { count: (optional?.length ?? 0) + parties.length })}</summary>
        {parties.map((name) => (
          <PartyField key={name} name={name} told={told.of(name)} onTaken={onTaken} />
        ))}
        {list(optional)}
      </details>
    </>
  );
}
