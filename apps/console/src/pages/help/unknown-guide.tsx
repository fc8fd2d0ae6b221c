import type { ReactNode } from 'react';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { HelpLink } from './help-link.tsx';
import { HelpTitle } from './help-title.tsx';

export function UnknownGuide(): ReactNode {
  const say = useText(helpText);
  return (
    <>
      <HelpTitle>{say('unknown.title')}</HelpTitle>
      <p>{say('unknown.text')}</p>
      <p>
        <HelpLink to="/help">{say('all')}</HelpLink>
      </p>
    </>
  );
}
