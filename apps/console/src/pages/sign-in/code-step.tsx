import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { proveSecondFactor, type Session } from '../../session.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { CodeField } from './code-field.tsx';

interface CodeStepProps {
  readonly onDone: (session: Session) => void;
  readonly onBack: () => void;
}

/** The second step: six digits of the authenticator app, or a recovery code. */
export function CodeStep({ onDone, onBack }: CodeStepProps): ReactNode {
  const say = useText(signInText);
  const api = useApi();
  const [isRecovery, setRecovery] = useState(false);
  const proving = useMutation({
    mutationFn: ({ code }: { code: string }) => proveSecondFactor(api, code.replace(/\s/g, '')),
    onSuccess: onDone,
  });
  const swap = (): void => {
    proving.reset();
    setRecovery(!isRecovery);
  };
  return (
    <Form<{ code: string }>
      key={String(isRecovery)}
      layout="vertical"
      size="large"
      onFinish={(given) => proving.mutate(given)}
    >
      <h1>{say('code.title')}</h1>
      <p className="soft">{say(isRecovery ? 'recovery.lead' : 'code.lead')}</p>
      <ProblemAlert error={proving.error} />
      <CodeField isRecovery={isRecovery} />
      <Button type="primary" htmlType="submit" block loading={proving.isPending}>
        {say('code.submit')}
      </Button>
      <div className="other-ways">
        <Button type="link" size="middle" onClick={swap}>
          {say(isRecovery ? 'code.useCode' : 'code.useRecovery')}
        </Button>
        <Button type="link" size="middle" onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </Form>
  );
}
