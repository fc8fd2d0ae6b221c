import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { useHelpPlace } from './help-place.ts';

/** From one place of the help to another. In a tab of its own, if one wants, it is a page wherever it stood. */
export function HelpLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  const { follow } = useHelpPlace();
  const go = (event: MouseEvent): void => {
    if (follow === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow(to);
  };
  return (
    <Link to={to} onClick={go}>
      {children}
    </Link>
  );
}
