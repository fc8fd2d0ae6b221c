import { Grid } from 'antd';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ApiProblem } from '../api.ts';
import { LineBar } from '../offline/line-bar.tsx';
import { useHoldForms } from '../offline/use-hold-forms.ts';
import { useKeepSending } from '../offline/use-keep-sending.ts';
import { DemonstrationBar } from '../pages/demonstration/demonstration-bar.tsx';
import { Failure } from '../pages/failure.tsx';
import { useProblemText } from '../problem-text.ts';
import { signInPath } from '../return-path.ts';
import { standpoint, useSession } from '../session.ts';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Loading } from './loading.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import { OrganisationPlace } from './organisation-place.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SideMenu } from './side-menu.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Header, menu and the page, for whoever is signed in; others are led to sign in. */
export function AppLayout(): ReactNode {
  const { pathname, search, hash } = useLocation();
  const session = useSession();
  const problemText = useProblemText();
  const isWide = Grid.useBreakpoint().md === true;
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, pathname);
  useKeepSending();
  useHoldForms();

  if (session.isPending) return <Loading />;
  if (session.isError) {
    // The API leads to the sign-in page by itself.
    if (session.error instanceof ApiProblem && session.error.code === 'session.missing') return <Loading />;
    return <Failure text={problemText(session.error)} onRetry={() => void session.refetch()} />;
  }
  const { stage, person } = session.data;
  if (stage !== 'full' || person === undefined) return <Navigate to={signInPath(pathname + search + hash)} replace />;
  return (
    <div className="app">
      <SkipLink />
      <header className="app-head">
        {isWide ? <Brand /> : <MenuDrawer />}
        <OrganisationPlace session={session.data} />
        <div className="tools">
          {isWide ? (
            <>
              <LanguageSwitch />
              <ThemeSwitch />
            </>
          ) : null}
          <PersonMenu person={person} />
        </div>
      </header>
      <DemonstrationBar />
      <LineBar />
      <div className="app-body">
        {isWide ? <SideMenu /> : null}
        <main id="main" tabIndex={-1} ref={main}>
          {/* A page of one organisation is none of another's, with what was typed there. */}
          <Fragment key={standpoint(session.data)}>
            <Outlet />
          </Fragment>
        </main>
      </div>
    </div>
  );
}

/** Whoever goes by keyboard or screen reader is at the new page, not at the link that led there. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>, pathname: string): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
  }, [main, pathname]);
}
