import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { TextField } from '../../manage/text-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useHoldDrill } from './use-hold-drill.ts';

const CODE_LENGTH_MAX = 2000;

/** Of any lot, at one press; or of the one that is named. */
export function HoldDrill({ code }: { code: string }): ReactNode {
  const say = useText(drillText);
  const holding = useHoldDrill();
  const { isPending, variables } = holding;
  const hold = (of: string): void => {
    if (!isPending) holding.mutate(of);
  };
  return (
    <div className="drill-hold">
      <div className="drill-random">
        <Button type="primary" size="large" loading={isPending && variables === ''} onClick={() => hold('')}>
          {say('random')}
        </Button>
        <p className="soft">{say('random.text')}</p>
      </div>
      <Form<{ readonly code: string }>
        className="narrow-form"
        layout="vertical"
        initialValues={{ code }}
        onFinish={(given) => hold(given.code.trim())}
      >
        <TextField
          name="code"
          label={say('code')}
          help={say('code.help')}
          missing={say('code.missing')}
          maxLength={CODE_LENGTH_MAX}
        />
        <Button htmlType="submit" loading={isPending && variables !== ''}>
          {say('named')}
        </Button>
      </Form>
      <p role="status">{isPending ? say('running') : ''}</p>
      <ProblemAlert error={holding.error} />
    </div>
  );
}
