import type { ConfidentialBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { readingsText } from '../../i18n/readings.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { AboutWhom } from './about-whom.tsx';
import { ApproveReading } from './approve-reading.tsx';
import { EndReading } from './end-reading.tsx';
import { useIsOwnPerson } from './use-is-own-person.ts';

const STATE_COLOURS = { waiting: 'warning', running: 'processing', ended: 'default' } as const;

/** Of confidential readings: which case, about whom, how it stands, by whom, and what may be done with it. */
export function useReadingColumns(): readonly Column<ConfidentialBody>[] {
  const say = useText(readingsText);
  const sayAll = useText(manageText);
  const isOwnPerson = useIsOwnPerson();
  const columns: readonly Column<ConfidentialBody>[] = [
    {
      label: say('case'),
      cell: ({ caseNo, reason }) => (
        <>
          <strong>{caseNo}</strong>
          <span className="means">{reason}</span>
        </>
      ),
    },
    { label: say('about'), cell: ({ about }) => <AboutWhom about={about} /> },
    { label: say('state'), cell: (reading) => <State reading={reading} /> },
    { label: say('people'), cell: (reading) => <People reading={reading} /> },
  ];
  if (!isOwnPerson) return columns;
  return [...columns, { label: sayAll('actions'), cell: (reading) => <Actions reading={reading} /> }];
}

function State({ reading }: Shown): ReactNode {
  const { state, days, heldCount, approvedAt, until, endedAt, toldAt } = reading;
  const say = useText(readingsText);
  const isTakenBack = state === 'ended' && approvedAt === null;
  return (
    <>
      <Tag color={STATE_COLOURS[state]}>{say(`state.${isTakenBack ? 'takenBack' : state}`)}</Tag>
      {state === 'waiting' ? <span className="means">{say('waiting.days', { count: days })}</span> : null}
      {state === 'running' && until !== null ? <At label={say('until')} at={until} /> : null}
      {state === 'ended' && endedAt !== null ? <At label={say('ended.at')} at={endedAt} /> : null}
      {isTakenBack || toldAt === null ? null : <At label={say('told.at')} at={toldAt} />}
      {approvedAt === null || toldAt !== null ? null : (
        <span className="means">{heldCount === 0 ? say('held.none') : say('held.some', { count: heldCount })}</span>
      )}
    </>
  );
}

function People({ reading: { askedBy, askedAt, approvedBy, approvedAt } }: Shown): ReactNode {
  const say = useText(readingsText);
  return (
    <>
      {say('people.asked', { name: askedBy.name })}
      <At at={askedAt} />
      {approvedBy === null || approvedAt === null ? null : (
        <>
          {say('people.approved', { name: approvedBy.name })}
          <At at={approvedAt} />
        </>
      )}
    </>
  );
}

function At({ label = '', at }: { label?: string; at: string }): ReactNode {
  return (
    <span className="means">
      {label} <Moment at={at} />
    </span>
  );
}

function Actions({ reading }: Shown): ReactNode {
  if (reading.state === 'ended') return null;
  return (
    <div className="actions">
      {reading.state === 'waiting' ? <ApproveReading reading={reading} /> : null}
      <EndReading reading={reading} />
    </div>
  );
}

interface Shown {
  readonly reading: ConfidentialBody;
}
