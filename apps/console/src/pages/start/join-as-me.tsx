import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Session } from '../../session.ts';
import { useBeginSession } from '../../use-begin-session.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface JoinAsMeProps {
  readonly token: string;
  readonly name: string;
  readonly onAnother: () => void;
}

/** Whoever is signed in joins with the account that it has. */
export function JoinAsMe({ token, name, onAnother }: JoinAsMeProps): ReactNode {
  const say = useText(startText);
  const api = useApi();
  const begin = useBeginSession();
  const joining = useMutation({
    mutationFn: () => api.send<Session>('POST', '/v1/links/invitation', { token }),
    onSuccess: (session) => begin(session),
  });
  return (
    <>
      <p>{say('invitation.signedIn', { name })}</p>
      <ProblemAlert error={joining.error} />
      <Button type="primary" size="large" block loading={joining.isPending} onClick={() => joining.mutate()}>
        {say('invitation.joinAs', { name })}
      </Button>
      <Button type="link" onClick={onAnother}>
        {say('invitation.other')}
      </Button>
    </>
  );
}
