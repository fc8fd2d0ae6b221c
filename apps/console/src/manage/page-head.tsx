import type { ReactNode } from 'react';
import { usePageTitle } from '../layout/use-page-title.ts';
import { PageHelp } from './page-help.tsx';

interface PageHeadProps {
  readonly title: string;
  /** One sentence on what the page is for. */
  readonly lead: string;
  /** What one does here most. */
  readonly action?: ReactNode;
}

export function PageHead({ title, lead, action }: PageHeadProps): ReactNode {
  usePageTitle(title);
  return (
    <header className="page-head">
      <div>
        <div className="page-title">
          <h1>{title}</h1>
          <PageHelp />
        </div>
        <p className="soft">{lead}</p>
      </div>
      {action}
    </header>
  );
}
