import type { DisputeBody } from '@suyuan/api';
import { Tag } from 'antd';
import { disputesText } from '../../i18n/disputes.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { useMay } from '../../manage/use-may.ts';
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
    cell: (dispute) => (dispute.withdrawnAt === null ? <WithdrawDispute dispute={dispute} /> : sayAll('none')),
  };
  return [
    ...(about === 'ours' ? [who] : []),
    {
      label: say('what'),
      cell: ({ subject, words }) => (
        <>
          <strong>{say(`subject.${subject}`)}</strong>
          <span className="raw">{words}</span>
        </>
      ),
    },
    { label: say('eventID'), cell: ({ eventID }) => <code className="code">{eventID}</code> },
    { label: say('at'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      label: say('state'),
      cell: ({ withdrawnAt }) =>
        withdrawnAt === null ? (
          <Tag color="warning">{say('state.open')}</Tag>
        ) : (
          <>
            <Tag>{say('state.withdrawn')}</Tag>
            <span className="means">
              <Moment at={withdrawnAt} />
            </span>
          </>
        ),
    },
    ...(about === 'mine' && mayDispute ? [actions] : []),
  ];
}
