import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { usePageTitle } from '../layout/use-page-title.ts';

export function UnknownPage(): ReactNode {
  const say = useText(shellText);
  usePageTitle(say('unknown.title'));
  return (
    <>
      <h1>{say('unknown.title')}</h1>
      <p>{say('unknown.text')}</p>
      <p>
        <Link to="/">{say('unknown.home')}</Link>
      </p>
    </>
  );
}
