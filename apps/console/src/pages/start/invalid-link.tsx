import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';

/** Where a link opens nothing: why, and what helps. */
export function InvalidLink({ text, error = null }: { text?: string; error?: Error | null }): ReactNode {
  const say = useText(startText);
  const isUsed = error instanceof ApiProblem && error.code === 'link.invalid';
  return (
    <>
      <h1>{say('missing.title')}</h1>
      {text === undefined ? null : <Alert type="warning" showIcon title={text} />}
      <ProblemAlert error={error} />
      {isUsed ? (
        <>
          <p>{say('invalid.used')}</p>
          <p>{say('invalid.ask')}</p>
        </>
      ) : null}
      <p>
        <Link to="/sign-in">{say('signIn')}</Link>
      </p>
    </>
  );
}
