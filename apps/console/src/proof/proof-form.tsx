import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../api.ts';
import { proofText } from '../i18n/proof.ts';
import { useText } from '../i18n/use-text.ts';
import { ProblemAlert } from '../pages/problem-alert.tsx';
import { useFirstField } from '../pages/use-first-field.ts';
import { type Proof, proveAgain, useSession } from '../session.ts';

interface ProofFormProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The password, and a code where the person has a second factor. */
export function ProofForm({ onDone, onCancel }: ProofFormProps): ReactNode {
  const say = useText(proofText);
  const api = useApi();
  const first = useFirstField();
  const { data: session } = useSession();
  const proving = useMutation({ mutationFn: (proof: Proof) => proveAgain(api, proof), onSuccess: onDone });
  return (
    <Form<Proof> name="proof" layout="vertical" onFinish={(proof) => proving.mutate(proof)}>
      <p className="soft proof-lead">{say('lead')}</p>
      <ProblemAlert error={proving.error} />
      <Form.Item
        name="password"
        label={say('password')}
        validateTrigger="onSubmit"
        rules={[{ required: true, message: say('password.missing') }]}
      >
        <Input.Password ref={first} autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      {session?.hasFactor === true ? (
        <Form.Item
          name="code"
          label={say('code')}
          extra={say('code.hint')}
          validateTrigger="onSubmit"
          rules={[{ required: true, whitespace: true, min: 6, message: say('code.missing') }]}
        >
          <Input autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={100} />
        </Form.Item>
      ) : null}
      <div className="actions">
        <Button onClick={onCancel}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={proving.isPending}>
          {say('submit')}
        </Button>
      </div>
    </Form>
  );
}
