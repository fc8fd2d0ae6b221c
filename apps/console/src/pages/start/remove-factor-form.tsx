import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import type { LinkGiven } from './link-given.ts';

/** For who lost its device and its codes: the second step is taken away, after it was confirmed. */
export function RemoveFactorForm({ token, link: { name = '' } }: LinkGiven): ReactNode {
  const say = useText(startText);
  const api = useApi();
  const removing = useMutation({ mutationFn: () => api.send('POST', '/v1/links/second-factor', { token }) });
  return (
    <>
      <h1>{say('factor.title')}</h1>
      {removing.isSuccess ? (
        <>
          <Alert type="success" showIcon title={say('factor.done')} />
          <Link to="/sign-in">{say('signIn')}</Link>
        </>
      ) : (
        <>
          <p>{say('factor.lead', { name })}</p>
          <ProblemAlert error={removing.error} />
          <Button type="primary" size="large" block loading={removing.isPending} onClick={() => removing.mutate()}>
            {say('factor.submit')}
          </Button>
        </>
      )}
    </>
  );
}
