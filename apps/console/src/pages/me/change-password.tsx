import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { personFieldsText } from '../../i18n/person-fields.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { NewPasswordField } from '../account/new-password-field.tsx';
import { useFirstField } from '../use-first-field.ts';
import { useMeChanged } from './use-me-changed.ts';

interface Given {
  readonly current: string;
  readonly next: string;
}

export function ChangePassword({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(meText);
  const sayField = useText(personFieldsText);
  const api = useApi();
  const { message } = App.useApp();
  const first = useFirstField();
  const onChanged = useMeChanged();
  const onDone = (): void => {
    onChanged();
    message.success(say('saved'));
    onClose();
  };
  return (
    <FormDialog
      title={say('password.change')}
      doing={say('password.change')}
      initial={{}}
      onSend={(given: Given) => api.send('PUT', '/v1/me/password', given)}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="current"
        label={say('password.current')}
        validateTrigger="onSubmit"
        rules={[{ required: true, message: say('password.currentMissing') }]}
      >
        <Input.Password ref={first} autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      <NewPasswordField name="next" label={sayField('password.new')} />
      <p className="soft">{say('password.others')}</p>
    </FormDialog>
  );
}
