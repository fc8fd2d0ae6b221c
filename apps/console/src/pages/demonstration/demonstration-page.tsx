import type { Demonstration } from '@suyuan/api/demonstration';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useApi } from '../../api.ts';
import { demonstrationText } from '../../i18n/demonstration.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskDialog } from '../../manage/ask-dialog.tsx';
import { CopyLine } from '../../manage/copy-line.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { OnlyFor } from '../../manage/only-for.tsx';
import { PageHead } from '../../manage/page-head.tsx';
import { Section } from '../../manage/section.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { DEMONSTRATION_PATH, useDemonstration } from './use-demonstration.ts';

/** Whoever tries the program begins a demonstration, opens it, and leaves it behind. */
export function DemonstrationPage(): ReactNode {
  const say = useText(demonstrationText);
  return (
    <OnlyFor right="operate">
      <PageHead title={say('title')} lead={say('lead')} />
      <Standing />
    </OnlyFor>
  );
}

function Standing(): ReactNode {
  const say = useText(demonstrationText);
  return (
    <Loaded query={useDemonstration({ isAsked: true })}>
      {(told) => (told === null ? <Alert type="info" showIcon title={say('not-offered')} /> : <Stands told={told} />)}
    </Loaded>
  );
}

function Stands({ told }: { told: Demonstration }): ReactNode {
  const say = useText(demonstrationText);
  const { state } = told;
  const isOnItsWay = state === 'starting' || state === 'loading';
  return (
    <Section title={say('title')}>
      <div role="status">
        {isOnItsWay ? (
          <p>
            <Spin size="small" /> {say(state)}
          </p>
        ) : null}
        {state === 'failed' ? (
          <Alert type="error" showIcon title={say('failed')} description={say('failed.text')} />
        ) : null}
        {state === 'running' ? <Alert type="success" showIcon title={say('running')} /> : null}
      </div>
      {state === 'none' ? <p>{say('begin.text')}</p> : null}
      {state === 'none' || state === 'failed' ? <Begin words={say(state === 'none' ? 'begin' : 'again')} /> : null}
      {state === 'running' ? <Open {...told} /> : null}
      {state === 'none' ? null : <Leave />}
    </Section>
  );
}

function Begin({ words }: { words: string }): ReactNode {
  const api = useApi();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.send<Demonstration>('POST', DEMONSTRATION_PATH),
    onSuccess: (told) => queries.setQueryData([DEMONSTRATION_PATH], told),
  });
  return (
    <>
      <ProblemAlert error={error} />
      <Button type="primary" size="large" loading={isPending} onClick={() => mutate()}>
        {words}
      </Button>
    </>
  );
}

function Open({ port, loginName = '', password = '' }: Demonstration): ReactNode {
  const say = useText(demonstrationText);
  const address = `http://${location.hostname}:${port}/console/`;
  return (
    <>
      <p>{say('running.text')}</p>
      <CopyLine label={say('login')} text={loginName} />
      <CopyLine label={say('password')} text={password} />
      <p>
        <Button type="primary" size="large" href={address} target="_blank" rel="noopener">
          {say('open')}
        </Button>
      </p>
    </>
  );
}

function Leave(): ReactNode {
  const say = useText(demonstrationText);
  const api = useApi();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const leave = async (): Promise<void> => {
    await api.send('DELETE', DEMONSTRATION_PATH);
    await queries.invalidateQueries({ queryKey: [DEMONSTRATION_PATH] });
  };
  return (
    <>
      <Button onClick={() => setAsked(true)}>{say('leave')}</Button>
      {isAsked ? (
        <AskDialog title={say('leave')} doing={say('leave')} onDo={leave} onClose={() => setAsked(false)}>
          <p>{say('leave.text')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
