import { BankOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import type { Session } from '../session.ts';

/** For which organisation one works at the moment. */
export function OrganisationPlace({ session: { organisation } }: { session: Session }): ReactNode {
  const say = useText(shellText);
  return (
    <div className="organisation">
      <BankOutlined aria-hidden />
      <span className="unseen">{say('organisation')}: </span>
      <span className="organisation-name">{organisation?.name ?? say('noOrganisation')}</span>
      {organisation?.via === undefined ? null : (
        <span className="organisation-by">{say('actingFor', { name: organisation.via.name ?? '' })}</span>
      )}
    </div>
  );
}
