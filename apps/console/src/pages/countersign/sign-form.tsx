import type { CountersignatureBody } from '@suyuan/api';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApiProblem, useApi } from '../../api.ts';
import { countersignText } from '../../i18n/countersign.ts';
import { useText } from '../../i18n/use-text.ts';
import { TextField } from '../../manage/text-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { countersignaturesPath } from './path.ts';

interface Given {
  readonly name: string;
  readonly password: string;
  readonly code?: string;
  readonly organisation?: string;
  readonly capacity: string;
  readonly remark?: string;
}

interface SignFormProps {
  readonly eventID: string;
  readonly onSigned: (signed: CountersignatureBody) => void;
}

const UUID = /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i;

/** Somebody else's proof of who it is, for this one act. What is asked for more is shown once the server asks. */
export function SignForm({ eventID, onSigned }: SignFormProps): ReactNode {
  const say = useText(countersignText);
  const api = useApi();
  const [asksCode, setAsksCode] = useState(false);
  const [asksWhich, setAsksWhich] = useState(false);
  const signing = useMutation({
    mutationFn: (given: Given) =>
      api.send<CountersignatureBody>('POST', countersignaturesPath(eventID), trimmed(given)),
    onSuccess: onSigned,
    onError(error) {
      if (!(error instanceof ApiProblem)) return;
      if (error.code.startsWith('sign-in.factor-')) setAsksCode(true);
      if (error.code === 'countersign.which') setAsksWhich(true);
    },
  });
  // Who was never asked for a code has not given a wrong one.
  const isCodeNew = asksCode && signing.variables?.code === undefined;
  return (
    <Form<Given>
      name="countersign"
      className="narrow-form"
      layout="vertical"
      onFinish={(given) => signing.mutate(given)}
    >
      {isCodeNew ? (
        <Alert className="problem" type="info" showIcon title={say('code.needed')} />
      ) : (
        <ProblemAlert error={signing.error} />
      )}
      <Form.Item
        name="name"
        label={say('name')}
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('password.missing') }]}>
        {/* Not the one that the device keeps for its owner. */}
        <Input.Password autoComplete="new-password" maxLength={1000} />
      </Form.Item>
      {asksCode ? (
        <Form.Item
          name="code"
          label={say('code')}
          extra={say('code.help')}
          rules={[{ required: true, whitespace: true, min: 6, message: say('code.missing') }]}
        >
          <Input autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={100} />
        </Form.Item>
      ) : null}
      {asksWhich ? (
        <TextField
          name="organisation"
          label={say('organisation')}
          help={say('organisation.help')}
          missing={say('organisation.missing')}
          maxLength={40}
          form={{ pattern: UUID, message: say('organisation.missing') }}
        />
      ) : null}
      <TextField
        name="capacity"
        label={say('capacity')}
        help={say('capacity.help')}
        missing={say('capacity.missing')}
        maxLength={100}
      />
      <TextField name="remark" label={say('remark')} help={say('remark.help')} maxLength={500} />
      <Button type="primary" size="large" block htmlType="submit" loading={signing.isPending}>
        {say('sign.do')}
      </Button>
    </Form>
  );
}

function trimmed({ name, password, code, organisation, capacity, remark = '' }: Given): Given {
  return {
    name: name.trim(),
    password,
    capacity: capacity.trim(),
    ...(code === undefined ? {} : { code: code.replace(/\s/g, '') }),
    ...(organisation === undefined ? {} : { organisation: organisation.trim() }),
    ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
  };
}
