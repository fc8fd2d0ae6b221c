import type { DisputeBody, NewDispute } from '@suyuan/api';
import { DISPUTE_SUBJECTS } from '@suyuan/api/disclosure';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../../api.ts';
import { disputesText } from '../../i18n/disputes.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { ARRIVALS_PATH } from '../record/path.ts';
import { DISPUTES_PATH } from './path.ts';

/** A unit of the record, by which one is found whose own ID is not told. */
function unitOf(search: URLSearchParams): { readonly code?: string } {
  const code = search.get('code');
  return code === null || code === '' ? {} : { code };
}

/** What is said against it, where whoever leads here knows. */
function subjectOf(search: URLSearchParams): Partial<Pick<NewDispute, 'subject'>> {
  const subject = DISPUTE_SUBJECTS.find((each) => each === search.get('subject'));
  return subject === undefined ? {} : { subject };
}

/** Says against a record what is so instead; the address may name the record. */
export function MakeDispute({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(disputesText);
  const api = useApi();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const close = (): void => {
    onClose();
    // Loaded again, the page is the list alone.
    if (search.has('event')) setSearch({}, { replace: true });
  };
  const onDone = (): void => {
    onClose();
    // To the list that it is in.
    setSearch({}, { replace: true });
    for (const path of [DISPUTES_PATH, ARRIVALS_PATH]) void queries.invalidateQueries({ queryKey: [path] });
  };
  return (
    <FormDialog<NewDispute, DisputeBody>
      title={say('make')}
      doing={say('make.do')}
      initial={{ eventID: search.get('event') ?? '', words: '', ...subjectOf(search) }}
      onSend={({ eventID, subject, words }) =>
        api.send('POST', DISPUTES_PATH, { eventID: eventID.trim(), subject, words: words.trim(), ...unitOf(search) })
      }
      onDone={onDone}
      onClose={close}
    >
      <p className="soft">{say('make.who')}</p>
      <TextField
        name="eventID"
        label={say('eventID')}
        help={say('eventID.help')}
        missing={say('eventID.missing')}
        maxLength={2000}
      />
      <Form.Item name="subject" label={say('subject')} rules={[{ required: true, message: say('subject.missing') }]}>
        <Select
          virtual={false}
          options={DISPUTE_SUBJECTS.map((value) => ({ value, label: say(`subject.${value}`) }))}
        />
      </Form.Item>
      <TextField
        name="words"
        label={say('words')}
        help={say('words.help')}
        missing={say('words.missing')}
        maxLength={500}
        kind="lines"
      />
    </FormDialog>
  );
}
