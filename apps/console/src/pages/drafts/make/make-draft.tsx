import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../../api.ts';
import { draftsText } from '../../../i18n/drafts.ts';
import { stepsText } from '../../../i18n/steps.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { TextField } from '../../../manage/text-field.tsx';
import { useSites } from '../../sites/queries.ts';
import { DRAFTS_PATH } from '../path.ts';
import { CodesField } from './codes-field.tsx';
import { draftDocument, newEventID, offsetText } from './draft-document.ts';
import { localMinute } from './local-time.ts';
import { useReadCodes } from './use-read-codes.ts';

interface Given {
  readonly step: string;
  readonly codes: string;
  readonly when: string;
  readonly site?: string;
  readonly note?: string;
}

/** One thing that was done, written by hand for somebody else to release. */
export function MakeDraft({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(draftsText);
  const api = useApi();
  const queries = useQueryClient();
  const read = useReadCodes();
  const [now] = useState(() => new Date());
  // Drawn anew, the dialog is still about the same thing: sent twice it is one event.
  const [eventID] = useState(newEventID);
  const send = async ({ step, codes, when, site, note = '' }: Given): Promise<void> => {
    const at = new Date(when);
    const readings = (await read(codes)).map(({ reading }) => reading);
    const done = { eventID, step, at, offsetMinutes: -at.getTimezoneOffset(), readings, place: site };
    await api.sendNoted(DRAFTS_PATH, draftDocument(done, new Date()), note.trim());
  };
  return (
    <FormDialog<Given, unknown>
      title={say('make')}
      doing={say('make.do')}
      initial={{ when: localMinute(now) }}
      onSend={send}
      onDone={() => {
        onClose();
        void queries.invalidateQueries({ queryKey: [DRAFTS_PATH] });
      }}
      onClose={onClose}
    >
      <p className="soft">{say('make.text')}</p>
      <StepField />
      <CodesField />
      <Form.Item
        name="when"
        label={say('when')}
        extra={say('when.help', { zone: offsetText(-now.getTimezoneOffset()) })}
        rules={[{ required: true, message: say('when.missing') }]}
      >
        <Input type="datetime-local" max="9999-12-31T23:59" />
      </Form.Item>
      <SiteField />
      <TextField name="note" label={say('note')} help={say('note.help')} maxLength={500} />
    </FormDialog>
  );
}

function StepField(): ReactNode {
  const say = useText(draftsText);
  const sayStep = useText(stepsText);
  const options = STEPS.map((step) => ({ value: step, label: sayStep(step) }));
  return (
    <Form.Item name="step" label={say('step')} rules={[{ required: true, message: say('step.missing') }]}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
}

/** Only a place with a code can be named in an event. */
function SiteField(): ReactNode {
  const say = useText(draftsText);
  const sites = useSites().data ?? [];
  const options = sites.flatMap(({ name, code, closedAt }) =>
    code === null || closedAt !== null ? [] : [{ value: code, label: `${name} · ${code}` }],
  );
  return (
    <Form.Item name="site" label={say('site')} extra={say(options.length === 0 ? 'site.none' : 'site.help')}>
      <Select allowClear disabled={options.length === 0} options={options} />
    </Form.Item>
  );
}

type Word = keyof typeof stepsText.zh;

/** Without the types of events, which stand beside them. */
const STEPS = Object.keys(stepsText.zh).filter(
  (word): word is Exclude<Word, `${string}Event`> => !word.endsWith('Event'),
);
