import type { MeBody } from '@suyuan/api';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { useFirstField } from '../use-first-field.ts';
import { useMeChanged } from './use-me-changed.ts';

export function AddLoginName({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(meText);
  const api = useApi();
  const first = useFirstField();
  const onChanged = useMeChanged();
  const onDone = (): void => {
    onChanged();
    onClose();
  };
  return (
    <FormDialog
      title={say('loginName.add')}
      doing={say('add')}
      initial={{}}
      onSend={(given: { loginName: string }) => api.send<MeBody>('POST', '/v1/me/login-names', given)}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="loginName"
        label={say('loginNames')}
        extra={say('loginName.hint')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('loginName.missing') }]}
      >
        <Input ref={first} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
