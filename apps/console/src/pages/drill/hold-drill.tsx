import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { drillText } from '../../i18n/drill.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScannedItem } from '../../scan/scanned-item.tsx';
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
        <ScannedItem name="code" label={say('code')} extra={say('code.help')} missing={say('code.missing')}>
          <Input maxLength={CODE_LENGTH_MAX} autoComplete="off" spellCheck={false} />
        </ScannedItem>
        <Button htmlType="submit" loading={isPending && variables !== ''}>
          {say('named')}
        </Button>
      </Form>
      <p role="status">{isPending ? say('running') : ''}</p>
      <ProblemAlert error={holding.error} />
    </div>
  );
}
