import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { signInText } from '../../i18n/sign-in.ts';
import { useText } from '../../i18n/use-text.ts';
import { useFirstField } from '../use-first-field.ts';

/** People type six digits in groups as their app shows them; spaces are left out when sent. */
const SIX_DIGITS = /^\s*(?:\d\s*){6}$/;

/** Where the six digits go, or the recovery code. */
export function CodeField({ isRecovery }: { isRecovery: boolean }): ReactNode {
  const say = useText(signInText);
  const first = useFirstField();
  if (isRecovery) {
    return (
      <Form.Item
        name="code"
        label={say('recovery')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('recovery.missing') }]}
      >
        <Input ref={first} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={100} />
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name="code"
      label={say('code')}
      validateTrigger="onSubmit"
      rules={[{ required: true, pattern: SIX_DIGITS, message: say('code.wrongForm') }]}
    >
      <Input ref={first} className="digits" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
    </Form.Item>
  );
}
