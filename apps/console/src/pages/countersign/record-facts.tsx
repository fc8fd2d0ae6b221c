import type { ReactNode } from 'react';
import { useStepName } from '../../events/use-step-name.ts';
import { countersignText } from '../../i18n/countersign.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { useSession } from '../../session.ts';
import { useSites } from '../sites/queries.ts';
import type { Recorded } from './use-recorded.ts';

/** What is to be confirmed, as a person reads it who knows no standard. */
export function RecordFacts({ recorded: { record, line } }: { recorded: Recorded }): ReactNode {
  const say = useText(countersignText);
  const none = useText(manageText)('none');
  const stepName = useStepName();
  const sites = useSites().data ?? [];
  const site = sites.find(({ code }) => code !== null && code === line.place);
  const organisation = useSession().data?.organisation;
  const { person, key, via } = record;
  const program = key === null ? undefined : say('byKey', { name: key.label ?? key.id });
  const by = [
    person?.name ?? program,
    organisation?.name ?? organisation?.code,
    via === null ? undefined : say('via', { name: via.name ?? via.id }),
  ];
  return (
    <dl className="facts">
      <dt>{say('step')}</dt>
      <dd>
        <strong>{stepName(line.step)}</strong>
      </dd>
      <dt>{say('codes')}</dt>
      <dd>
        {line.codes.length === 0 ? none : null}
        <ul className="plain-list">
          {line.codes.map((code) => (
            <li key={code} className="code">
              {code}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{say('time')}</dt>
      <dd>
        <Moment at={line.time} isExact />
      </dd>
      <dt>{say('place')}</dt>
      <dd className="code">{[site?.name, line.place].filter(Boolean).join(' · ') || none}</dd>
      <dt>{say('recordedBy')}</dt>
      <dd>{by.filter(Boolean).join(' · ')}</dd>
      <dt>{say('recordedAt')}</dt>
      <dd>
        <Moment at={record.recordedAt} isExact />
      </dd>
      <dt>{say('eventID')}</dt>
      <dd className="code">{record.eventID}</dd>
    </dl>
  );
}
