import type { NewPicture, OwnPicture } from '@suyuan/api/pictures';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../../api.ts';
import { productPictureText } from '../../../i18n/product-picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { picturePath } from '../path.ts';
import { PictureField } from './picture-field.tsx';

/** A button with its dialog: a picture is chosen, seen as others will see it, and comes into use. */
export function GivePicture({ code, doing }: { code: string; doing: string }): ReactNode {
  const say = useText(productPictureText);
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const done = (picture: OwnPicture): void => {
    close();
    queries.setQueryData([picturePath(code)], picture);
    void message.success(say('give.done'));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{doing}</Button>
      {isOpen ? (
        <FormDialog<NewPicture, OwnPicture>
          title={say('give.title')}
          doing={say('give.do')}
          initial={{}}
          onSend={(given) => api.send<OwnPicture>('PUT', picturePath(code), given)}
          onDone={done}
          onClose={close}
        >
          <p className="soft">{say('rule')}</p>
          <Form.Item name="bytes" label={say('file')} rules={[{ required: true, message: say('file.missing') }]}>
            <PictureField />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
