import type { FilingBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../../api.ts';
import { filingsText } from '../../../i18n/filings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { TextField } from '../../../manage/text-field.tsx';
import { FILINGS_PATH, filedPage, type KindId, kindPath } from './path.ts';

/** Makes a filing of what waits, and goes to it. */
export function MakeButton({ kind }: { kind: KindId }): ReactNode {
  const say = useText(filingsText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('make')}
      </Button>
      {isOpen ? <MakeFiling kind={kind} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface Given {
  readonly from?: string;
  readonly until?: string;
}

function MakeFiling({ kind, onClose }: { kind: KindId; onClose: () => void }): ReactNode {
  const say = useText(filingsText);
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const onDone = ({ id }: FilingBody): void => {
    void navigate(filedPage(id));
    void queries.invalidateQueries({ queryKey: [FILINGS_PATH] });
    void queries.invalidateQueries({ queryKey: [kindPath(kind)] });
  };
  return (
    <FormDialog<Given, FilingBody>
      title={say('make')}
      doing={say('make.do')}
      initial={{ from: '', until: '' }}
      onSend={(given) => api.send('POST', kindPath(kind), spanOf(given))}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('make.text')}</p>
      <p className="soft">{say('make.days')}</p>
      <TextField name="from" label={say('from')} maxLength={10} kind="day" />
      <Form.Item
        name="until"
        label={say('until')}
        dependencies={['from']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, until: string) =>
              until !== '' && until < String(getFieldValue('from'))
                ? Promise.reject(new Error(say('until.before')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}

const spanOf = ({ from = '', until = '' }: Given): Given => ({
  ...(from === '' ? {} : { from }),
  ...(until === '' ? {} : { until }),
});
