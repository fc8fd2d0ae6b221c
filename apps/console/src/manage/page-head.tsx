import type { ReactNode } from 'react';
import { usePageTitle } from '../layout/use-page-title.ts';

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
        <h1>{title}</h1>
        <p className="soft">{lead}</p>
      </div>
      {action}
    </header>
  );
}
