import type { ReactNode } from 'react';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { useHelpPlace } from './help-place.ts';

/** The title of what is read. Beside a page, whose own title stays, it is one below. */
export function HelpTitle({ children }: { children: string }): ReactNode {
  const { follow } = useHelpPlace();
  return follow === undefined ? <OfPage title={children} /> : <h2>{children}</h2>;
}

function OfPage({ title }: { title: string }): ReactNode {
  usePageTitle(title);
  return <h1>{title}</h1>;
}
