import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { usePageTitle } from '../layout/use-page-title.ts';

interface PageHeadProps {
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly lead: string;
  /** What one does here most. */
  readonly action?: ReactNode;
}

export function PageHead({ title, lead, action }: PageHeadProps): ReactNode {
  const say = useText(shellText);
  const { pathname } = useLocation();
  usePageTitle(title);
  return (
    <header className="page-head">
      <div>
        <div className="page-title">
          <h1>{title}</h1>
          {/* Which guide is of the page, the page of help knows: what is opened first has no list of them. */}
          <Link
            className="page-help"
            to={`/help?${new URLSearchParams({ of: pathname })}`}
            aria-label={say('help.page')}
          >
            {say('help')}
          </Link>
        </div>
        <p className="soft">{lead}</p>
      </div>
      {action}
    </header>
  );
}
