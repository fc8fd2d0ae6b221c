import type { ConfidentialBody } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { useApi } from '../../api.ts';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { AskButton } from '../../manage/ask-button.tsx';
import { useMay } from '../../manage/use-may.ts';
import { useSession } from '../../session.ts';
import { AboutWhom } from './about-whom.tsx';
import { READINGS_PATH } from './path.ts';

/** By whoever may manage the office, after a look at what is asked for; to whoever asked, why it is not theirs to do. */
export function ApproveReading({ reading }: { reading: ConfidentialBody }): ReactNode {
  const { id, caseNo, reason, about, days, askedBy } = reading;
  const say = useText(readingsText);
  const api = useApi();
  const queries = useQueryClient();
  const mayApprove = useMay('manage');
  const isOwn = useSession().data?.person.id === askedBy.id;
  const whyNot = useId();
  if (!mayApprove) return null;
  const title = say('approve.of', { caseNo });
  if (isOwn)
    return (
      <>
        <Button size="small" disabled aria-label={title} aria-describedby={whyNot}>
          {say('approve')}
        </Button>
        <span className="means" id={whyNot}>
          {say('approve.own')}
        </span>
      </>
    );
  const approve = async (): Promise<void> => {
    await api.send('POST', `${READINGS_PATH}/${id}/approve`);
    void queries.invalidateQueries({ queryKey: [READINGS_PATH] });
  };
  return (
    <AskButton doing={say('approve')} title={title} isGrave={false} onDo={approve}>
      <p>{say('approve.text', { count: days })}</p>
      <dl className="facts">
        <dt>{say('askedBy')}</dt>
        <dd>{askedBy.name}</dd>
        <dt>{say('reason')}</dt>
        <dd>{reason}</dd>
        <dt>{say('about')}</dt>
        <dd>
          <AboutWhom about={about} />
        </dd>
      </dl>
    </AskButton>
  );
}
