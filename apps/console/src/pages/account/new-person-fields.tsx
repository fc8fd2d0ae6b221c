import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { personFieldsText } from '../../i18n/person-fields.ts';
import { useText } from '../../i18n/use-text.ts';
import { useFirstField } from '../use-first-field.ts';
import { NewPasswordField } from './new-password-field.tsx';

export interface NewPerson {
  readonly name: string;
  readonly loginName: string;
  readonly password: string;
}

/** Who a new person is, and how it signs in: `person` of the form. */
export function NewPersonFields(): ReactNode {
  const say = useText(personFieldsText);
  const first = useFirstField();
  return (
    <>
      <Form.Item
        name={['person', 'name']}
        label={say('name')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input ref={first} autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name={['person', 'loginName']}
        label={say('loginName')}
        extra={say('loginName.hint')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('loginName.missing') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Form.Item>
      <NewPasswordField name={['person', 'password']} />
    </>
  );
}
