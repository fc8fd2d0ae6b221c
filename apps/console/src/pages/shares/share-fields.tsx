import { SHARE_DAYS_MAX, SHARED_CODES_MAX } from '@suyuan/api/disclosure';
import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { sharesText } from '../../i18n/shares.ts';
import { useText } from '../../i18n/use-text.ts';
import { TextField } from '../../manage/text-field.tsx';
import { codesOf } from './given-share.ts';

export function ShareFields(): ReactNode {
  const say = useText(sharesText);
  const validCodes = async (_rule: unknown, lines: string): Promise<void> => {
    const given = codesOf(lines).length;
    if (given === 0) throw new Error(say('codes.missing'));
    if (given > SHARED_CODES_MAX) throw new Error(say('codes.many', { count: SHARED_CODES_MAX, given }));
  };
  const days = { count: SHARE_DAYS_MAX };
  return (
    <>
      <Form.Item
        name="codes"
        label={say('codes')}
        extra={say('codes.help', { count: SHARED_CODES_MAX })}
        required
        rules={[{ validator: validCodes }]}
      >
        <Input.TextArea rows={4} spellCheck={false} autoCapitalize="none" />
      </Form.Item>
      <TextField name="eventID" label={say('eventID')} help={say('eventID.help')} maxLength={500} />
      <TextField
        name="note"
        label={say('note')}
        help={say('note.help')}
        missing={say('note.missing')}
        maxLength={200}
      />
      <Form.Item
        name="days"
        label={say('days')}
        extra={say('days.help', days)}
        rules={[{ required: true, type: 'integer', min: 1, max: SHARE_DAYS_MAX, message: say('days.missing', days) }]}
      >
        <InputNumber controls={false} inputMode="numeric" />
      </Form.Item>
    </>
  );
}
