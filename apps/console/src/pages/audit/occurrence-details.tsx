import { Fragment, type ReactNode } from 'react';
import { auditText } from '../../i18n/audit.ts';
import { useText } from '../../i18n/use-text.ts';

/** What more is known of an occurrence, folded away. */
export function OccurrenceDetails({ details }: { details: readonly (readonly [string, string])[] }): ReactNode {
  const say = useText(auditText);
  return (
    <details>
      <summary>{say('more')}</summary>
      <dl className="facts">
        {details.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
