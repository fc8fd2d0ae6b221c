import type { MandateBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { mandatesText } from '../../i18n/mandates.ts';
import { rightsText } from '../../i18n/rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../manage/form-dialog.tsx';
import { TextField } from '../../manage/text-field.tsx';
import { useSession } from '../../session.ts';
import { MANDATES_PATH } from './path.ts';

const RIGHTS = ['query', 'trace', 'capture', 'draft'] as const;

interface Given extends Pick<MandateBody, 'rights'> {
  readonly agent: string;
  /** YYYY-MM-DD; an empty one is none. */
  readonly endsOn: string;
}

export function GiveMandate({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(mandatesText);
  const sayRight = useText(rightsText);
  const api = useApi();
  const queries = useQueryClient();
  const own = useSession().data?.rights ?? [];
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [MANDATES_PATH] });
  };
  const options = RIGHTS.map((value) => ({
    value,
    disabled: !own.includes(value),
    label: (
      <>
        {sayRight(`right.${value}`)}
        <span className="means">{sayRight(`means.${value}`)}</span>
      </>
    ),
  }));
  return (
    <FormDialog<Given, MandateBody>
      title={say('give')}
      doing={say('give.do')}
      initial={{ agent: '', rights: ['query'], endsOn: '' }}
      onSend={({ agent, rights, endsOn }) =>
        api.send('POST', MANDATES_PATH, {
          agent: agent.trim(),
          rights,
          ...(endsOn === '' ? {} : { endsAt: new Date(`${endsOn}T23:59:59`).toISOString() }),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <TextField
        name="agent"
        label={say('agent')}
        help={say('agent.help')}
        missing={say('agent.missing')}
        maxLength={200}
      />
      <Form.Item
        name="rights"
        label={say('rights')}
        rules={[{ type: 'array', min: 1, message: say('rights.missing') }]}
      >
        <Checkbox.Group className="choices" options={options} />
      </Form.Item>
      <TextField name="endsOn" label={say('endsOn')} help={say('endsOn.help')} maxLength={10} kind="day" />
    </FormDialog>
  );
}
