import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { operatorText } from '../../i18n/operator.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { OPERATED_PATH } from './path.ts';
import { ReasonField } from './reason-field.tsx';
import { useOperated } from './use-operated.ts';

interface MergeDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

interface Given {
  readonly into: string;
  readonly reason: string;
}

/** Lets one organisation go on as another, which is looked for by name or code. */
export function MergeDialog({ id, name, onClose }: MergeDialogProps): ReactNode {
  const say = useText(operatorText);
  const api = useApi();
  const queries = useQueryClient();
  const [sought, setSought] = useState('');
  const others = (useOperated({ q: sought, status: 'active' }).query.data ?? []).filter((other) => other.id !== id);
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [OPERATED_PATH] });
  };
  return (
    <FormDialog<Given, unknown>
      title={say('merge.of', { name })}
      doing={say('merge')}
      isGrave
      initial={{ reason: '' }}
      onSend={({ into, reason }) => api.send('POST', `${OPERATED_PATH}/${id}/merge`, { into, reason: reason.trim() })}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('merge.text', { name })}</p>
      <Form.Item name="into" label={say('into')} rules={[{ required: true, message: say('into.missing') }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setSought }}
          placeholder={say('search')}
          options={others.map((other) => ({
            value: other.id,
            label: [other.name, other.code].filter((part) => part !== null).join(' · ') || other.id,
          }))}
        />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
