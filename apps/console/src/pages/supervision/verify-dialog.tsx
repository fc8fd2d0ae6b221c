import type { LicenceBody } from '@suyuan/api';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { supervisionText } from '../../i18n/supervision.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { textOrNull } from '../../manage/given-text.ts';
import { TextField } from '../../manage/text-field.tsx';
import { SUPERVISED_PATH } from './path.ts';

const WAYS = ['original', 'copy', 'register', 'site'] as const;
type Way = (typeof WAYS)[number];

interface Given {
  readonly way: Way;
  readonly remark: string;
}

interface VerifyDialogProps {
  readonly licence: LicenceBody;
  /** What was written of how it was seen. */
  readonly onDone: (what: string) => void;
  readonly onClose: () => void;
}

/** That a licence was seen, how, and what else is to be said of it. */
export function VerifyDialog({ licence: { id, number }, onDone, onClose }: VerifyDialogProps): ReactNode {
  const say = useText(supervisionText);
  const api = useApi();
  const verify = async ({ way, remark }: Given): Promise<string> => {
    const what = [say(`seen.${way}`), textOrNull(remark)].filter((part) => part !== null).join(' · ');
    await api.send('POST', `${SUPERVISED_PATH}/licences/${id}/verify`, { what });
    return what;
  };
  return (
    <FormDialog<Given, string>
      title={say('verify.of', { number })}
      doing={say('verify')}
      initial={{ remark: '' }}
      onSend={verify}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('verify.text')}</p>
      <Form.Item name="way" label={say('seen')} rules={[{ required: true, message: say('seen.missing') }]}>
        <Select options={WAYS.map((value) => ({ value, label: say(`seen.${value}`) }))} />
      </Form.Item>
      <TextField name="remark" label={say('remark')} help={say('remark.help')} maxLength={400} kind="lines" />
    </FormDialog>
  );
}
