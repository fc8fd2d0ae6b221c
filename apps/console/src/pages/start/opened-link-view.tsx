import type { ReactNode } from 'react';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Organisation } from '../../session.ts';

/** What `/v1/links/open` tells of a link that is still good. */
export interface OpenedLink {
  readonly purpose: 'first-start' | 'invitation' | 'password-reset' | 'second-factor-reset';
  readonly person?: { readonly name?: string };
  readonly organisation?: Pick<Organisation, 'name'>;
}

/** Whom the link is for, and what it is for. */
export function OpenedLinkView({ link: { purpose, person, organisation } }: { link: OpenedLink }): ReactNode {
  const say = useText(startText);
  return (
    <>
      <p className="lead">
        {person?.name === undefined ? say('welcomeUnnamed') : say('welcome', { name: person.name })}
      </p>
      <p>{say(`purpose.${purpose}`)}</p>
      {organisation === undefined ? null : (
        <p>
          <span className="soft">{say('organisation')} </span>
          <strong>{organisation.name}</strong>
        </p>
      )}
    </>
  );
}
