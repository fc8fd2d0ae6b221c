import type { Duty } from '@suyuan/api';
import type { ReactNode } from 'react';
import { complianceText } from '../../i18n/compliance.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import type { Column } from '../../manage/records.tsx';
import { useSettings } from '../../settings/use-settings.ts';
import { Day } from './day.tsx';
import { DueTag } from './due-tag.tsx';
import { RecordLink, UnitLink } from './record-links.tsx';
import { useSure } from './use-sure.ts';

/** Of what is due: until when, what is to be done, of what, by which law, and the records between which it runs. */
export function useDutyColumns(): readonly Column<Duty>[] {
  const say = useText(complianceText);
  const [{ language }] = useSettings();
  const sureOf = useSure();
  return [
    { label: say('duty.until'), cell: (duty) => <Until duty={duty} /> },
    {
      label: say('duty'),
      cell: ({ name, told }) => (
        <>
          <strong>{name[language]}</strong>
          {told.length === 0 ? null : (
            <span className="means">
              {say('duty.told', { to: told.map((each) => each[language]).join(language === 'zh' ? '、' : ', ') })}
            </span>
          )}
        </>
      ),
    },
    { label: say('duty.of'), cell: ({ unit }) => (unit === undefined ? say('duty.own') : <UnitLink unit={unit} />) },
    {
      label: say('law'),
      cell: ({ basis, confidence }) => (
        <>
          {basis[language]}
          <span className="means">{sureOf(confidence)}</span>
        </>
      ),
    },
    {
      label: say('record'),
      cell: ({ startedBy, endedBy, endedAt }) => (
        <>
          <RecordLink eventID={startedBy} words={say('duty.startedBy')} />
          {endedBy === undefined ? null : <RecordLink eventID={endedBy} words={say('duty.endedBy')} />}
          {endedAt === undefined ? null : (
            <span className="means">
              <Moment at={endedAt} />
            </span>
          )}
        </>
      ),
      text: ({ startedBy, endedBy, endedAt }) =>
        [startedBy, endedBy, endedAt].filter((part) => part !== undefined).join(' · '),
    },
  ];
}

function Until({ duty }: { duty: Duty }): ReactNode {
  const say = useText(complianceText);
  const { lastDay, dueAt, isProvisional } = duty;
  return (
    <>
      <DueTag duty={duty} />
      {lastDay === undefined ? null : (
        <span className="means">
          {say('duty.lastDay')}
          <Day day={lastDay} />
        </span>
      )}
      {lastDay !== undefined || dueAt === undefined ? null : (
        <span className="means">
          {say('duty.dueAt')}
          <Moment at={dueAt} />
        </span>
      )}
      {isProvisional ? <span className="means">{say('duty.provisional')}</span> : null}
    </>
  );
}
