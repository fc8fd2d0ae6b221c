import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Session } from '../../session.ts';
import { useBeginSession } from '../../use-begin-session.ts';
import { type NewPerson, NewPersonFields } from '../account/new-person-fields.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { JoinByProvider } from './join-by-provider.tsx';

/** A new person joins; `name` is what the invitation calls it. */
export function JoinForm({ token, name }: { token: string; name: string }): ReactNode {
  const say = useText(startText);
  const api = useApi();
  const begin = useBeginSession();
  const joining = useMutation({
    mutationFn: ({ person }: { person: NewPerson }) =>
      api.send<Session>('POST', '/v1/links/invitation', { token, person }),
    onSuccess: (session) => begin(session),
  });
  return (
    <>
      <Form<{ person: NewPerson }>
        layout="vertical"
        size="large"
        initialValues={{ person: { name } }}
        onFinish={(given) => joining.mutate(given)}
      >
        <ProblemAlert error={joining.error} />
        <NewPersonFields />
        <Button type="primary" htmlType="submit" block loading={joining.isPending}>
          {say('invitation.submit')}
        </Button>
        <p className="soft">{say('invitation.have')}</p>
      </Form>
      <JoinByProvider token={token} />
    </>
  );
}
