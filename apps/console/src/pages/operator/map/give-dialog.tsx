import type { NewMap } from '@suyuan/api/maps';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { mapText } from '../../../i18n/map.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { TextField } from '../../../manage/text-field.tsx';
import { MAP_PATH } from '../../trace/regions/map/map-path.ts';
import { MapFileField } from './map-file-field.tsx';
import { OPERATED_MAP_PATH } from './path.ts';

/** A file is chosen, checked and looked at; with its number and its maker it comes into use. */
export function GiveDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(mapText);
  const api = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const done = (): void => {
    onClose();
    for (const path of [OPERATED_MAP_PATH, MAP_PATH]) void queries.invalidateQueries({ queryKey: [path] });
    void message.success(say('give.done'));
  };
  return (
    <FormDialog<NewMap, void>
      title={say('give.title')}
      doing={say('give.do')}
      initial={{}}
      onSend={(given) => api.send<void>('PUT', OPERATED_MAP_PATH, given)}
      onDone={done}
      onClose={onClose}
    >
      <p className="soft">{say('rule')}</p>
      <Form.Item name="svg" label={say('file')} rules={[{ required: true, message: say('file.missing') }]}>
        <MapFileField />
      </Form.Item>
      <TextField
        name="number"
        label={say('number')}
        help={say('number.help')}
        missing={say('number.missing')}
        maxLength={40}
      />
      <TextField name="maker" label={say('maker')} missing={say('maker.missing')} maxLength={100} />
    </FormDialog>
  );
}
