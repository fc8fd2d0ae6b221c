import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** A card in the middle, for whoever is not signed in yet. */
export function SignInLayout(): ReactNode {
  return (
    <div className="sign-in">
      <SkipLink />
      <header className="sign-in-head">
        <Brand />
        <div className="tools">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="sign-in-card">
        <Outlet />
      </main>
    </div>
  );
}
