import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Session, signIn } from '../../session.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFirstField } from '../use-first-field.ts';

interface Given {
  readonly name: string;
  readonly password: string;
}

export function PasswordStep({ onDone }: { onDone: (session: Session) => void }): ReactNode {
  const say = useText(signInText);
  const api = useApi();
  const first = useFirstField();
  const signingIn = useMutation({ mutationFn: (given: Given) => signIn(api, given), onSuccess: onDone });
  return (
    <Form<Given> layout="vertical" size="large" onFinish={(given) => signingIn.mutate(given)}>
      <h1>{say('title')}</h1>
      <p className="soft">{say('lead')}</p>
      <ProblemAlert error={signingIn.error} />
      <Form.Item
        name="name"
        label={say('name')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input ref={first} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('password')}
        validateTrigger="onSubmit"
        rules={[{ required: true, message: say('password.missing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signingIn.isPending}>
        {say('submit')}
      </Button>
      <p className="soft">{say('forgot')}</p>
    </Form>
  );
}
