import type { DisputeBody } from '@suyuan/api';
import { Tag } from 'antd';
import { disputesText } from '../../i18n/disputes.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { useMay } from '../../manage/use-may.ts';
import { AcceptDispute } from './accept-dispute.tsx';
import { DifferenceList } from './difference-list.tsx';
import { WithdrawDispute } from './withdraw-dispute.tsx';

/** Of disputes: what is said of which record, when, how it stands; who, of others'; its end, of one's own. */
export function useDisputeColumns(about: 'mine' | 'ours'): readonly Column<DisputeBody>[] {
  const say = useText(disputesText);
  const sayAll = useText(manageText);
  const mayDispute = useMay('capture');
  const who: Column<DisputeBody> = {
    label: say('by'),
    cell: ({ by: { id, name, code } }) => (
      <>
        <strong>{name ?? code ?? id}</strong>
        {name === null || code === null ? null : <code className="soft">{code}</code>}
      </>
    ),
  };
  const actions: Column<DisputeBody> = {
    label: sayAll('actions'),
    cell: (dispute) => (isOpen(dispute) ? <WithdrawDispute dispute={dispute} /> : sayAll('none')),
  };
  const accepting: Column<DisputeBody> = {
    label: sayAll('actions'),
    cell: ({ differences = [], ...dispute }) =>
      isOpen(dispute) && differences.length > 0 ? (
        <AcceptDispute dispute={{ ...dispute, differences }} />
      ) : (
        sayAll('none')
      ),
  };
  return [
    ...(about === 'ours' ? [who] : []),
    {
      label: say('what'),
      cell: ({ subject, words, differences = [] }) => (
        <>
          <strong>{say(`subject.${subject}`)}</strong>
          <span className="raw">{words}</span>
          {differences.length === 0 ? null : <DifferenceList differences={differences} />}
        </>
      ),
    },
    { label: say('eventID'), cell: ({ eventID }) => <code className="code">{eventID}</code> },
    { label: say('at'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      label: say('state'),
      cell: (dispute) => {
        const at = dispute.acceptedAt ?? dispute.withdrawnAt;
        if (at === null) return <Tag color="warning">{say('state.open')}</Tag>;
        const isAccepted = dispute.acceptedAt !== null;
        return (
          <>
            <Tag {...(isAccepted ? { color: 'success' } : {})}>
              {say(isAccepted ? 'state.accepted' : 'state.withdrawn')}
            </Tag>
            <span className="means">
              <Moment at={at} />
            </span>
          </>
        );
      },
    },
    ...(mayDispute ? [about === 'mine' ? actions : accepting] : []),
  ];
}

function isOpen({ withdrawnAt, acceptedAt }: Pick<DisputeBody, 'withdrawnAt' | 'acceptedAt'>): boolean {
  return withdrawnAt === null && acceptedAt === null;
}
