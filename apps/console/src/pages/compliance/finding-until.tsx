import type { RecordFinding } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { Day } from './day.tsx';
import { dueIn } from './due-in.ts';

/** Until when it has to be put right; nothing where the law gives no time. */
export function FindingUntil({ finding }: { finding: RecordFinding }): ReactNode {
  const say = useText(complianceText);
  const { dueAt, lastDay } = finding;
  const left = dueIn(finding, Date.now());
  if (dueAt === undefined || left === undefined) return null;
  return (
    <span className="means">
      {say('until.last')}
      {lastDay === undefined ? <Moment at={dueAt} /> : <Day day={lastDay} />}
      {left.count < 0 ? <Tag color="error">{say('until.late')}</Tag> : null}
    </span>
  );
}
