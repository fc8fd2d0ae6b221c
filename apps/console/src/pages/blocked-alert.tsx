import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api.ts';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** Too many tries: how long to wait, counted down. A screen reader is told once, not each second. */
export function BlockedAlert({ problem, waitS }: { problem: ApiProblem; waitS: number }): ReactNode {
  const say = useText(shellText);
  const left = useSecondsLeft(problem.at + waitS * 1000);
  if (left === 0) return <Alert className="problem" type="info" showIcon title={say('blocked.over')} />;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={
        <>
          <span className="unseen">{problem.title}</span>
          <span aria-hidden>{say('blocked', { time })}</span>
        </>
      }
    />
  );
}
