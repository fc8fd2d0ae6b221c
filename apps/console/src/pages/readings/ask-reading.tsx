import type { ConfidentialBody, NewConfidentialBody } from '@suyuan/api';
import { CONFIDENTIAL_DAYS_DEFAULT, CONFIDENTIAL_DAYS_MAX } from '@suyuan/api/disclosure';
import { useQueryClient } from '@tanstack/react-query';
import { Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { AboutField, type GivenAbout } from './about-field.tsx';
import { READINGS_PATH } from './path.ts';

interface Given extends GivenAbout {
  readonly caseNo: string;
  readonly reason: string;
  readonly days: number;
}

function readingOf({ caseNo, reason, days, about, who = [] }: Given): NewConfidentialBody {
  return {
    caseNo: caseNo.trim(),
    reason: reason.trim(),
    about: about === 'all' ? 'all' : who.map(({ value }) => value),
    days,
  };
}

/** Asks for a reading of a case; nothing is confidential until another person approves it. */
export function AskReading({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(readingsText);
  const api = useApi();
  const queries = useQueryClient();
  const onDone = (): void => {
    void queries.invalidateQueries({ queryKey: [READINGS_PATH] });
    onClose();
  };
  const days = { count: CONFIDENTIAL_DAYS_MAX };
  return (
    <FormDialog<Given, ConfidentialBody>
      title={say('ask')}
      doing={say('ask.do')}
      initial={{ caseNo: '', reason: '', about: 'some', days: CONFIDENTIAL_DAYS_DEFAULT }}
      onSend={(given) => api.send('POST', READINGS_PATH, readingOf(given))}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{say('ask.text')}</p>
      <TextField
        name="caseNo"
        label={say('caseNo')}
        help={say('caseNo.help')}
        missing={say('caseNo.missing')}
        maxLength={100}
      />
      <TextField
        name="reason"
        label={say('reason')}
        help={say('reason.help')}
        missing={say('reason.missing')}
        maxLength={500}
        kind="lines"
      />
      <AboutField />
      <Form.Item
        name="days"
        label={say('days')}
        extra={say('days.help', days)}
        rules={[
          { required: true, type: 'integer', min: 1, max: CONFIDENTIAL_DAYS_MAX, message: say('days.missing', days) },
        ]}
      >
        <InputNumber controls={false} inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
}
