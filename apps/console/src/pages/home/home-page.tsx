import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { homeText } from '../../i18n/home.ts';
import { rightsText } from '../../i18n/rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { usePageTitle } from '../../layout/use-page-title.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { useSession } from '../../session.ts';
import { DemonstrationNote } from '../demonstration/demonstration-note.tsx';
import { AccountAlerts } from './account-alerts.tsx';
import { BackupReminder } from './backup-reminder.tsx';
import { FirstSteps } from './first-steps/first-steps.tsx';
import { PhoneCard } from './phone-card.tsx';
import { StandingAlert } from './standing-alert.tsx';
import { TodayList } from './today/today-list.tsx';

/** Who I am, for which organisation I work, and what I can do there. */
export function HomePage(): ReactNode {
  const say = useText(homeText);
  usePageTitle(say('title'));
  const { data: session } = useSession();
  const titleOf = useRoleTitle();
  const sayRight = useText(rightsText);
  if (session === undefined) return null;
  const { person, organisation, rights } = session;
  return (
    <>
      <h1>{say('hello', { name: person.name })}</h1>
      <StandingAlert organisation={organisation} />
      <AccountAlerts />
      <BackupReminder />
      <DemonstrationNote />
      {organisation === undefined ? null : <FirstSteps />}
      {organisation === undefined ? null : <TodayList />}
      {organisation === undefined ? (
        <p>{say('none')}</p>
      ) : (
        <Card size="small" title={<h2>{say('organisation')}</h2>}>
          <Descriptions
            column={1}
            items={[
              { key: 'name', label: say('name'), children: organisation.name ?? say('unnamed') },
              ...(organisation.code === null
                ? []
                : [{ key: 'code', label: say('code'), children: <code>{organisation.code}</code> }]),
              {
                key: 'role',
                label: say('role'),
                children: titleOf({ name: organisation.role, title: organisation.title }),
              },
              { key: 'person', label: say('person'), children: person.name },
            ]}
          />
        </Card>
      )}
      {rights.length === 0 ? null : (
        <Card size="small" title={<h2>{say('rights')}</h2>}>
          <ul className="plain-list">
            {rights.map((right) => (
              <li key={right}>{sayRight(`means.${right}`)}</li>
            ))}
          </ul>
        </Card>
      )}
      <PhoneCard />
    </>
  );
}
