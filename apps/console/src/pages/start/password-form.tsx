import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { personFieldsText } from '../../i18n/person-fields.ts';
import { startText } from '../../i18n/start.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Session } from '../../session.ts';
import { useBeginSession } from '../../use-begin-session.ts';
import { NewPasswordField } from '../account/new-password-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFirstField } from '../use-first-field.ts';
import type { LinkGiven } from './link-given.ts';

/** A new password for who forgot the old one. */
export function PasswordForm({ token, link: { name = '' } }: LinkGiven): ReactNode {
  const say = useText(startText);
  const sayField = useText(personFieldsText);
  const api = useApi();
  const begin = useBeginSession();
  const first = useFirstField();
  const setting = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      api.send<Session>('POST', '/v1/links/password', { token, password }),
    onSuccess: (session) => begin(session),
  });
  return (
    <Form<{ password: string }> layout="vertical" size="large" onFinish={(given) => setting.mutate(given)}>
      <h1>{say('password.title')}</h1>
      <p className="soft">{say('password.lead', { name })}</p>
      <ProblemAlert error={setting.error} />
      <NewPasswordField name="password" label={sayField('password.new')} field={first} />
      <Button type="primary" htmlType="submit" block loading={setting.isPending}>
        {say('password.submit')}
      </Button>
    </Form>
  );
}
