import type { HoldingBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { manageText } from '../../i18n/manage.ts';
import { placesText } from '../../i18n/places.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { textOrNull } from '../../manage/given-text.ts';
import { useSchemes } from '../../manage/schemes.ts';
import { TextField } from '../../manage/text-field.tsx';
import { HOLDINGS_KEY } from './queries.ts';

const CODE = /^\s*[0-9A-Za-z.-]{1,60}\s*$/;

interface Given {
  readonly scheme: string | undefined;
  readonly first: string;
  readonly last: string;
  readonly note: string;
}

/** Codes that become the organisation's own: those that begin alike, or a range. */
export function HoldingForm({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(placesText);
  const sayAll = useText(manageText);
  const api = useApi();
  const queries = useQueryClient();
  const schemes = useSchemes();
  const form = { pattern: CODE, message: say('first.wrongForm') };
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: HOLDINGS_KEY });
  };
  return (
    <FormDialog<Given, HoldingBody>
      title={say('holding.add')}
      doing={sayAll('save')}
      initial={{ first: '', last: '', note: '' }}
      onSend={({ scheme, first, last, note }) =>
        api.send('POST', '/v1/holdings', {
          scheme,
          first: first.trim(),
          last: textOrNull(last),
          note: textOrNull(note),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="scheme" label={say('scheme')} rules={[{ required: true, message: say('scheme.missing') }]}>
        <Select options={[...schemes.all]} loading={schemes.isPending} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <TextField
        name="first"
        label={say('first')}
        help={say('first.help')}
        missing={say('first.missing')}
        maxLength={60}
        form={form}
      />
      <TextField name="last" label={say('last')} help={say('last.help')} maxLength={60} form={form} />
      <TextField name="note" label={say('note')} maxLength={200} />
    </FormDialog>
  );
}
