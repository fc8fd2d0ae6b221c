import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useHref, useLocation } from 'react-router';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import type { HelpBeside } from '../pages/help/help-beside.tsx';

/**
 * Opens help beside the page, or as a page in a tab of its own: in both ways nothing that was typed is lost. Which guide is of
 * the page, the help knows: what is opened first has no list of them.
 */
export function PageHelp(): ReactNode {
  const say = useText(shellText);
  const { pathname } = useLocation();
  const to = `/help?${new URLSearchParams({ of: pathname })}`;
  const address = useHref(to);
  const [Beside, setBeside] = useState<typeof HelpBeside>();
  const link = useRef<HTMLAnchorElement>(null);
  // Whoever goes by keyboard is where it was opened once it is gone.
  useEffect(() => (Beside === undefined ? undefined : () => link.current?.focus()), [Beside]);
  const close = (): void => setBeside(undefined);
  const show = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import('../pages/help/help-beside.tsx').then(
      (loaded) => setBeside(() => loaded.HelpBeside),
      () => open(address, '_blank'),
    );
  };
  return (
    <>
      <Link ref={link} className="page-help" to={to} aria-label={say('help.page')} onClick={show}>
        {say('help')}
      </Link>
      {Beside === undefined ? null : <Beside page={pathname} onClose={close} />}
    </>
  );
}
