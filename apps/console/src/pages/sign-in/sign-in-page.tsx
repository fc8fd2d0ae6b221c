import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { returnPath } from '../../return-path.ts';
import { SESSION_KEY, type Session, type Stage } from '../../session.ts';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';

/** Password first, then what else the server asks for; and back to where one wanted to go. */
export function SignInPage(): ReactNode {
  const say = useText(signInText);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [stage, setStage] = useState<Exclude<Stage, 'full'> | undefined>();
  usePageTitle(say(stage === 'second-factor' ? 'code.title' : 'title'));

  const goOn = (session: Session): void => {
    if (session.stage !== 'full') return setStage(session.stage);
    // What the sign-in answered may be less than the whole session; the page asks for it.
    queries.removeQueries({ queryKey: SESSION_KEY });
    void navigate(returnPath(search), { replace: true });
  };
  if (stage === 'second-factor') return <CodeStep onDone={goOn} onBack={() => setStage(undefined)} />;
  return (
    <>
      {stage === 'enrol' ? <Alert type="info" showIcon title={say('enrol')} /> : null}
      <PasswordStep onDone={goOn} />
    </>
  );
}
