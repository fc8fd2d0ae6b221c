import type { MeBody } from '@suyuan/api';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { meText } from '../../i18n/me.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { useFirstField } from '../use-first-field.ts';
import { useMeChanged } from './use-me-changed.ts';

export function ChangeName({ name, onClose }: { name: string; onClose: () => void }): ReactNode {
  const say = useText(meText);
  const sayButton = useText(manageText);
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
      title={say('name.change')}
      doing={sayButton('save')}
      initial={{ name }}
      onSend={(given: { name: string }) => api.send<MeBody>('PATCH', '/v1/me', given)}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={say('name')}
        validateTrigger="onSubmit"
        rules={[{ required: true, whitespace: true, message: say('name.missing') }]}
      >
        <Input ref={first} autoComplete="name" maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}
