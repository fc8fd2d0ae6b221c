import type { LinkBody } from '@suyuan/api';
import type { ReactNode } from 'react';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';

/** Whom the link is for, and what it is for. */
export function OpenedLinkView({ link: { purpose, name, organisation } }: { link: LinkBody }): ReactNode {
  const say = useText(startText);
  return (
    <>
      <p className="lead">{name === undefined ? say('welcomeUnnamed') : say('welcome', { name })}</p>
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
