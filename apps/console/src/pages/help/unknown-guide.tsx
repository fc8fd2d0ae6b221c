import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { helpText } from '../../i18n/help.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePageTitle } from '../../layout/use-page-title.ts';

export function UnknownGuide(): ReactNode {
  const say = useText(helpText);
  usePageTitle(say('unknown.title'));
  return (
    <>
      <h1>{say('unknown.title')}</h1>
      <p>{say('unknown.text')}</p>
      <p>
        <Link to="/help">{say('all')}</Link>
      </p>
    </>
  );
}
