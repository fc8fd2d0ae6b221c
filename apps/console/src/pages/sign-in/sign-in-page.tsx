import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ApiProblem, useApi } from '../../api.ts';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loading } from '../../layout/loading.tsx';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { returnPath } from '../../return-path.ts';
import { type Session, SIGNING_IN_KEY, signOut } from '../../session.ts';
import { useBeginSession } from '../../use-begin-session.ts';
import { ReturnedAlert } from '../providers/returned-alert.tsx';
import { useReturnedError } from '../providers/use-returned-error.ts';
import { AwayStep } from './away-step.tsx';
import { CodeStep } from './code-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { PasswordStep } from './password-step.tsx';
import { SignedInStep } from './signed-in-step.tsx';

/** Password first, then what else the server asks for; and back to where one wanted to go. */
export function SignInPage(): ReactNode {
  const say = useText(signInText);
  const api = useApi();
  const queries = useQueryClient();
  const begin = useBeginSession();
  const [search] = useSearchParams();
  const failed = useReturnedError();
  // Whoever loads the page anew, or comes from a link, is where the sign-in stands.
  const signingIn = useQuery({
    queryKey: SIGNING_IN_KEY,
    queryFn: () => api.get<Session>('/v1/session').catch(nullWhereNobodyIs),
    gcTime: 0,
    staleTime: Infinity,
  });
  const stage = signingIn.data?.stage;
  usePageTitle(say(stage === 'second-factor' ? 'code.title' : 'title'));

  const goOn = (session: Session): void => {
    if (session.stage === 'full') begin(session, returnPath(search));
    else queries.setQueryData(SIGNING_IN_KEY, session);
  };
  const startOver = (): void => {
    // The half session ends by itself if this fails.
    void signOut(api).catch(() => undefined);
    queries.setQueryData(SIGNING_IN_KEY, null);
  };
  if (signingIn.isPending) return <Loading />;
  if (signingIn.isError)
    return (
      <AwayStep error={signingIn.error} isTrying={signingIn.isFetching} onRetry={() => void signingIn.refetch()} />
    );
  if (stage === 'second-factor') return <CodeStep onDone={goOn} onBack={startOver} />;
  if (stage === 'enrol') return <EnrolStep onDone={goOn} />;
  if (stage === 'full' && failed === undefined) return <Navigate to={returnPath(search)} replace />;
  return (
    <>
      <ReturnedAlert code={failed} />
      {stage === 'full' ? (
        <SignedInStep />
      ) : (
        <>
          <PasswordStep onDone={goOn} />
          <OtherAccounts path={returnPath(search)} />
        </>
      )}
    </>
  );
}

/** Nobody is signed in where the server says so; what else went wrong is told. */
function nullWhereNobodyIs(error: unknown): null {
  if (error instanceof ApiProblem && error.code === 'session.missing') return null;
  throw error;
}
