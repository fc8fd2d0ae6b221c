import { Button } from 'antd';
import type { ReactNode } from 'react';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface AwayStepProps {
  readonly error: Error;
  readonly isTrying: boolean;
  readonly onRetry: () => void;
}

/** The server does not say how far the sign-in is: a password typed now would go nowhere. */
export function AwayStep({ error, isTrying, onRetry }: AwayStepProps): ReactNode {
  const say = useText(signInText);
  return (
    <>
      <h1>{say('title')}</h1>
      <ProblemAlert error={error} />
      <Button type="primary" size="large" block loading={isTrying} onClick={onRetry}>
        {say('retry')}
      </Button>
    </>
  );
}
