import { Form, Input, type InputRef } from 'antd';
import type { ReactNode, Ref } from 'react';
import { personFieldsText } from '../../i18n/person-fields.ts';
import { useText } from '../../i18n/use-text.ts';

interface NewPasswordFieldProps {
  readonly name: string | string[];
  readonly label?: string;
  readonly field?: Ref<InputRef>;
}

/** Where a password is chosen. Its length alone is asked here; the server knows what else makes a bad one. */
export function NewPasswordField({ name, label, field }: NewPasswordFieldProps): ReactNode {
  const say = useText(personFieldsText);
  return (
    <Form.Item
      name={name}
      label={label ?? say('password')}
      extra={say('password.hint')}
      validateTrigger="onSubmit"
      rules={[
        { required: true, message: say('password.missing') },
        { min: 8, message: say('password.short') },
      ]}
    >
      <Input.Password ref={field ?? null} autoComplete="new-password" maxLength={128} />
    </Form.Item>
  );
}
